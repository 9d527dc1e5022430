import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileTransport } from '../../../electron/printing/transports/file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'loket-print-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new Uint8Array(10_000).map((_, index) => index);

describe('a file that stands for a printer', () => {
  it('gets each job behind the last, in folders made for it', async () => {
    const target = path.join(folder, 'a', 'b', 'receipts.bin');
    const transport = fileTransport(target);
    expect(await transport.send(bytes)).toEqual({ state: 'printed' });
    expect(await transport.send(bytes.subarray(0, 3))).toEqual({ state: 'printed' });
    expect(Uint8Array.from(readFileSync(target))).toEqual(Uint8Array.from([...bytes, 0, 1, 2]));
  });

  it('that cannot be opened is unreachable', async () => {
    expect(await fileTransport(folder).send(bytes)).toEqual({ state: 'failed', problem: 'unreachable' });
    const below = path.join(folder, 'file');
    await fileTransport(below).send(bytes);
    expect(await fileTransport(path.join(below, 'x')).send(bytes)).toEqual({
      state: 'failed',
      problem: 'unreachable',
    });
  });

  it('gets nothing of a job that was abandoned before', async () => {
    const target = path.join(folder, 'receipts.bin');
    expect(await fileTransport(target).send(bytes, AbortSignal.abort())).toEqual({
      state: 'failed',
      problem: 'stalled',
    });
  });
});

describe.skipIf(process.platform === 'win32')('a device file or pipe', () => {
  const pipe = (): string => {
    const target = path.join(folder, 'lp0');
    execFileSync('mkfifo', [target]);
    return target;
  };

  it('that nobody reads is unreachable at once, and holds no thread', async () => {
    expect(await fileTransport(pipe()).send(bytes)).toEqual({ state: 'failed', problem: 'unreachable' });
  });

  it('that takes every byte was sent the job; nobody knows about the paper', async () => {
    const target = pipe();
    const reader = await open(target, 'r+');
    expect(await fileTransport(target).send(bytes)).toEqual({ state: 'sent' });
    const { buffer } = await reader.read(Buffer.alloc(bytes.length), 0, bytes.length);
    expect(Uint8Array.from(buffer)).toEqual(bytes);
    await reader.close();
  });

  it('that stops taking bytes is given up as stalled', async () => {
    const target = pipe();
    const reader = await open(target, 'r+');
    const delivery = await fileTransport(target, 300).send(new Uint8Array(1_000_000));
    expect(delivery).toEqual({ state: 'uncertain', problem: 'stalled' });
    await reader.close();
  });

  it('that was full before the first byte is safe to try again', async () => {
    const target = pipe();
    const reader = await open(target, 'r+');
    await fileTransport(target, 300).send(new Uint8Array(1_000_000));
    expect(await fileTransport(target, 300).send(bytes)).toEqual({ state: 'failed', problem: 'stalled' });
    await reader.close();
  });
});
