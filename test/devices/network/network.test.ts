import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { NetworkDeadlines } from '../../../electron/printing/transports/network/socket-connection.ts';
import type { Connection, Transport } from '../../../electron/printing/transports/transport.ts';
import { countingBytes, gauge, hasReceived, isPending, noSignal } from './gauge.ts';
import {
  startNetworkPrinter,
  type NetworkPrinter,
  type NetworkPrinterOptions,
} from './start-network-printer.ts';
import { startNetwork, whyNoNetwork, type Network } from './start-network.ts';
import { prepareTransportHosts, type TransportHost, type TransportHosts } from './transport-hosts.ts';
import { describeWhere } from '../describe-where.ts';

const deadlines: NetworkDeadlines = { connect: 20_000, settle: 100, close: 600 };
/** Where nobody answers. */
const brief: NetworkDeadlines = { ...deadlines, connect: 1_200 };
const receipt = countingBytes(1_500);
/** More than every buffer between the two together. */
const long = countingBytes(1_000_000);
const soon = { timeout: 20_000 };

describeWhere(whyNoNetwork(), 'a printer on port 9100', () => {
  let network: Network;
  let hosts: TransportHosts;
  let host: TransportHost;
  const printers: NetworkPrinter[] = [];
  const connections: Connection[] = [];

  beforeAll(async () => {
    network = await startNetwork();
    hosts = await prepareTransportHosts();
    host = await hosts.start({ inside: network.inside });
  });
  afterEach(async () => {
    for (const connection of connections.splice(0)) await connection.close();
    for (const printer of printers.splice(0)) await printer.stop();
  });
  afterAll(async () => {
    // It ends by itself: no socket and no timer of the transport keeps it.
    await hosts.stop();
    await network.stop();
  });

  const start = async (options: NetworkPrinterOptions = {}): Promise<NetworkPrinter> => {
    const printer = await startNetworkPrinter({ network, ...options });
    printers.push(printer);
    return printer;
  };
  const transportTo = (address: { host: string; port: number }, given = deadlines): Transport =>
    host.transport({ kind: 'network', host: address.host, port: address.port, deadlines: given });
  const open = async (printer: NetworkPrinter, given = deadlines): Promise<Connection> => {
    const connection = await transportTo(printer, given).open(noSignal());
    connections.push(connection);
    return connection;
  };

  it('gets 200 kB as they are, and is told that this was all', async () => {
    const printer = await start();
    const connection = await open(printer);
    const job = countingBytes(200_000);
    const { onTaken, counts } = gauge();
    await connection.write(job, noSignal(), onTaken);
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(await hasReceived(printer, job)).toBe(true);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBe(job.length);
    await printer.until(({ ends }) => ends === 1);
    expect(printer.state()).toMatchObject({ connections: 1, resets: 0, printed: job.length });
  });

  it('that is slow gets the same bytes, no faster than it takes them', async () => {
    const printer = await start();
    await printer.tell('slow 80000');
    const connection = await open(printer, { ...deadlines, close: 10_000 });
    const job = countingBytes(120_000);
    const { onTaken, count } = gauge();
    const writing = connection.write(job, noSignal(), onTaken);
    await printer.until(({ received }) => received > 4_096);
    expect(count()).toBeLessThan(job.length);
    await writing;
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(await hasReceived(printer, job)).toBe(true);
  });

  it('that never hangs up has been sent the job all the same', async () => {
    const printer = await start({ hangsUp: false });
    const connection = await open(printer);
    await connection.write(receipt, noSignal(), () => undefined);
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(await hasReceived(printer, receipt)).toBe(true);
    await connection.close();
    // Another client is served: it was not left hanging.
    const next = await open(printer);
    await next.write(receipt, noSignal(), () => undefined);
    await next.finish(noSignal());
    await printer.until(({ received, resets }) => received === 2 * receipt.length && resets === 0);
  });

  it('is asked and heard on the connection that prints', async () => {
    const printer = await start();
    await printer.tell('paper near');
    const connection = await open(printer);
    let heard = '';
    const stop = connection.listen?.((bytes) => (heard += Buffer.from(bytes).toString('hex')));
    await connection.write(Uint8Array.of(0x10, 4, 1, 0x10, 4, 4), noSignal(), () => undefined);
    await expect.poll(() => heard, soon).toBe('121e');
    await printer.tell('paper out');
    await connection.write(Uint8Array.of(0x1d, 0x72, 1, 0x10, 4, 4), noSignal(), () => undefined);
    // In real time the one, in its turn the other, which must wait for paper.
    await expect.poll(() => heard, soon).toBe('121e7e');
    await printer.tell('paper ok');
    await expect.poll(() => heard, soon).toBe('121e7e00');
    stop?.();
    await connection.write(Uint8Array.of(0x10, 4, 1), noSignal(), () => undefined);
    await connection.finish(noSignal());
    expect(heard).toBe('121e7e00');
    expect(printer.printed()).toHaveLength(0);
  });

  it('that stops reading holds the write up until that is abandoned; the rest is not printed later', async () => {
    const printer = await start();
    await printer.tell('pause');
    const connection = await open(printer);
    const abandon = new AbortController();
    const { onTaken, still, count } = gauge();
    const writing = connection.write(long, abandon.signal, onTaken);
    const taken = await still();
    expect(await isPending(writing)).toBe(true);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(200_000);
    abandon.abort();
    await expect(writing).rejects.toMatchObject({ problem: 'stalled' });
    await connection.close();
    await printer.tell('resume');
    const { received } = await printer.until(({ resets }) => resets === 1);
    expect(received).toBeLessThanOrEqual(count());
    expect(printer.received().equals(long.subarray(0, received))).toBe(true);
  });

  it('that gets paper again gets every byte once', async () => {
    const printer = await start();
    await printer.tell('paper out');
    const connection = await open(printer, { ...deadlines, close: 10_000 });
    const job = countingBytes(200_000);
    const { onTaken, still } = gauge();
    const writing = connection.write(job, noSignal(), onTaken);
    expect(await still()).toBeLessThan(job.length);
    await printer.tell('paper ok');
    await writing;
    expect(await connection.finish(noSignal())).toBe('sent');
    await printer.until(({ printed }) => printed === job.length);
    expect(printer.printed().equals(job)).toBe(true);
  });

  it('that resets the connection in the middle of a job has broken it off', async () => {
    const printer = await start();
    await printer.tell('rst-after 30000');
    const connection = await open(printer);
    const { onTaken, count } = gauge();
    await expect(connection.write(long, noSignal(), onTaken)).rejects.toMatchObject({
      problem: 'broken-off',
    });
    expect(await connection.lost).toMatchObject({ problem: 'broken-off' });
    expect(count()).toBeGreaterThanOrEqual(30_000);
    await printer.until(({ received }) => received === 30_000);
    await expect(connection.write(receipt, noSignal(), onTaken)).rejects.toMatchObject({
      problem: 'broken-off',
    });
    await connection.close();
  });

  it('that resets the connection with a small job unread has broken it off, at whatever moment', async () => {
    for (const [settle, waitMs] of [
      [5_000, 0],
      [50, 300],
    ] as const) {
      const printer = await start();
      await printer.tell('pause');
      const connection = await open(printer, { ...deadlines, settle, close: 5_000 });
      await connection.write(receipt, noSignal(), () => undefined);
      const finishing = expect(connection.finish(noSignal())).rejects.toMatchObject({
        problem: 'broken-off',
      });
      await sleep(waitMs);
      await printer.tell('rst');
      await finishing;
      await connection.close();
    }
  });

  it('that ends its side before it was told that this is all has broken it off', async () => {
    const printer = await start();
    await printer.tell('fin-after 20000');
    const connection = await open(printer);
    await expect(connection.write(long, noSignal(), () => undefined)).rejects.toMatchObject({
      problem: 'broken-off',
    });
    await connection.close();

    await printer.until(({ isConnected }) => !isConnected);
    const next = await open(printer);
    await next.write(receipt, noSignal(), () => undefined);
    await printer.until(({ isConnected }) => isConnected);
    await printer.tell('fin');
    expect(await next.lost).toMatchObject({ problem: 'broken-off' });
    await expect(next.finish(noSignal())).rejects.toMatchObject({ problem: 'broken-off' });
  });

  it('that is not there is unreachable, and so is a name that nobody knows', async () => {
    const printer = await start();
    await printer.kill();
    await expect(transportTo(printer).open(noSignal())).rejects.toMatchObject({ problem: 'unreachable' });
    const nobody = transportTo({ host: 'printer.invalid', port: 9100 }, brief);
    await expect(nobody.open(noSignal())).rejects.toMatchObject({ problem: 'unreachable' });
  });

  it('that hangs takes a small job like any other, and gets it when it goes on', async () => {
    const printer = await start();
    printer.freeze();
    const connection = await open(printer);
    await connection.write(receipt, noSignal(), () => undefined);
    expect(await connection.finish(noSignal())).toBe('sent');
    await connection.close();
    printer.thaw();
    await printer.until(({ received }) => received === receipt.length);
    expect(printer.state().resets).toBe(0);
  });

  it('that hangs holds a long job up; killed, it has broken it off', async () => {
    const printer = await start();
    printer.freeze();
    const connection = await open(printer);
    const { onTaken, still, count } = gauge();
    const writing = connection.write(long, noSignal(), onTaken);
    expect(await still()).toBeLessThan(200_000);
    const faulty = expect(writing).rejects.toMatchObject({ problem: 'broken-off' });
    await printer.kill();
    await faulty;
    expect(count()).toBeGreaterThan(0);
  });

  it('whose cable is pulled holds the write up, and goes on where it was when it is back', async () => {
    const printer = await start();
    await printer.tell('slow 50000');
    const connection = await open(printer, { ...deadlines, close: 10_000 });
    const job = countingBytes(400_000);
    const { onTaken, still } = gauge();
    const writing = connection.write(job, noSignal(), onTaken);
    await printer.until(({ received }) => received > 8_000);
    await network.pullCable();
    try {
      expect(await still()).toBeLessThan(job.length);
      expect(await isPending(writing)).toBe(true);
    } finally {
      await network.plugCable();
    }
    await printer.tell('fast');
    await writing;
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(await hasReceived(printer, job)).toBe(true);
  });

  it('whose cable is pulled is given up at once, and is unreachable', async () => {
    const printer = await start();
    await printer.tell('slow 50000');
    const connection = await open(printer);
    const abandon = new AbortController();
    const { onTaken, still, count } = gauge();
    const writing = connection.write(long, abandon.signal, onTaken);
    await printer.until(({ received }) => received > 8_000);
    await network.pullCable();
    try {
      await still();
      const before = performance.now();
      abandon.abort();
      await expect(writing).rejects.toMatchObject({ problem: 'stalled' });
      await connection.close();
      expect(performance.now() - before).toBeLessThan(5_000);
      expect(count()).toBeGreaterThanOrEqual(printer.state().received);
      await expect(transportTo(printer, brief).open(noSignal())).rejects.toMatchObject({
        problem: 'unreachable',
      });
    } finally {
      await network.plugCable();
    }
  });

  it('at an address that swallows everything is given up at the deadline, or at once', async () => {
    const transport = transportTo({ host: await network.blackhole(), port: 9100 }, brief);
    const before = performance.now();
    await expect(transport.open(noSignal())).rejects.toMatchObject({ problem: 'unreachable' });
    expect(performance.now() - before).toBeGreaterThanOrEqual(brief.connect - 50);

    const patient = transportTo(
      { host: await network.blackhole(), port: 9100 },
      { ...deadlines, connect: 60_000 },
    );
    const abandon = new AbortController();
    const opening = expect(patient.open(abandon.signal)).rejects.toMatchObject({ problem: 'stalled' });
    await sleep(200);
    abandon.abort();
    await opening;
  });

  it('that is closed although it was asked something and not told the end forgets the client at once', async () => {
    const printer = await start();
    const connection = await open(printer);
    await connection.write(Uint8Array.of(0x10, 4, 1), noSignal(), () => undefined);
    await printer.until(({ received }) => received === 3);
    await connection.close();
    await connection.close();
    await printer.until(({ isConnected, resets }) => !isConnected && resets === 1);
    expect(await isPending(connection.lost)).toBe(true);
  });
});
