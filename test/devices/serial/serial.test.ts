import fs from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, Transport } from '../../../electron/printing/transports/transport.ts';
import type { PrinterConnectionOf } from '../../../shared/printing/printer-connection.ts';
import { countingBytes, gauge, hasReceived, isPending, noSignal } from '../network/gauge.ts';
import {
  prepareTransportHosts,
  type TransportHost,
  type TransportHosts,
} from '../network/transport-hosts.ts';
import {
  startSerialPrinter,
  whyNoPorts,
  type SerialPrinter,
  type SerialPrinterOptions,
} from './start-serial-printer.ts';
import { describeWhere } from '../describe-where.ts';

const printers: SerialPrinter[] = [];
const connections: Connection[] = [];
let hosts: TransportHosts;
beforeAll(async () => {
  hosts = await prepareTransportHosts();
});
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
  for (const printer of printers.splice(0)) await printer.stop();
});
afterAll(async () => {
  // They end by themselves: no port, no timer and no thread of the transport keeps them.
  await hosts.stop();
});

const start = async (options: SerialPrinterOptions = {}): Promise<SerialPrinter> => {
  const printer = await startSerialPrinter(options);
  printers.push(printer);
  return printer;
};
type Rate = PrinterConnectionOf<'serial'>['baudRate'];
const transportTo = (host: TransportHost, { path }: { path: string }, baudRate: Rate = 115_200): Transport =>
  host.transport({ kind: 'serial', path, baudRate, flowControl: 'none' });
const open = async (transport: Transport): Promise<Connection> => {
  const connection = await transport.open(noSignal());
  connections.push(connection);
  return connection;
};
const receipt = countingBytes(1_500);
const soon = { timeout: 20_000 };

describe.skipIf(process.platform === 'win32')('a printer on a serial port', () => {
  let host: TransportHost;
  beforeAll(async () => {
    host = await hosts.start();
  });

  it('gets the bytes as they are, and all have left the port when the job is finished', async () => {
    const printer = await start();
    const connection = await open(transportTo(host, printer));
    const job = countingBytes(20_000);
    const { onTaken, counts } = gauge();
    await connection.write(job, noSignal(), onTaken);
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(await hasReceived(printer, job)).toBe(true);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBe(job.length);
  });

  it('gets them no faster than the line carries them, so that what was taken has left', async () => {
    const printer = await start();
    const connection = await open(transportTo(host, printer, 9600));
    const { onTaken, counts } = gauge();
    const before = performance.now();
    await connection.write(receipt, noSignal(), onTaken);
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(performance.now() - before).toBeGreaterThan(1_500);
    expect(Math.max(...counts.map((count, at) => count - (counts[at - 1] ?? 0)))).toBeLessThanOrEqual(96);
  });

  it('that is slow gets the same bytes', async () => {
    const printer = await start();
    await printer.tell('slow 6000');
    const connection = await open(transportTo(host, printer));
    const job = countingBytes(12_000);
    await connection.write(job, noSignal(), () => undefined);
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(await hasReceived(printer, job)).toBe(true);
  });

  it('is asked and heard', async () => {
    const printer = await start();
    const connection = await open(transportTo(host, printer));
    let heard = '';
    const stop = connection.listen?.((bytes) => (heard += Buffer.from(bytes).toString('hex')));
    await connection.write(Uint8Array.of(0x10, 4, 1), noSignal(), () => undefined);
    await expect.poll(() => heard, soon).toBe('12');
    await printer.tell('cover open');
    await connection.write(Uint8Array.of(0x1d, 0x72, 1, 0x10, 4, 2), noSignal(), () => undefined);
    await expect.poll(() => heard, soon).toBe('1216');
    await printer.tell('cover closed');
    await expect.poll(() => heard, soon).toBe('121600');
    stop?.();
    await connection.write(Uint8Array.of(0x10, 4, 1), noSignal(), () => undefined);
    await connection.finish(noSignal());
    await printer.until(({ received }) => received === 12);
    expect(heard).toBe('121600');
  });

  it('that stops reading holds the write up until that is abandoned, and the port is free again at once', async () => {
    const printer = await start();
    await printer.tell('pause');
    const connection = await open(transportTo(host, printer));
    const abandon = new AbortController();
    const { onTaken, still, count } = gauge();
    const job = countingBytes(60_000);
    const writing = connection.write(job, abandon.signal, onTaken);
    expect(await still()).toBeLessThan(job.length);
    expect(await isPending(writing)).toBe(true);
    const before = performance.now();
    abandon.abort();
    await expect(writing).rejects.toMatchObject({ problem: 'stalled' });
    await connection.close();
    await connection.close();
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await isPending(connection.lost)).toBe(true);

    await printer.tell('resume');
    const next = await open(transportTo(host, printer));
    await next.write(receipt, noSignal(), () => undefined);
    await next.finish(noSignal());
    await expect.poll(() => printer.received().subarray(-receipt.length).equals(receipt), soon).toBe(true);
    const left = printer.received().length - receipt.length;
    expect(left).toBeLessThanOrEqual(count());
    expect(printer.received().subarray(0, left).equals(job.subarray(0, left))).toBe(true);
  });

  it('that gets paper again gets every byte once', async () => {
    const printer = await start();
    await printer.tell('paper out');
    const connection = await open(transportTo(host, printer));
    const job = countingBytes(30_000);
    const { onTaken, still } = gauge();
    const writing = connection.write(job, noSignal(), onTaken);
    expect(await still()).toBeLessThan(job.length);
    await printer.tell('paper ok');
    await writing;
    expect(await connection.finish(noSignal())).toBe('sent');
    await printer.until(({ printed }) => printed === job.length);
    expect(printer.printed().equals(job)).toBe(true);
  });

  it('that is unplugged in the middle of a job ends it, and is there when it is back', async () => {
    for (const isStalled of [false, true]) {
      const printer = await start();
      const connection = await open(transportTo(host, printer));
      if (isStalled) await printer.tell('pause');
      const { onTaken, still, count } = gauge();
      const writing = connection.write(countingBytes(60_000), noSignal(), onTaken);
      const faulty = expect(writing).rejects.toMatchObject({ problem: 'unplugged' });
      if (isStalled) await still();
      else await printer.until(({ received }) => received > 2_000);
      await printer.tell('unplug');
      await faulty;
      expect(await connection.lost).toMatchObject({ problem: 'unplugged' });
      expect(count()).toBeGreaterThanOrEqual(printer.state().received);
      const again = connection.write(receipt, noSignal(), () => undefined);
      await expect(again).rejects.toMatchObject({ problem: 'unplugged' });
      await expect(connection.finish(noSignal())).rejects.toMatchObject({ problem: 'unplugged' });
      await connection.close();

      const transport = transportTo(host, printer);
      await expect(transport.open(noSignal())).rejects.toMatchObject({ problem: 'unplugged' });
      await printer.tell('plug');
      await printer.tell('resume');
      const next = await open(transport);
      await next.write(receipt, noSignal(), () => undefined);
      expect(await next.finish(noSignal())).toBe('sent');
      await expect.poll(() => printer.received().subarray(-receipt.length).equals(receipt), soon).toBe(true);
      await next.close();
      await printer.stop();
    }
  });

  it('that another program holds, or that may not be opened, cannot be used', async () => {
    const printer = await start();
    const refused = { problem: 'no-access' };
    await printer.tell('lock yes');
    await expect(transportTo(host, printer).open(noSignal())).rejects.toMatchObject(refused);
    await printer.tell('lock no');
    await (await open(transportTo(host, printer))).close();

    const plain = await hosts.start({
      inside: ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'],
    });
    await printer.tell('exclusive yes');
    await expect(transportTo(plain, printer).open(noSignal())).rejects.toMatchObject(refused);
    await printer.tell('exclusive no');
    fs.chmodSync(printer.path, 0);
    await expect(transportTo(plain, printer).open(noSignal())).rejects.toMatchObject(refused);
  });

  it('that is no port at all is unreachable', async () => {
    await expect(transportTo(host, { path: '/dev/null' }).open(noSignal())).rejects.toMatchObject({
      problem: 'unreachable',
    });
    await expect(transportTo(host, { path: '/dev/ttyUSB97' }).open(noSignal())).rejects.toMatchObject({
      problem: 'unplugged',
    });
  });
});

describeWhere(whyNoPorts(), 'a port that the system knows', () => {
  it('is found by what it says of itself, and prints', async () => {
    const printer = await start({ kind: 'usb' });
    const host = await hosts.start({ env: printer.env });
    const found = await host.findSerialPorts();
    expect(found).toEqual([
      {
        connection: { kind: 'serial', path: '/dev/ttyUSB0', baudRate: 9600, flowControl: 'none' },
        name: 'Prolific Technology Inc. (ttyUSB0)',
        detail: 'usb-Prolific_USB-Serial-if00-port0, 067b:2303, FAKE0001',
      },
    ]);
    const connection = await open(transportTo(host, printer));
    const job = countingBytes(5_000);
    await connection.write(job, noSignal(), () => undefined);
    expect(await connection.finish(noSignal())).toBe('sent');
    expect(await hasReceived(printer, job)).toBe(true);
    await printer.tell('unplug');
    expect(await connection.lost).toMatchObject({ problem: 'unplugged' });
    await connection.close();
    expect(await host.findSerialPorts()).toEqual([]);
    await printer.tell('plug');
    expect(await host.findSerialPorts()).toEqual(found);
    const next = await open(transportTo(host, printer));
    await next.close();
  });

  it('of Bluetooth is one too', async () => {
    const printer = await start({ kind: 'bluetooth' });
    const host = await hosts.start({ env: printer.env });
    expect(await host.findSerialPorts()).toMatchObject([
      { connection: { path: '/dev/rfcomm0', flowControl: 'none' }, name: 'rfcomm0', detail: 'Bluetooth' },
    ]);
    const connection = await open(transportTo(host, printer));
    await connection.write(receipt, noSignal(), () => undefined);
    expect(await connection.finish(noSignal())).toBe('sent');
    await printer.until(({ received }) => received === receipt.length);
  });
});
