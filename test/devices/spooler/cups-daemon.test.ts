import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { queueDeadlines } from '../../../electron/printing/transports/spooler/queue-connection.ts';
import { findQueues, queueTransport } from '../../../electron/printing/transports/spooler/queue-transport.ts';
import { TransportFault } from '../../../electron/printing/transports/transport.ts';
import { openQueue, patience, print, startPrinting, toolsFor } from './print-on-cups.ts';
import { startCups, whyNoCups, type Cups } from './start-cups.ts';
import { describeWhere } from '../describe-where.ts';

const bytes = randomBytes(5_000);

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-lpstat-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A program in place of `lpstat`. */
function program(name: string, script: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}

const nobody = (): { readonly env: Readonly<Record<string, string>> } => ({
  env: { CUPS_SERVER: path.join(folder, 'none.sock') },
});

/** Whether a process of that id is there. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('where CUPS is not to be had', () => {
  const open = (lpstat: string, signal = patience) =>
    queueTransport({ kind: 'queue', name: 'struk' }, toolsFor(nobody(), { lpstat })).open(signal);

  describeWhere(whyNoCups(), 'but for its programs', () => {
    test('a queue is unreachable, and none is found', async () => {
      await expect(openQueue(nobody(), 'struk')).rejects.toMatchObject({ problem: 'unreachable' });
      await expect(findQueues(toolsFor(nobody()))).resolves.toEqual([]);
    });
  });

  test.each([
    ['missing', () => path.join(folder, 'missing')],
    ['failing', () => program('failing', 'echo /run/cups/cups.sock; exit 1')],
    ['saying something else', () => program('else', 'echo Segmentation fault')],
    ['saying nothing', () => program('silent', 'exit 0')],
  ])('its programs are %s: a queue is unreachable, and none is found', async (_what, lpstat) => {
    const opening = open(lpstat());
    await expect(opening).rejects.toBeInstanceOf(TransportFault);
    await expect(opening).rejects.toMatchObject({ problem: 'unreachable' });
    await expect(findQueues(toolsFor(nobody(), { lpstat: lpstat() }))).resolves.toEqual([]);
  });

  test.each([
    ['its deadline', 'unreachable', undefined],
    ['being called off', 'stalled', new AbortController()],
  ])('a program that hangs is killed after %s', async (what, problem, abort) => {
    const said = path.join(folder, `pid-of-${what.length}`);
    const lpstat = program('hanging', `trap '' TERM INT HUP; echo $$ > ${said}; while :; do sleep 0.1; done`);
    const opening = open(lpstat, abort?.signal ?? patience);
    const pid = await vi.waitFor(
      () => {
        const text = fs.readFileSync(said, 'utf8');
        expect(text).toMatch(/^\d+\n$/);
        return Number(text);
      },
      { timeout: 4_500, interval: 20 },
    );
    abort?.abort();
    await expect(opening).rejects.toMatchObject({ problem });
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
  });

  test('it is not even asked after being called off before', async () => {
    const said = path.join(folder, 'asked');
    const lpstat = program('asked-program', `echo yes > ${said}`);
    await expect(open(lpstat, AbortSignal.abort())).rejects.toMatchObject({ problem: 'stalled' });
    expect(fs.existsSync(said)).toBe(false);
  });
});

describeWhere(whyNoCups(), 'a daemon that', () => {
  let cups: Cups;
  beforeEach(async () => {
    cups = await startCups();
    await cups.addQueue('struk');
  });
  afterEach(() => cups.stop());

  /** Resolves once the backend is at the job. */
  const untilHeld = (): Promise<void> =>
    vi.waitFor(async () => expect(await cups.run('lpstat', '-l', '-p', 'struk')).toContain('media-empty'), {
      timeout: 20_000,
    });

  test('hangs, is no way to a printer, at once when that is called off', async () => {
    const tools = toolsFor(cups);
    const abort = new AbortController();
    cups.hang();
    const opening = queueTransport({ kind: 'queue', name: 'struk' }, tools).open(abort.signal);
    abort.abort();
    await expect(opening).rejects.toMatchObject({ problem: 'stalled' });
    await expect(openQueue(cups, 'struk')).rejects.toMatchObject({ problem: 'unreachable' });
  });

  test('hangs before the job is made, is given nothing', async () => {
    const connection = await openQueue(cups, 'struk', queueDeadlines);
    cups.hang();
    await expect(connection.condition?.(patience)).resolves.toBe('unreachable');
    const { outcome, abandon } = await startPrinting(connection, bytes);
    abandon();
    await expect(outcome).resolves.toMatchObject({ isNothingLeft: true });
    await connection.close();
    cups.wake();
    await print(cups, 'struk', Buffer.from('later'));
    expect(cups.jobs().map((job) => String(job.bytes))).toEqual(['later']);
  });

  test('hangs while the job is there, may have printed; the job is taken back when it wakes', async () => {
    cups.tell('paper-out');
    const connection = await openQueue(cups, 'struk', queueDeadlines);
    const { outcome, abandon } = await startPrinting(connection, bytes);
    await untilHeld();
    cups.hang();
    abandon();
    const fault = await outcome;
    expect(fault).toBeInstanceOf(TransportFault);
    expect(fault).toMatchObject({ isNothingLeft: false });
    await connection.close();
    cups.wake();
    await vi.waitFor(async () => expect(await cups.run('lpstat', '-o', 'struk')).toBe(''), {
      timeout: 20_000,
    });
    cups.tell('ok');
    await print(cups, 'struk', Buffer.from('later'));
    expect(cups.jobs().map((job) => String(job.bytes))).toEqual(['later']);
  });

  test('hangs, does not keep a connection from closing', async () => {
    cups.tell('paper-out');
    const connection = await openQueue(cups, 'struk', queueDeadlines);
    const { outcome } = await startPrinting(connection, bytes);
    await untilHeld();
    cups.hang();
    await connection.close();
    await expect(outcome).resolves.toBeInstanceOf(TransportFault);
  });

  test('dies and comes back with its jobs, has sent the job in the end', async () => {
    cups.tell('paper-out');
    const connection = await openQueue(cups, 'struk', queueDeadlines);
    const { outcome, isSettled } = await startPrinting(connection, bytes);
    await untilHeld();
    await vi.waitFor(() => expect(cups.log()).toContain('Saving job.cache'), { timeout: 20_000 });
    await cups.kill();
    await vi.waitFor(async () => expect(await connection.condition?.(patience)).toBe('unreachable'));
    expect(isSettled()).toBe(false);
    cups.tell('ok');
    await cups.start();
    await expect(outcome).resolves.toBe('sent');
    expect((await cups.captured(1)).every((job) => job.bytes.equals(bytes))).toBe(true);
    await connection.close();
  });

  test('dies, is waited for until the job is given up, which may have printed then', async () => {
    cups.tell('paper-out');
    const connection = await openQueue(cups, 'struk', queueDeadlines);
    const { outcome, abandon } = await startPrinting(connection, bytes);
    await untilHeld();
    await cups.kill();
    abandon();
    const fault = await outcome;
    expect(fault).toBeInstanceOf(TransportFault);
    expect(fault).toMatchObject({ isNothingLeft: false });
    await connection.close();
  });
});
