import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { open as openFile, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileTransport } from '../../../electron/printing/transports/file.ts';
import type { Connection, Transport } from '../../../electron/printing/transports/transport.ts';
import { fillDisk, noMounts, smallDisk } from '../../crash/disk/mounts.ts';
import { countingBytes, gauge, isPending, noSignal } from '../network/gauge.ts';
import { prepareTransportHosts, type TransportHosts } from '../network/transport-hosts.ts';
import { startSerialPrinter, whyNoPorts, type SerialPrinter } from '../serial/start-serial-printer.ts';
import { describeWhere } from '../describe-where.ts';

const connections: Connection[] = [];
let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-file-'));
});
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
  fs.rmSync(folder, { recursive: true, force: true });
});
const open = async (transport: Transport): Promise<Connection> => {
  const connection = await transport.open(noSignal());
  connections.push(connection);
  return connection;
};
const job = countingBytes(200_000);
const soon = { timeout: 20_000 };

describe.skipIf(process.platform !== 'linux')('a device file', () => {
  it('that takes everything was sent the job, and no more is known', async () => {
    const connection = await open(fileTransport('/dev/null'));
    expect(connection.listen).toBeUndefined();
    await connection.write(job, noSignal(), () => undefined);
    expect(await connection.finish(noSignal())).toBe('sent');
  });

  it('that says that it is full is out of paper, and nothing has left', async () => {
    const connection = await open(fileTransport('/dev/full'));
    const { onTaken, count } = gauge();
    await expect(connection.write(job, noSignal(), onTaken)).rejects.toMatchObject({ problem: 'paper-out' });
    expect(count()).toBe(0);
  });

  it('that is not there is unplugged, and is not made', async () => {
    for (const missing of ['/dev/loket-nothing', '/dev/loket/nothing.prn', '/dev/usb/lp97']) {
      await expect(fileTransport(missing).open(noSignal())).rejects.toMatchObject({ problem: 'unplugged' });
      expect(fs.existsSync(missing)).toBe(false);
    }
    expect(fs.existsSync('/dev/loket')).toBe(false);
  });

  /** One with nothing on it. */
  const disk = fs
    .readdirSync('/dev')
    .filter((name) => /^(loop|ram|zram)\d+$/.test(name))
    .find((name) => fs.statSync(`/dev/${name}`).isBlockDevice());
  it.skipIf(disk === undefined)('that is a whole disk is never written to', async () => {
    await expect(fileTransport(`/dev/${disk}`).open(noSignal())).rejects.toMatchObject({
      problem: 'no-access',
    });
  });
});

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  const readers: FileHandle[] = [];
  afterEach(async () => {
    for (const reader of readers.splice(0)) await reader.close();
  });
  const makePipe = (): string => {
    const target = path.join(folder, 'lp0');
    execFileSync('mkfifo', [target]);
    return target;
  };
  /** Of its own end only, so that closing it leaves the pipe without a reader. */
  const startReading = async (target: string): Promise<FileHandle> => {
    const reader = await openFile(target, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    readers.push(reader);
    return reader;
  };
  const readAll = async (reader: FileHandle, length: number): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    let left = length;
    while (left > 0) {
      const { bytesRead, buffer } = await reader.read(Buffer.alloc(left)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EAGAIN')
          return { bytesRead: 0, buffer: Buffer.alloc(0) };
        throw error;
      });
      chunks.push(buffer.subarray(0, bytesRead));
      left -= bytesRead;
      if (bytesRead === 0) await sleep(10);
    }
    return Buffer.concat(chunks);
  };

  it('that nobody reads is unplugged at once', async () => {
    await expect(fileTransport(makePipe()).open(noSignal())).rejects.toMatchObject({ problem: 'unplugged' });
  });

  it('whose reader stops holds the write up, and gets every byte once when it goes on', async () => {
    const target = makePipe();
    const reader = await startReading(target);
    const connection = await open(fileTransport(target));
    const { onTaken, still } = gauge();
    const writing = connection.write(job, noSignal(), onTaken);
    expect(await still()).toBeLessThan(job.length);
    expect(await isPending(writing)).toBe(true);
    const got = await readAll(reader, job.length);
    await writing;
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(got.equals(job)).toBe(true);
  });

  it('whose reader stops can be abandoned, and what was told is what it has', async () => {
    const target = makePipe();
    const reader = await startReading(target);
    const connection = await open(fileTransport(target));
    const abandon = new AbortController();
    const { onTaken, still, count } = gauge();
    const writing = connection.write(job, abandon.signal, onTaken);
    const taken = await still();
    abandon.abort();
    await expect(writing).rejects.toMatchObject({ problem: 'stalled' });
    // One slice may have been offered at that moment.
    expect(count()).toBeLessThanOrEqual(taken + 4096);
    await connection.close();
    expect((await readAll(reader, taken)).equals(job.subarray(0, taken))).toBe(true);
    expect((await reader.read(Buffer.alloc(1))).bytesRead).toBe(0);
  });

  it('that is full before the first byte has taken nothing for certain', async () => {
    const target = makePipe();
    await startReading(target);
    const first = await open(fileTransport(target));
    const abandon = new AbortController();
    const filling = gauge();
    const stopped = expect(first.write(job, abandon.signal, filling.onTaken)).rejects.toThrow();
    await filling.still();
    abandon.abort();
    await stopped;
    const second = await open(fileTransport(target));
    const abandonToo = new AbortController();
    const { onTaken, counts } = gauge();
    const writing = expect(second.write(job, abandonToo.signal, onTaken)).rejects.toMatchObject({
      problem: 'stalled',
    });
    await sleep(500);
    expect(counts).toEqual([]);
    abandonToo.abort();
    await writing;
  });

  it('whose reader goes away has broken the job off', async () => {
    const target = makePipe();
    const reader = await startReading(target);
    const connection = await open(fileTransport(target));
    const { onTaken, still, count } = gauge();
    const writing = expect(connection.write(job, noSignal(), onTaken)).rejects.toMatchObject({
      problem: 'broken-off',
    });
    const taken = await still();
    await reader.close();
    readers.pop();
    await writing;
    expect(count()).toBeLessThanOrEqual(taken + 4096);
  });
});

describeWhere(noMounts, 'a file on a disk', () => {
  it('that is full is faulty, and no job is lost in silence', async () => {
    const disk = smallDisk(1);
    fillDisk(disk);
    const connection = await open(fileTransport(path.join(disk, 'receipts.bin')));
    await expect(connection.write(job, noSignal(), () => undefined)).rejects.toMatchObject({
      problem: 'faulty',
    });
    await connection.close();
  });
});

describeWhere(whyNoPorts(), 'the device file of a USB printer', () => {
  let hosts: TransportHosts;
  const printers: SerialPrinter[] = [];
  beforeAll(async () => {
    hosts = await prepareTransportHosts();
  });
  afterEach(async () => {
    for (const printer of printers.splice(0)) await printer.stop();
  });
  afterAll(() => hosts.stop());

  const start = async (): Promise<{ readonly printer: SerialPrinter; readonly transport: Transport }> => {
    const printer = await startSerialPrinter({ kind: 'usblp' });
    printers.push(printer);
    const host = await hosts.start({ env: printer.env });
    return { printer, transport: host.transport({ kind: 'file', path: printer.path }) };
  };

  it('takes jobs, is asked and is heard', async () => {
    const { printer, transport } = await start();
    const connection = await open(transport);
    let heard = '';
    const stop = connection.listen?.((bytes) => (heard += Buffer.from(bytes).toString('hex')));
    await connection.write(Uint8Array.of(0x10, 4, 1), noSignal(), () => undefined);
    await expect.poll(() => heard, soon).toBe('12');
    await connection.write(job, noSignal(), () => undefined);
    await connection.write(Uint8Array.of(0x1d, 0x72, 1), noSignal(), () => undefined);
    expect(await connection.finish(noSignal())).toBe('sent');
    await expect.poll(() => heard, soon).toBe('1200');
    stop?.();
    expect(printer.printed().equals(job)).toBe(true);
  });

  it('that stops taking bytes can be abandoned, and is unplugged when it is gone', async () => {
    const { printer, transport } = await start();
    await printer.tell('paper out');
    const connection = await open(transport);
    connection.listen?.(() => undefined);
    const abandon = new AbortController();
    const { onTaken, still } = gauge();
    const writing = connection.write(job, abandon.signal, onTaken);
    expect(await still()).toBeLessThan(job.length);
    abandon.abort();
    await expect(writing).rejects.toMatchObject({ problem: 'stalled' });
    await connection.close();
    await printer.tell('unplug');
    await expect(transport.open(noSignal())).rejects.toMatchObject({ problem: 'unplugged' });
    await printer.tell('plug');
    await (await open(transport)).close();
  });
});
