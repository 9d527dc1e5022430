import { EventEmitter } from 'node:events';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { serialTransport } from '../../../electron/printing/transports/serial.ts';
import { linePace, lineMs, sliceBytesAt } from '../../../electron/printing/transports/serial/line-pace.ts';
import type {
  SerialConnection,
  SerialPortLike,
} from '../../../electron/printing/transports/serial/serial-port.ts';
import { TransportFault, type Connection } from '../../../electron/printing/transports/transport.ts';
import { baudRates } from '../../../shared/printing/printer-connection.ts';

const noSignal = (): AbortSignal => new AbortController().signal;
const soon = { timeout: 10_000 };
const ignore = (): void => undefined;
const settings: SerialConnection = {
  kind: 'serial',
  path: '/dev/ttyUSB0',
  baudRate: 115_200,
  flowControl: 'none',
};
const deadlines = { open: 200, close: 200 };

type Call = 'write' | 'drain' | 'flush' | 'close' | 'get';

/** The library's port, of which any call may never call back. */
class FakePort extends EventEmitter implements SerialPortLike {
  isOpen = true;
  readonly calls: Call[] = [];
  readonly hangs = new Set<Call>();
  written = 0;
  isClearToSend: boolean | undefined;

  #answer(call: Call, done: () => void): void {
    this.calls.push(call);
    if (!this.hangs.has(call)) setImmediate(done);
  }
  write(bytes: Buffer, done: (error: null) => void): void {
    this.#answer('write', () => {
      this.written += bytes.length;
      done(null);
    });
  }
  drain(done: (error: null) => void): void {
    this.#answer('drain', () => done(null));
  }
  flush(done: (error: null) => void): void {
    this.#answer('flush', () => done(null));
  }
  close(done: (error: null) => void): void {
    this.#answer('close', () => {
      this.isOpen = false;
      this.emit('close');
      done(null);
    });
  }
  get(done: (error: Error | null, lines?: { cts: boolean }) => void): void {
    const cts = this.isClearToSend;
    this.#answer('get', () =>
      cts === undefined ? done(new Error('Inappropriate ioctl')) : done(null, { cts }),
    );
  }
}

const openOn = (port: FakePort, flowControl: SerialConnection['flowControl'] = 'none'): Promise<Connection> =>
  serialTransport({ ...settings, flowControl }, deadlines, () => Promise.resolve(port)).open(noSignal());

describe('a serial port that is being opened', () => {
  it('and hangs is unreachable at the deadline; what opens later is closed', async () => {
    const port = new FakePort();
    let opened: (port: FakePort) => void = ignore;
    const opening = new Promise<FakePort>((resolve) => {
      opened = resolve;
    });
    const transport = serialTransport(settings, deadlines, () => opening);
    await expect(transport.open(noSignal())).rejects.toMatchObject({ problem: 'unreachable' });
    expect(port.calls).toEqual([]);
    opened(port);
    await expect.poll(() => port.isOpen, soon).toBe(false);
  });

  it('is given up at once when it is abandoned, and closed when it opens', async () => {
    const port = new FakePort();
    let opened: (port: FakePort) => void = ignore;
    const opening = new Promise<FakePort>((resolve) => {
      opened = resolve;
    });
    const abandon = new AbortController();
    const transport = serialTransport(settings, { ...deadlines, open: 60_000 }, () => opening);
    const failing = expect(transport.open(abandon.signal)).rejects.toMatchObject({ problem: 'stalled' });
    abandon.abort();
    await failing;
    opened(port);
    await expect.poll(() => port.isOpen, soon).toBe(false);
  });

  it.each([
    ['Opening COM3: File not found', 'unplugged'],
    ['Opening COM3: Access denied', 'no-access'],
    ['Error Resource temporarily unavailable Cannot lock port', 'no-access'],
    ['Opening COM3: Unknown error code 121', 'unreachable'],
  ] as const)('and fails with “%s” is %s', async (words, problem) => {
    // A path that opens, so that only the words tell.
    const transport = serialTransport({ ...settings, path: '/dev/null' }, deadlines, () =>
      Promise.reject(new Error(words)),
    );
    const failure = await transport.open(noSignal()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransportFault);
    expect(failure).toMatchObject({ problem });
  });

  it.skipIf(process.platform === 'win32')(
    'and fails in the words of another language is known by its error',
    async () => {
      const transport = serialTransport({ ...settings, path: '/dev/ttyUSB97' }, deadlines, () =>
        Promise.reject(new Error('Tidak ada berkas atau direktori seperti itu, cannot open /dev/ttyUSB97')),
      );
      await expect(transport.open(noSignal())).rejects.toMatchObject({ problem: 'unplugged' });
    },
  );
});

describe('an open serial port', () => {
  const ports: FakePort[] = [];
  afterEach(() => void ports.splice(0));

  it.each(['write', 'drain'] as const)(
    'that never answers a %s can be abandoned and closed',
    async (call) => {
      const port = new FakePort();
      port.hangs.add(call);
      const connection = await openOn(port);
      const abandon = new AbortController();
      const work = connection
        .write(new Uint8Array(100), abandon.signal, ignore)
        .then(() => connection.finish(abandon.signal));
      const failing = expect(work).rejects.toMatchObject({ problem: 'stalled' });
      await expect.poll(() => port.calls, soon).toContain(call);
      abandon.abort();
      await failing;
      await connection.close();
      expect(port.isOpen).toBe(false);
      expect(port.calls.indexOf('flush')).toBeLessThan(port.calls.indexOf('close'));
    },
  );

  it('that hangs in everything is closed within its time all the same', async () => {
    const port = new FakePort();
    for (const call of ['write', 'drain', 'flush', 'close'] as const) port.hangs.add(call);
    const connection = await openOn(port);
    const before = performance.now();
    await connection.close();
    expect(port.calls).toEqual(['flush', 'close']);
    expect(performance.now() - before).toBeGreaterThanOrEqual(deadlines.close - 20);
  });

  it.each(['write', 'drain'] as const)(
    'that closes by itself ends a %s that would never end',
    async (call) => {
      const port = new FakePort();
      port.hangs.add(call);
      const connection = await openOn(port);
      const work = connection
        .write(new Uint8Array(100), noSignal(), ignore)
        .then(() => connection.finish(noSignal()));
      const failing = expect(work).rejects.toMatchObject({ problem: 'unplugged' });
      await expect.poll(() => port.calls, soon).toContain(call);
      port.isOpen = false;
      port.emit('close', new Error('bad file descriptor'));
      await failing;
      expect(await connection.lost).toMatchObject({ problem: 'unplugged' });
    },
  );

  it('that is closed by us is not lost, and ends what is being done', async () => {
    const port = new FakePort();
    port.hangs.add('write');
    const connection = await openOn(port);
    let isLost = false;
    void connection.lost.then(() => (isLost = true));
    const failing = expect(connection.write(new Uint8Array(100), noSignal(), ignore)).rejects.toMatchObject({
      problem: 'stalled',
    });
    await connection.close();
    await failing;
    expect(isLost).toBe(false);
  });

  it('with a printer that is busy by its line gets nothing, for certain, until it is ready', async () => {
    const port = new FakePort();
    port.isClearToSend = false;
    const connection = await openOn(port, 'rtscts');
    const counts: number[] = [];
    const writing = connection.write(new Uint8Array(100), noSignal(), (count) => counts.push(count));
    await expect.poll(() => port.calls.length, soon).toBeGreaterThan(2);
    expect(counts).toEqual([]);
    port.isClearToSend = true;
    await writing;
    port.isClearToSend = false;
    const finishing = connection.finish(noSignal());
    await expect.poll(() => port.calls.filter((call) => call === 'get').length, soon).toBeGreaterThan(5);
    // A thread that drains a line that is held could not be got back.
    expect(port.calls).not.toContain('drain');
    port.isClearToSend = true;
    expect(await finishing).toBe('sent');
    expect(port.written).toBe(100);
  });

  it('without such a line, or where the line means nothing, is written to', async () => {
    const without = new FakePort();
    await (await openOn(without, 'rtscts')).write(new Uint8Array(100), noSignal(), ignore);
    expect(without.written).toBe(100);
    const meaningless = new FakePort();
    meaningless.isClearToSend = false;
    await (await openOn(meaningless, 'xonxoff')).write(new Uint8Array(100), noSignal(), ignore);
    expect(meaningless.written).toBe(100);
  });
});

describe('the pace of a line', () => {
  it('never has more than two slices under way, and never lets the line rest', () => {
    fc.assert(
      fc.property(fc.constantFrom(...baudRates), fc.integer({ min: 1, max: 5_000 }), (baudRate, length) => {
        let now = 0;
        const pace = linePace(baudRate, () => now);
        const slice = sliceBytesAt(baudRate);
        for (let left = length; left > 0; left -= slice) {
          now += pace.untilRoom;
          pace.handedOver(Math.min(slice, left));
          expect(pace.untilEmpty).toBeLessThanOrEqual(2 * lineMs(slice, baudRate) + 1e-6);
        }
        expect(now + pace.untilEmpty).toBeCloseTo(lineMs(length, baudRate), 3);
      }),
    );
  });

  it('has slices that show progress several times a second, and that the smallest printer has room for', () => {
    for (const baudRate of baudRates) {
      expect(sliceBytesAt(baudRate)).toBeLessThanOrEqual(512);
      expect(lineMs(sliceBytesAt(baudRate), baudRate)).toBeLessThan(300);
    }
  });

  it('begins anew after a rest', () => {
    let now = 0;
    const pace = linePace(9600, () => now);
    pace.handedOver(96);
    now = 10_000;
    expect(pace.untilEmpty).toBe(0);
    pace.handedOver(96);
    expect(pace.untilEmpty).toBeCloseTo(100, 3);
  });
});

it('the library is loaded for the first port only', async () => {
  vi.resetModules();
  let loads = 0;
  vi.doMock('serialport', () => {
    loads += 1;
    return { SerialPort: undefined };
  });
  try {
    const { serialTransport: fresh } = await import('../../../electron/printing/transports/serial.ts');
    fresh(settings);
    expect(loads).toBe(0);
  } finally {
    vi.doUnmock('serialport');
    vi.resetModules();
  }
});
