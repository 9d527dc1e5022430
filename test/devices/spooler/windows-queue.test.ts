import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { findQueues, queueTransport } from '../../../electron/printing/transports/spooler/queue-transport.ts';
import { TransportFault, type Connection } from '../../../electron/printing/transports/transport.ts';
import { patience, patientDeadlines, startPrinting } from './print-on-cups.ts';
import { startWinspool, whyNoWinspool, type Winspool } from './start-winspool.ts';
import { describeWhere } from '../describe-where.ts';

const bytes = Buffer.concat([
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  randomBytes(200_000),
]);
const name = 'POS-58 "kasir"\n$(1) – é🖨';

/** winspool.h */
const paperOut = 0x10;
const workOffline = 0x400;
const spooling = 0x8;
const printing = 0x10;
const printed = 0x80;

describeWhere(whyNoWinspool(), 'a queue of the Windows spooler', () => {
  let spooler: Winspool;
  const open: Connection[] = [];
  beforeAll(() => {
    spooler = startWinspool(name);
  });
  afterEach(async () => {
    for (const connection of open.splice(0)) await connection.close();
    spooler.reset();
  });
  afterAll(() => spooler.stop());

  async function openQueue(queue = name): Promise<Connection> {
    const connection = await queueTransport(
      { kind: 'queue', name: queue },
      spooler.tools,
      patientDeadlines,
    ).open(patience);
    open.push(connection);
    return connection;
  }
  const untilGiven = (): Promise<void> =>
    vi.waitFor(() => expect(spooler.document().equals(bytes)).toBe(true), { timeout: 20_000 });

  test('prints every byte as it is, as one raw document', async () => {
    const { outcome, isSettled } = await startPrinting(await openQueue(), bytes);
    await untilGiven();
    expect(spooler.said()).toEqual(['Loket', 'RAW']);
    expect(isSettled()).toBe(false);
    spooler.forgetJob();
    await expect(outcome).resolves.toBe('sent');
    expect(spooler.commands()).toEqual([]);
  });

  test('keeps the document on disk no longer than it takes to read it', async () => {
    const { outcome } = await startPrinting(await openQueue(), bytes);
    await untilGiven();
    expect(fs.readdirSync(spooler.folder())).toEqual([]);
    spooler.forgetJob();
    await outcome;
  });

  test('is left by a program that is killed, and so is its folder', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-print-'));
    fs.writeFileSync(path.join(folder, 'document'), bytes);
    const parent = spawn('sleep', ['60']);
    const session = spawn(spooler.tools.powershell, {
      env: {
        ...spooler.tools.env,
        LOKET_SPOOL_ACTION: 'session',
        LOKET_SPOOL_QUEUE: name,
        LOKET_SPOOL_FOLDER: folder,
        LOKET_SPOOL_PARENT: String(parent.pid),
      },
      stdio: 'ignore',
    });
    await untilGiven();
    parent.kill('SIGKILL');
    await once(session, 'exit');
    expect(fs.existsSync(folder)).toBe(false);
  });

  test('whose printed jobs are kept has sent a job that is printed', async () => {
    spooler.setJob(printed, 1);
    const { outcome } = await startPrinting(await openQueue(), bytes);
    await expect(outcome).resolves.toBe('sent');
  });

  test('waits while there is no paper, and says so', async () => {
    const connection = await openQueue();
    await expect(connection.condition?.(patience)).resolves.toBeUndefined();
    spooler.setPrinter(0, paperOut);
    spooler.setJob(printing, 0);
    const { outcome, isSettled } = await startPrinting(connection, bytes);
    await vi.waitFor(async () => expect(await connection.condition?.(patience)).toBe('paper-out'), {
      timeout: 20_000,
    });
    expect(isSettled()).toBe(false);
    spooler.forgetJob();
    await expect(outcome).resolves.toBe('sent');
  });

  test.each([
    ['never began: nothing has left', spooling, 0, true],
    ['was at it: it may have printed', printing, 0, false],
    ['has counted a page: it may have printed', spooling, 1, false],
  ])(
    'takes a job back that is given up, by a pause first; a port that %s',
    async (_what, status, pages, isNothing) => {
      spooler.setJob(status, pages);
      const { outcome, abandon } = await startPrinting(await openQueue(), bytes);
      await untilGiven();
      abandon();
      const fault = await outcome;
      expect(fault).toBeInstanceOf(TransportFault);
      expect(fault).toMatchObject({ isNothingLeft: isNothing });
      expect(spooler.commands()).toEqual([1, 5]);
    },
  );

  test('that does not let go of a job may still print it', async () => {
    spooler.refuse('delete', 5);
    const { outcome, abandon } = await startPrinting(await openQueue(), bytes);
    await untilGiven();
    abandon();
    const fault = await outcome;
    expect(fault).toBeInstanceOf(TransportFault);
    expect(fault).toMatchObject({ isNothingLeft: false });
  });

  test('that takes no document has printed nothing', async () => {
    spooler.refuse('start', 5);
    const { outcome } = await startPrinting(await openQueue(), bytes);
    const fault = await outcome;
    expect(fault).toMatchObject({ isNothingLeft: true });
    expect(fault).toMatchObject({ problem: 'no-access' });
  });

  test('that takes no more of a document loses it, may have printed where it had begun', async () => {
    spooler.refuse('write', 112);
    spooler.setJob(printing, 0);
    const { outcome } = await startPrinting(await openQueue(), bytes);
    const fault = await outcome;
    expect(fault).toBeInstanceOf(TransportFault);
    expect(fault).toMatchObject({ isNothingLeft: false });
    expect(spooler.commands()).toEqual([1, 5]);
  });

  test('that does not exist, or works offline, is no way to a printer', async () => {
    await expect(openQueue('POS')).rejects.toMatchObject({ problem: 'unplugged' });
    spooler.setPrinter(workOffline, 0);
    await expect(openQueue()).rejects.toMatchObject({ problem: 'offline' });
  });

  test('is found, and those that print to files are not', async () => {
    await expect(findQueues(spooler.tools)).resolves.toEqual([
      {
        connection: { kind: 'queue', name: 'é🖨-58 "kasir"\\1' },
        name: 'é🖨-58 "kasir"\\1',
        detail: 'Generic / Text Only, USB001',
      },
      {
        connection: { kind: 'queue', name: '\\\\server\\struk' },
        name: '\\\\server\\struk',
        detail: '',
      },
    ]);
  });
});
