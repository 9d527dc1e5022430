import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { build } from 'vite';
import {
  TransportFault,
  type Connection,
  type Transport,
} from '../../../electron/printing/transports/transport.ts';
import type { FoundPrinter } from '../../../shared/printing/printer-connection.ts';
import type { Answer, Message, Question, TransportSpec } from './host-protocol.ts';

/** Where a program is to see its printers. */
export interface Surroundings {
  /** A command that starts the command that follows it. */
  readonly inside?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The program's transports in a process of its own, which sees what its surroundings show; used like those here. */
export interface TransportHost {
  transport(spec: TransportSpec): Transport;
  findSerialPorts(): Promise<readonly FoundPrinter[]>;
  /**
   * Resolves when it has ended by itself, which it does unless a transport holds it back.
   *
   * @throws Error after that many milliseconds, or where it crashed.
   */
  stop(ms?: number): Promise<void>;
}

export interface TransportHosts {
  /** @throws Error where it cannot start. */
  start(surroundings?: Surroundings): Promise<TransportHost>;
  /** Stops all that were started, and removes every trace. */
  stop(): Promise<void>;
}

/** Makes the program of the hosts: bundled as the real one is, with the native library beside it. */
export async function prepareTransportHosts(): Promise<TransportHosts> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-transports-'));
  const script = await bundle(folder);
  const hosts: TransportHost[] = [];
  return {
    async start(surroundings = {}) {
      const host = await startTransportHost(script, surroundings);
      hosts.push(host);
      return host;
    },
    async stop() {
      const ends = await Promise.allSettled(hosts.map((host) => host.stop()));
      fs.rmSync(folder, { recursive: true, force: true });
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
  };
}

const root = path.resolve(import.meta.dirname, '../../..');

async function bundle(folder: string): Promise<string> {
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const external = ['serialport'];
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { host: path.join(import.meta.dirname, 'transport-host.ts') },
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
  return path.join(folder, 'host.cjs');
}

type Op = Question extends infer Each ? (Each extends Question ? Omit<Each, 'id'> : never) : never;

interface Call {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly onTaken?: (count: number) => void;
}

async function startTransportHost(
  script: string,
  { inside = [], env = {} }: Surroundings,
): Promise<TransportHost> {
  const [file, ...args] = [...inside, process.execPath, script];
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(file, args, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close');
  const calls = new Map<number, Call>();
  const losses = new Map<number, (fault: TransportFault) => void>();
  const ears = new Map<number, Set<(bytes: Uint8Array) => void>>();
  let ids = 0;
  let greet: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    greet = resolve;
  });

  const receive = (message: Message): void => {
    if ('ready' in message) greet();
    else if ('taken' in message) calls.get(message.id)?.onTaken?.(message.taken);
    else if ('heard' in message) {
      for (const listener of ears.get(message.on) ?? []) listener(Buffer.from(message.heard, 'base64'));
    } else if ('lost' in message) losses.get(message.on)?.(new TransportFault(message.lost));
    else {
      const call = calls.get(message.id);
      calls.delete(message.id);
      if ('value' in message) call?.resolve(message.value);
      else if ('problem' in message) call?.reject(new TransportFault(message.problem));
      else call?.reject(new Error(message.bug));
    }
  };
  createInterface({ input: child.stdout }).on('line', (line) => receive(JSON.parse(line) as Message));
  void ended.then(() => {
    for (const { reject } of calls.values()) reject(new Error('the host of the transports has ended'));
    calls.clear();
  });

  const ask = (
    op: Op,
    {
      signal,
      onTaken,
      id = ++ids,
    }: Partial<Pick<Call, 'onTaken'>> & { signal?: AbortSignal; id?: number } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const abort = (): void => void ask({ op: 'abort', on: id });
      const settled = (): void => signal?.removeEventListener('abort', abort);
      calls.set(id, {
        resolve: (answer) => {
          settled();
          resolve(answer);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
        ...(onTaken === undefined ? {} : { onTaken }),
      });
      child.stdin.write(`${JSON.stringify({ ...op, id })}\n`);
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted === true) abort();
    });

  const connectionOf = (on: number, hasEars: boolean, lost: Promise<TransportFault>): Connection => ({
    lost,
    async write(bytes, signal, onTaken) {
      await ask({ op: 'write', on, bytes: Buffer.from(bytes).toString('base64') }, { signal, onTaken });
    },
    async finish(signal) {
      return (await ask({ op: 'finish', on }, { signal })) as 'printed' | 'sent';
    },
    async close() {
      await ask({ op: 'close', on });
    },
    ...(hasEars
      ? {
          listen(listener: (bytes: Uint8Array) => void) {
            const listeners = ears.get(on) ?? new Set();
            ears.set(on, listeners.add(listener));
            void ask({ op: 'listen', on });
            return () => {
              listeners.delete(listener);
              void ask({ op: 'deafen', on });
            };
          },
        }
      : {}),
  });

  await Promise.race([
    ready,
    ended.then(([code]) => {
      throw new Error(`the host of the transports has not started: ${String(code)}`);
    }),
  ]);
  return {
    transport: (spec) => ({
      staysOpen: false,
      async open(signal) {
        const id = ++ids;
        const lost = new Promise<TransportFault>((resolve) => losses.set(id, resolve));
        const answer = await ask({ op: 'open', spec }, { signal, id });
        return connectionOf(id, typeof answer === 'object' && 'hasEars' in answer && answer.hasEars, lost);
      },
    }),
    async findSerialPorts() {
      const answer = await ask({ op: 'find-serial-ports' });
      return Array.isArray(answer) ? (answer as readonly FoundPrinter[]) : [];
    },
    async stop(ms = 10_000) {
      child.stdin.end();
      const tooLate = setTimeout(() => child.kill('SIGKILL'), ms);
      const [code, by] = (await ended) as [number | null, string | null];
      clearTimeout(tooLate);
      if (code !== 0) throw new Error(`the host of the transports did not end well: ${code ?? by}`);
    },
  };
}
