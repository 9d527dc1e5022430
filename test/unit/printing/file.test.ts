import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileTransport } from '../../../electron/printing/transports/file.ts';
import { problemOfErrno } from '../../../electron/printing/transports/file/errno.ts';
import { fileConnection } from '../../../electron/printing/transports/file/file-connection.ts';
import { screenTransport } from '../../../electron/printing/transports/screen.ts';
import type { Transport } from '../../../electron/printing/transports/transport.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'loket-print-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new Uint8Array(10_000).map((_, index) => index);
const noSignal = (): AbortSignal => new AbortController().signal;
const soon = { timeout: 10_000 };
const ignore = (): void => undefined;

async function send(transport: Transport, job: Uint8Array): Promise<'printed' | 'sent'> {
  const connection = await transport.open(noSignal());
  try {
    await connection.write(job, noSignal(), ignore);
    return await connection.finish(noSignal());
  } finally {
    await connection.close();
  }
}

describe('a file that stands for a printer', () => {
  it('gets each job behind the last, in folders made for it', async () => {
    const target = path.join(folder, 'a', 'b', 'receipts.bin');
    const transport = fileTransport(target);
    expect(await send(transport, bytes)).toBe('printed');
    expect(await send(transport, bytes.subarray(0, 3))).toBe('printed');
    expect(Uint8Array.from(readFileSync(target))).toEqual(Uint8Array.from([...bytes, 0, 1, 2]));
  });

  it('tells how far it is, and is deaf', async () => {
    const connection = await fileTransport(path.join(folder, 'x.prn')).open(noSignal());
    const counts: number[] = [];
    await connection.write(bytes, noSignal(), (count) => counts.push(count));
    expect(counts).toEqual([4096, 8192, 10_000]);
    expect(connection.listen).toBeUndefined();
    await connection.close();
    await connection.close();
    await expect(connection.write(bytes, noSignal(), ignore)).rejects.toMatchObject({ problem: 'stalled' });
  });

  it('that cannot be opened is unreachable', async () => {
    const unreachable = { problem: 'unreachable' };
    await expect(fileTransport(folder).open(noSignal())).rejects.toMatchObject(unreachable);
    const below = path.join(folder, 'file');
    await send(fileTransport(below), bytes);
    const transport = fileTransport(path.join(below, 'x'));
    await expect(transport.open(noSignal())).rejects.toMatchObject(unreachable);
  });

  it('gets nothing of a job that was abandoned before', async () => {
    const target = path.join(folder, 'receipts.bin');
    const stalled = { problem: 'stalled' };
    await expect(fileTransport(target).open(AbortSignal.abort())).rejects.toMatchObject(stalled);
    const connection = await fileTransport(target).open(noSignal());
    const counts: number[] = [];
    const writing = connection.write(bytes, AbortSignal.abort(), (count) => counts.push(count));
    await expect(writing).rejects.toMatchObject(stalled);
    await expect(connection.finish(AbortSignal.abort())).rejects.toMatchObject(stalled);
    await connection.close();
    expect(counts).toEqual([]);
    expect(readFileSync(target)).toHaveLength(0);
  });
});

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** As much of a device file as usblp shows: what it answers, in order, and what it was asked. */
interface FakeDevice {
  readonly handle: FileHandle;
  readonly written: number[];
  closed: number;
}

function fakeDevice(
  answers: { readonly writes?: (number | string)[]; readonly reads?: (Uint8Array | string)[] } = {},
): FakeDevice {
  const { writes = [], reads = [] } = answers;
  const device: FakeDevice = {
    written: [],
    closed: 0,
    handle: {
      async write(slice: Uint8Array, _offset?: number, length = slice.length) {
        device.written.push(length);
        const answer = writes.shift() ?? length;
        if (typeof answer === 'string') throw systemError(answer);
        return { bytesWritten: answer };
      },
      async read(buffer: Buffer) {
        const answer = reads.shift() ?? 'EAGAIN';
        if (typeof answer === 'string') throw systemError(answer);
        buffer.set(answer);
        return { bytesRead: answer.length };
      },
      async close() {
        device.closed += 1;
      },
    } as unknown as FileHandle,
  };
  return device;
}

const connectionTo = ({ handle }: FakeDevice) =>
  fileConnection({ handle, kind: 'usb-printer', isReadable: true }, 2_000);

describe('the device file of a USB printer', () => {
  it('has taken a job only when it has taken its last slice', async () => {
    const device = fakeDevice({ writes: [4096, 'EAGAIN', 4096, 1808, 'EAGAIN', 'EAGAIN', 0] });
    const connection = connectionTo(device);
    const counts: number[] = [];
    await connection.write(bytes, noSignal(), (count) => counts.push(count));
    expect(counts).toEqual([4096, 8192, 10_000]);
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(device.written).toEqual([4096, 4096, 4096, 1808, 0, 0, 0]);
  });

  it('that is unplugged before its last slice has not got the job', async () => {
    const connection = connectionTo(fakeDevice({ writes: [4096, 4096, 1808, 'EAGAIN', 'ENODEV'] }));
    await connection.write(bytes, noSignal(), ignore);
    await expect(connection.finish(noSignal())).rejects.toMatchObject({ problem: 'unplugged' });
    expect(await connection.lost).toMatchObject({ problem: 'unplugged' });
  });

  it.each([
    ['ENOSPC', 'paper-out', 4096],
    ['EIO', 'faulty', 8192],
    ['ENODEV', 'unplugged', 8192],
    ['EWHATEVER', 'broken-off', 8192],
  ] as const)(
    'that answers %s has %s, and of the slice nothing is certain but where it is',
    async (code, problem, taken) => {
      const connection = connectionTo(fakeDevice({ writes: [4096, code] }));
      let last = 0;
      const writing = connection.write(bytes, noSignal(), (count) => (last = count));
      await expect(writing).rejects.toMatchObject({ problem });
      expect(last).toBe(taken);
    },
  );

  it('is heard while somebody listens, through faults that pass', async () => {
    const device = fakeDevice({
      reads: ['EAGAIN', Uint8Array.of(0x12), 'EIO', new Uint8Array(), Uint8Array.of(0x1e, 0)],
    });
    const connection = connectionTo(device);
    const heard: number[] = [];
    const stop = connection.listen?.((said) => heard.push(...said));
    await expect.poll(() => heard, soon).toEqual([0x12, 0x1e, 0]);
    stop?.();
    await connection.close();
    expect(device.closed).toBe(1);
  });

  it('that is unplugged while somebody listens is lost; one that only takes bytes is only deaf', async () => {
    const gone = connectionTo(fakeDevice({ reads: ['EAGAIN', 'ENODEV'] }));
    gone.listen?.(ignore);
    expect(await gone.lost).toMatchObject({ problem: 'unplugged' });
    await expect(gone.write(bytes, noSignal(), ignore)).rejects.toMatchObject({ problem: 'unplugged' });

    const mute = connectionTo(fakeDevice({ reads: ['EINVAL', 'ENODEV'] }));
    mute.listen?.(ignore);
    await mute.write(bytes, noSignal(), ignore);
    expect(await mute.finish(noSignal())).toBe('sent');
  });

  it('that hangs in a call is abandoned at once, and closing it takes no longer than it may', async () => {
    const device = fakeDevice();
    const never = (): Promise<never> => new Promise(() => undefined);
    Object.assign(device.handle, { write: never, close: never });
    const connection = fileConnection({ handle: device.handle, kind: 'device', isReadable: false }, 100);
    const abandon = new AbortController();
    let last = 0;
    const writing = expect(
      connection.write(bytes, abandon.signal, (count) => (last = count)),
    ).rejects.toMatchObject({
      problem: 'stalled',
    });
    abandon.abort();
    await writing;
    expect(last).toBe(4096);
    await connection.close();
  });
});

it('a full disk is no printer without paper', () => {
  expect(problemOfErrno(systemError('ENOSPC'), 'disk', 'broken-off')).toBe('faulty');
  expect(problemOfErrno(systemError('ENOSPC'), 'device', 'broken-off')).toBe('paper-out');
  expect(problemOfErrno(new Error('no code'), 'device', 'broken-off')).toBe('broken-off');
});

it('what goes to the screen is there at once', async () => {
  const connection = await screenTransport.open(noSignal());
  const counts: number[] = [];
  await connection.write(bytes, noSignal(), (count) => counts.push(count));
  expect(counts).toEqual([bytes.length]);
  expect(await connection.finish(noSignal())).toBe('printed');
  await connection.close();
});
