import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  networkDeadlines,
  networkTransport,
  type NetworkDeadlines,
} from '../../../electron/printing/transports/network.ts';

const short: NetworkDeadlines = { connect: 500, idle: 300, settle: 50, close: 200 };
const receipt = new Uint8Array(1500).map((_, index) => 0x20 + (index % 90));
/** More than any buffer between two sockets of one machine holds. */
const endless = new Uint8Array(40_000_000).fill(0x41);

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** A printer on a real port of this machine, which does as told with every connection. */
async function printerThat(
  serve: (socket: Socket) => void,
): Promise<{ host: string; port: number; server: Server }> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUps.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, server };
}

interface Taken {
  bytes: Buffer;
}

/** Reads everything, and hangs up when the other side has. */
async function goodPrinter(): Promise<{ host: string; port: number; taken: Taken }> {
  const taken: Taken = { bytes: Buffer.alloc(0) };
  const { host, port } = await printerThat((socket) => {
    socket.on('data', (chunk) => (taken.bytes = Buffer.concat([taken.bytes, chunk])));
    socket.on('end', () => socket.end());
    socket.resume();
  });
  return { host, port, taken };
}

describe('a printer on the network', () => {
  it('that takes every byte and hangs up after us has been sent the job', async () => {
    const { taken, ...address } = await goodPrinter();
    expect(await networkTransport(address, short).send(receipt)).toEqual({ state: 'sent' });
    expect(Uint8Array.from(taken.bytes)).toEqual(receipt);
  });

  it('has been sent the job also where it never hangs up', async () => {
    let length = 0;
    const address = await printerThat((socket) => {
      socket.on('data', (chunk) => (length += chunk.length));
      socket.resume();
    });
    expect(await networkTransport(address, short).send(receipt)).toEqual({ state: 'sent' });
    expect(length).toBe(receipt.length);
  });

  it('may answer whatever it likes', async () => {
    const address = await printerThat((socket) => {
      socket.write(Buffer.alloc(100_000, 0x12));
      socket.on('end', () => socket.end());
      socket.resume();
    });
    expect(await networkTransport(address, short).send(receipt)).toEqual({ state: 'sent' });
  });

  it('may be slow, as long as it goes on taking bytes', async () => {
    let length = 0;
    const job = endless.subarray(0, 12_000_000);
    const address = await printerThat((socket) => {
      const read = (): void => {
        const chunk: unknown = socket.read();
        if (chunk instanceof Buffer) length += chunk.length;
      };
      const timer = setInterval(read, 2);
      socket.on('end', () => socket.end());
      socket.on('close', () => clearInterval(timer));
    });
    const before = performance.now();
    expect(await networkTransport(address, { ...short, close: 5_000 }).send(job)).toEqual({ state: 'sent' });
    expect(length).toBe(job.length);
    expect(performance.now() - before).toBeGreaterThan(short.settle);
  });

  it('that nobody listens for is unreachable, and nothing was sent', async () => {
    const { server, ...address } = await printerThat(() => undefined);
    server.close();
    await once(server, 'close');
    cleanUps.pop();
    expect(await networkTransport(address, short).send(receipt)).toEqual({
      state: 'failed',
      problem: 'unreachable',
    });
  });

  it('whose name does not exist is unreachable', async () => {
    const transport = networkTransport({ host: 'printer.invalid', port: 9100 }, short);
    expect(await transport.send(receipt)).toEqual({ state: 'failed', problem: 'unreachable' });
  });

  it('that never answers the connection is given up at the deadline', async () => {
    // TEST-NET-1: no machine has this address. Where there is no route at all, the answer is the same, sooner.
    const transport = networkTransport({ host: '192.0.2.1', port: 9100 }, { ...short, connect: 100 });
    const before = performance.now();
    expect(await transport.send(receipt)).toEqual({ state: 'failed', problem: 'unreachable' });
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('that hangs up at once leaves the job uncertain', async () => {
    const address = await printerThat((socket) => socket.destroy());
    for (let times = 0; times < 10; times += 1) {
      const delivery = await networkTransport(address, short).send(receipt);
      expect(delivery).toEqual({ state: 'uncertain', problem: 'broken-off' });
    }
  });

  it('that resets the connection after some bytes leaves the job uncertain', async () => {
    const address = await printerThat((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
      socket.resume();
    });
    expect(await networkTransport(address, short).send(receipt)).toEqual({
      state: 'uncertain',
      problem: 'broken-off',
    });
  });

  it('that says it will not speak any more before it has everything leaves the job uncertain', async () => {
    const address = await printerThat((socket) => {
      socket.once('data', () => socket.end());
      socket.resume();
    });
    expect(await networkTransport(address, short).send(receipt)).toEqual({
      state: 'uncertain',
      problem: 'broken-off',
    });
  });

  it('that stops reading is given up as stalled once nothing moves any more', async () => {
    const address = await printerThat(() => undefined);
    const before = performance.now();
    expect(await networkTransport(address, { ...short, connect: 60_000 }).send(endless)).toEqual({
      state: 'uncertain',
      problem: 'stalled',
    });
    expect(performance.now() - before).toBeGreaterThanOrEqual(short.idle - 5);
  });

  it('can be abandoned at any step', async () => {
    const address = await printerThat(() => undefined);
    const transport = networkTransport(address, networkDeadlines);
    expect(await transport.send(receipt, AbortSignal.abort())).toEqual({
      state: 'failed',
      problem: 'unreachable',
    });
    expect(await transport.send(endless, AbortSignal.timeout(100))).toEqual({
      state: 'uncertain',
      problem: 'stalled',
    });
    // In the wait for the printer to hang up every byte has been taken.
    expect(await transport.send(receipt, AbortSignal.timeout(600))).toEqual({ state: 'sent' });
  });
});
