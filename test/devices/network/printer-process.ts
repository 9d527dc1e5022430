import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** What can be seen of an emulated printer whenever something has changed. */
export interface PrinterState {
  /** Bytes that it has taken, of all programs, questions about its state included. */
  readonly received: number;
  /** Bytes that are on paper. */
  readonly printed: number;
}

/** The commands that every emulated printer obeys; receipt_printer.py tells what they do. */
export type PrinterCommand =
  | 'pause'
  | 'resume'
  | `slow ${number}`
  | 'fast'
  | `paper ${'ok' | 'near' | 'out'}`
  | `cover ${'closed' | 'open'}`
  | `answers ${'all' | 'none'}`
  | `at ${number} ${'pause' | 'unplug'}`;

/** An emulated printer, in a process of its own. */
export interface PrinterProcess<State extends PrinterState, Command extends string> {
  /** Everything that it has taken so far. */
  received(): Buffer;
  /** What is on its paper: all but `DLE EOT` and `GS r`. */
  printed(): Buffer;
  state(): State;
  /** Resolves with the first state that is so, now or later. */
  until(isSo: (state: State) => boolean): Promise<State>;
  /**
   * Resolves when it is done.
   *
   * @throws Error where it cannot be.
   */
  tell(command: PrinterCommand | Command): Promise<void>;
  /** The process hangs: the system still takes for it what it has room for. `thaw` lets it go on. */
  freeze(): void;
  thaw(): void;
  /** The process dies in the middle of what it does. */
  kill(): Promise<void>;
  /** Switches it off for ever, and removes every trace. May be called twice. */
  stop(): Promise<void>;
}

export interface StartedProcess<Hello, State extends PrinterState, Command extends string> {
  readonly hello: Hello;
  readonly printer: PrinterProcess<State, Command>;
}

export interface PrinterProgram {
  /** The Python script. */
  readonly script: string;
  /** What it is told, besides the folder that it may write to. */
  readonly options: Readonly<Record<string, unknown>>;
  /** A command that starts the command that follows it. */
  readonly inside?: readonly string[];
}

const python = '/usr/bin/python3';

type Line<Hello, State> =
  { readonly ok: true } | { readonly error: string } | { readonly state: State } | Hello;

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts an emulated printer.
 *
 * @throws Error with its words where it cannot start.
 */
export async function startPrinterProcess<
  Hello extends object,
  State extends PrinterState,
  Command extends string,
>({ script, options, inside = [] }: PrinterProgram): Promise<StartedProcess<Hello, State, Command>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-printer-'));
  const [file, ...args] = [...inside, python, '-B', script, JSON.stringify({ folder, ...options })];
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(file, args, {
    // What umockdev makes lies in the folder too, and goes with it.
    env: { ...process.env, TMPDIR: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  child.stdin.on('error', () => undefined);

  let latest: State | undefined;
  let hasEnded = false;
  const answers: Waiting[] = [];
  const watchers = new Set<() => void>();
  let greet: (hello: Hello) => void = () => undefined;
  const greeting = new Promise<Hello>((resolve) => {
    greet = resolve;
  });
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as Line<Hello, State>;
    if ('state' in line) {
      latest = line.state;
      for (const look of watchers) look();
    } else if ('ok' in line) answers.shift()?.resolve();
    else if ('error' in line) answers.shift()?.reject(new Error(line.error));
    else greet(line);
  });
  const death = ended.then(() => {
    hasEnded = true;
    const error = new Error(`the emulated printer has ended:\n${complaints}`);
    for (const { reject } of answers.splice(0)) reject(error);
    for (const look of watchers) look();
    return error;
  });

  const stop = async (): Promise<void> => {
    child.stdin.end();
    // One that is frozen sees nothing of that.
    child.kill('SIGCONT');
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const hello = await Promise.race([greeting, death]);
  if (hello instanceof Error) {
    await stop();
    throw hello;
  }

  const state = (): State => {
    if (latest === undefined) throw new Error('an emulated printer without a state');
    return latest;
  };
  const read = (name: string): Buffer => fs.readFileSync(path.join(folder, name));
  const printer: PrinterProcess<State, Command> = {
    received: () => read('received.bin'),
    printed: () => read('printed.bin'),
    state,
    until: (isSo) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const isNow = latest !== undefined && isSo(latest);
          if (!isNow && !hasEnded) return;
          watchers.delete(look);
          if (isNow) resolve(state());
          else void death.then(reject);
        };
        watchers.add(look);
        look();
      }),
    tell: (command) =>
      new Promise((resolve, reject) => {
        if (hasEnded) return void death.then(reject);
        answers.push({ resolve, reject });
        child.stdin.write(`${command}\n`);
      }),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    stop,
  };
  await printer.until(() => true);
  return { hello, printer };
}
