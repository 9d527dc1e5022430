import { createInterface } from 'node:readline';
import { fileTransport } from '../../../electron/printing/transports/file.ts';
import { networkTransport } from '../../../electron/printing/transports/network.ts';
import { serialTransport } from '../../../electron/printing/transports/serial.ts';
import { findSerialPorts } from '../../../electron/printing/transports/serial/find-serial-ports.ts';
import {
  TransportFault,
  type Connection,
  type Transport,
} from '../../../electron/printing/transports/transport.ts';
import type { Answer, Message, Question, TransportSpec } from './host-protocol.ts';

// The program's transports, asked for over stdin. Ends by itself when that has ended and nothing is left to do: what
// keeps it alive then would keep the program alive too.

const say = (message: Message): void => void process.stdout.write(`${JSON.stringify(message)}\n`);

const aborts = new Map<number, AbortController>();
const connections = new Map<number, Connection>();
const deafening = new Map<number, () => void>();

function transportOf(spec: TransportSpec): Transport {
  if (spec.kind === 'file') return fileTransport(spec.path);
  if (spec.kind === 'serial') return serialTransport(spec);
  return networkTransport({ host: spec.host, port: spec.port }, spec.deadlines);
}

async function answer(question: Question, signal: AbortSignal): Promise<Answer> {
  const { id } = question;
  if (question.op === 'find-serial-ports') return findSerialPorts();
  if (question.op === 'open') {
    const connection = await transportOf(question.spec).open(signal);
    connections.set(id, connection);
    void connection.lost.then(({ problem }) => say({ lost: problem, on: id }));
    return { hasEars: connection.listen !== undefined };
  }
  if (question.op === 'abort') {
    aborts.get(question.on)?.abort();
    return 'done';
  }
  const connection = connections.get(question.on);
  if (connection === undefined) throw new Error('no such connection');
  switch (question.op) {
    case 'write':
      await connection.write(Buffer.from(question.bytes, 'base64'), signal, (taken) => say({ taken, id }));
      return 'done';
    case 'finish':
      return connection.finish(signal);
    case 'close':
      await connection.close();
      return 'done';
    case 'listen': {
      const stop = connection.listen?.((bytes) =>
        say({ heard: Buffer.from(bytes).toString('base64'), on: question.on }),
      );
      if (stop !== undefined) deafening.set(question.on, stop);
      return 'done';
    }
    case 'deafen':
      deafening.get(question.on)?.();
      return 'done';
  }
}

async function serve(question: Question): Promise<void> {
  const { id } = question;
  const abort = new AbortController();
  aborts.set(id, abort);
  try {
    say({ id, value: await answer(question, abort.signal) });
  } catch (error) {
    if (error instanceof TransportFault) say({ id, problem: error.problem });
    else say({ id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    aborts.delete(id);
  }
}

createInterface({ input: process.stdin }).on('line', (line) => void serve(JSON.parse(line) as Question));
say({ ready: true });
