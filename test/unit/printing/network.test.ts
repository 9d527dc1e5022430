import { getEventListeners, once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { networkTransport } from '../../../electron/printing/transports/network.ts';
import type { NetworkDeadlines } from '../../../electron/printing/transports/network/socket-connection.ts';
import type { Connection, Transport } from '../../../electron/printing/transports/transport.ts';

const short: NetworkDeadlines = { connect: 10_000, settle: 50, close: 200 };
const receipt = new Uint8Array(1500).map((_, index) => 0x20 + (index % 90));
/** More than any buffer between two sockets of one machine holds. */
const endless = new Uint8Array(40_000_000).fill(0x41);

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

const noSignal = (): AbortSignal => new AbortController().signal;
const soon = { timeout: 10_000 };
const ignore = (): void => undefined;

/** A printer on a real port of this machine, which does as told with every connection. */
async function printerThat(
  serve: (socket: Socket) => void,
): Promise<{ host: string; port: number; server: Server; sockets: ReadonlySet<Socket> }> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', ignore);
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUps.push(async () => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  });
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, server, sockets };
}

/** Reads everything, and hangs up when the other side has. */
async function goodPrinter(): Promise<{ host: string; port: number; taken: () => Buffer }> {
  const chunks: Buffer[] = [];
  const { host, port } = await printerThat((socket) => {
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => socket.end());
    socket.resume();
  });
  return { host, port, taken: () => Buffer.concat(chunks) };
}

const transportTo = ({ host, port }: { host: string; port: number }, deadlines = short): Transport =>
  networkTransport({ host, port }, deadlines);

async function openTo(address: { host: string; port: number }, deadlines = short): Promise<Connection> {
  const connection = await transportTo(address, deadlines).open(noSignal());
  cleanUps.push(() => connection.close());
  return connection;
}

/** Resolves with how the client's connection ends as the printer sees it. */
const endOf = (socket: Socket): Promise<'end' | 'reset'> =>
  new Promise((resolve) => {
    socket.once('end', () => resolve('end'));
    socket.once('error', () => resolve('reset'));
    socket.resume();
  });

describe('a printer on the network', () => {
  it('that takes every byte and hangs up after us has been sent the job', async () => {
    const printer = await goodPrinter();
    const connection = await openTo(printer);
    const counts: number[] = [];
    await connection.write(receipt, noSignal(), (count) => counts.push(count));
    await connection.write(receipt.subarray(0, 7), noSignal(), (count) => counts.push(count));
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(Uint8Array.from(printer.taken())).toEqual(
      Uint8Array.from([...receipt, ...receipt.subarray(0, 7)]),
    );
    // Of each call by itself.
    expect(counts).toEqual([1500, 7]);
  });

  it('may answer whatever it likes, and is heard by all who listen and as long as they do', async () => {
    const said = Buffer.alloc(100_000, 0x12);
    const address = await printerThat((socket) => {
      socket.once('data', () => socket.write(said));
      socket.on('end', () => socket.end());
      socket.resume();
    });
    const connection = await openTo(address);
    const heard = { one: 0, two: 0, gone: 0 };
    const ears = (['one', 'two', 'gone'] as const).map((name) =>
      connection.listen?.((bytes) => (heard[name] += bytes.length)),
    );
    ears[2]?.();
    await connection.write(receipt, noSignal(), ignore);
    await expect.poll(() => heard, soon).toEqual({ one: said.length, two: said.length, gone: 0 });
    expect(await connection.finish(noSignal())).toBe('sent');
  });

  it('that nobody listens for is unreachable, and so is an address that cannot be', async () => {
    const { server, ...address } = await printerThat(ignore);
    server.close();
    await once(server, 'close');
    const unreachable = { problem: 'unreachable' };
    await expect(transportTo(address).open(noSignal())).rejects.toMatchObject(unreachable);
    for (const wrong of [
      { host: 'printer.invalid', port: 9100 },
      { host: '127.0.0.1', port: 70_000 },
      { host: '999.999.999.999', port: 9100 },
    ])
      await expect(transportTo(wrong).open(noSignal())).rejects.toMatchObject(unreachable);
  });

  it('that never answers the connection is given up at the deadline', async () => {
    // TEST-NET-1: no machine has this address. Where there is no route at all, the answer is the same, sooner.
    const transport = transportTo({ host: '192.0.2.1', port: 9100 }, { ...short, connect: 100 });
    await expect(transport.open(noSignal())).rejects.toMatchObject({ problem: 'unreachable' });
  });

  it('that hangs up at once breaks every job off', async () => {
    const address = await printerThat((socket) => socket.destroy());
    for (let times = 0; times < 10; times += 1) {
      const connection = await openTo(address);
      const printing = connection
        .write(receipt, noSignal(), ignore)
        .then(() => connection.finish(noSignal()));
      await expect(printing).rejects.toMatchObject({ problem: 'broken-off' });
      expect(await connection.lost).toMatchObject({ problem: 'broken-off' });
    }
  });

  it('that resets the connection after some bytes breaks the job off', async () => {
    const address = await printerThat((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
      socket.resume();
    });
    const connection = await openTo(address, { ...short, settle: 5_000 });
    await connection.write(receipt, noSignal(), ignore);
    await expect(connection.finish(noSignal())).rejects.toMatchObject({ problem: 'broken-off' });
  });

  it('can be abandoned at any step', async () => {
    const address = await printerThat(ignore);
    const stalled = { problem: 'stalled' };
    await expect(transportTo(address).open(AbortSignal.abort())).rejects.toMatchObject(stalled);

    const connection = await openTo(address, { ...short, close: 60_000 });
    const counts: number[] = [];
    const notEven = connection.write(receipt, AbortSignal.abort(), (count) => counts.push(count));
    await expect(notEven).rejects.toMatchObject(stalled);
    expect(counts).toEqual([]);
    await expect(connection.write(endless, AbortSignal.timeout(100), ignore)).rejects.toMatchObject(stalled);
    await connection.close();

    const next = await openTo(address, { ...short, close: 60_000 });
    await next.write(receipt, noSignal(), ignore);
    const giveUp = new AbortController();
    setTimeout(() => giveUp.abort(), 300);
    await expect(next.finish(giveUp.signal)).rejects.toMatchObject(stalled);
  });

  it('leaves nothing on the signals that it was given', async () => {
    const printer = await goodPrinter();
    const { signal } = new AbortController();
    const connection = await transportTo(printer).open(signal);
    await connection.write(new Uint8Array(100_000), signal, ignore);
    await connection.finish(signal);
    await connection.close();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('whose connection is closed under way ends what is being done', async () => {
    const address = await printerThat(ignore);
    const writing = await openTo(address);
    const written = expect(writing.write(endless, noSignal(), ignore)).rejects.toThrow(
      'the printer cannot be used',
    );
    await writing.close();
    await written;
    await expect(writing.write(receipt, noSignal(), ignore)).rejects.toMatchObject({ problem: 'stalled' });

    const finishing = await openTo(address, { ...short, settle: 0, close: 60_000 });
    await finishing.write(receipt, noSignal(), ignore);
    const finished = expect(finishing.finish(noSignal())).rejects.toMatchObject({ problem: 'stalled' });
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    await finishing.close();
    await finished;
  });

  it('sees the end of a job that was finished, and a reset where one was given up', async () => {
    const seen: Promise<'end' | 'reset'>[] = [];
    let read = 0;
    const address = await printerThat((socket) => {
      socket.on('data', ({ length }) => (read += length));
      seen.push(endOf(socket));
    });
    const openSeen = async (): Promise<Connection> => {
      const before = seen.length;
      const connection = await openTo(address);
      await expect.poll(() => seen.length, soon).toBe(before + 1);
      return connection;
    };
    const finished = await openSeen();
    await finished.write(receipt, noSignal(), ignore);
    await finished.finish(noSignal());
    await finished.close();
    const givenUp = await openSeen();
    await givenUp.write(receipt, noSignal(), ignore);
    // A reset that comes together with bytes Node takes for an end.
    await expect.poll(() => read, soon).toBe(2 * receipt.length);
    await givenUp.close();
    await (await openSeen()).close();
    expect(await Promise.all(seen)).toEqual(['end', 'reset', 'end']);
  });
});
