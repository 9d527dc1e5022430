import { createInterface } from 'node:readline';
import { TransportFault, type Connection } from '../../../electron/printing/transports/transport.ts';
import { findUsbPrinters } from '../../../electron/printing/transports/usb/find-usb-printers.ts';
import { usbDeadlines } from '../../../electron/printing/transports/usb/usb-deadlines.ts';
import { usbTransport } from '../../../electron/printing/transports/usb/usb-transport.ts';
import type { Answer, Order, Report } from './usb-user-orders.ts';

/** Uses USB printers as it is told, an order a line, and reports. Ends by itself when the orders do, if USB lets it. */
const connections = new Map<string, Connection>();
const jobs = new Map<string, AbortController>();
const ears = new Map<string, () => void>();
const watches = new Map<string, () => void>();

const report = (line: Report): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const problemOf = (error: unknown): string =>
  error instanceof TransportFault ? error.problem : `not a transport's fault: ${String(error)}`;

function connectionOf(name: string): Connection {
  const connection = connections.get(name);
  if (connection === undefined) throw new Error(`nothing is open by the name of ${name}`);
  return connection;
}

async function open({ name, printer, deadlines, abandonAfterMs }: Order & { do: 'open' }): Promise<Answer> {
  const signal =
    abandonAfterMs === undefined ? new AbortController().signal : AbortSignal.timeout(abandonAfterMs);
  const transport = usbTransport({ kind: 'usb', ...printer }, { ...usbDeadlines, ...deadlines });
  const connection = await transport.open(signal);
  connections.set(name, connection);
  void connection.lost.then(({ problem }) => report({ event: 'lost', name, problem }));
  return { hears: connection.listen !== undefined };
}

async function write({ name, bytes }: Order & { do: 'write' }): Promise<Answer> {
  const job = new AbortController();
  jobs.set(name, job);
  const taken: number[] = [];
  const connection = connectionOf(name);
  let problem: string | undefined;
  try {
    await connection.write(Buffer.from(bytes, 'base64'), job.signal, (count) => {
      taken.push(count);
      report({ event: 'taken', name, count });
    });
    await connection.finish(job.signal);
  } catch (error) {
    problem = problemOf(error);
  }
  return problem === undefined ? { taken } : { taken, problem };
}

async function obey(order: Order): Promise<Answer> {
  switch (order.do) {
    case 'find':
      return { found: await findUsbPrinters() };
    case 'open':
      return open(order);
    case 'write':
      return write(order);
    case 'abandon':
      jobs.get(order.name)?.abort();
      return {};
    case 'listen': {
      const { name } = order;
      const end = connectionOf(name).listen?.((bytes) =>
        report({ event: 'said', name, hex: Buffer.from(bytes).toString('hex') }),
      );
      if (end !== undefined) ears.set(name, end);
      return {};
    }
    case 'stop-listening':
      ears.get(order.name)?.();
      return {};
    case 'condition': {
      const condition = await connectionOf(order.name).condition?.(new AbortController().signal);
      return condition === undefined ? {} : { condition };
    }
    case 'close':
      await connectionOf(order.name).close();
      return {};
    case 'close-all':
      await Promise.all([...connections.values()].map((connection) => connection.close()));
      connections.clear();
      return {};
    case 'watch': {
      const { name } = order;
      const end = usbTransport({ kind: 'usb', ...order.printer }).watch?.(() =>
        report({ event: 'changed', name }),
      );
      if (end !== undefined) watches.set(name, end);
      // It is in force once the library is there.
      await findUsbPrinters();
      return {};
    }
    case 'stop-watching':
      watches.get(order.name)?.();
      return {};
  }
}

async function answer(line: string): Promise<void> {
  const { id, ...order } = JSON.parse(line) as Order & { readonly id: number };
  try {
    report({ id, ...(await obey(order)) });
  } catch (error) {
    report({ id, problem: problemOf(error) });
  }
}

createInterface({ input: process.stdin }).on('line', (line) => void answer(line));
