import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { printerDeadlines, type PrinterDeadlines } from '../../../electron/printing/patience.ts';
import type { PrinterLook } from '../../../electron/printing/printer.ts';
import type { PrintJobState, PrintProblem } from '../../../shared/payment/print-job.ts';
import type { PrinterConnection } from '../../../shared/printing/printer-connection.ts';
import { untriedPrinter, type PrinterMemory } from '../../../shared/printing/printing-settings.ts';
import type { PrintingOrder, Said, Told } from './printing-protocol.ts';

/** A printer that says nothing is given up sooner than in a shop; one on a busy machine has longer to answer. */
const testDeadlines: PrinterDeadlines = {
  ...printerDeadlines,
  answer: 4_000,
  idle: 4_000,
  patience: 10_000,
  confirmation: 6_000,
  confirmationPerByte: 1,
};

export interface PrintingOptions {
  /** A command that starts the command that follows it, where the printer is to be seen. */
  readonly inside?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly connection: PrinterConnection;
  readonly memory?: PrinterMemory;
  readonly deadlines?: PrinterDeadlines;
}

export interface Step {
  readonly state: PrintJobState;
  readonly problem: PrintProblem | null;
}

/** The print queue with one printer, in a process of its own that sees only the devices of the test. */
export interface PrintingProgram {
  /** Queues a job; answers its number. */
  print(bytes: Uint8Array): number;
  /** Every state that a job was in after `queued`, in order. */
  steps(job: number): readonly Step[];
  /** Resolves with the last step of a job once that is so. */
  until(job: number, isSo: (step: Step) => boolean): Promise<Step>;
  /** Everything that was seen of the printer, in order, without repetition. */
  looks(): readonly string[];
  /** Resolves once the newest look is that: a problem, `ok` or `unknown`. */
  untilSeen(look: string): Promise<void>;
  /** @throws Error where it met what should never happen, or does not end. */
  stop(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../../..');
const program = path.join(import.meta.dirname, 'printing-program.ts');

/** What is seen of a printer, in one word. */
const wordOf = (look: PrinterLook): string => (look.status === 'attention' ? look.problem : look.status);

/** @throws Error where it cannot start. */
export async function startPrinting(options: PrintingOptions): Promise<PrintingProgram> {
  const {
    connection,
    memory: known = untriedPrinter,
    deadlines = testDeadlines,
    inside = [],
    env = {},
  } = options;
  const order: PrintingOrder = { connection, memory: known, deadlines };
  const [file, ...args] = [...inside, process.execPath, '--import', 'tsx', program, JSON.stringify(order)];
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close');
  const jobs = new Map<number, Step[]>();
  const looks: string[] = [];
  const faults: string[] = [];
  const watchers = new Set<() => void>();
  let isReady = false;
  let hasEnded = false;
  let last = 0;

  const receive = (told: Told): void => {
    if ('ready' in told) isReady = true;
    else if ('fault' in told) faults.push(told.fault);
    else if ('look' in told) {
      const word = wordOf(told.look);
      if (looks.at(-1) !== word) looks.push(word);
    } else {
      const { n, state, problem } = told;
      jobs.set(n, [...(jobs.get(n) ?? []), { state, problem }]);
    }
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    receive(JSON.parse(line) as Told);
    for (const watch of watchers) watch();
  });
  void ended.then(() => {
    hasEnded = true;
    for (const watch of watchers) watch();
  });

  /** Resolves when it is so; the time of the test is its only limit. */
  const when = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const watch = (): void => {
        if (isSo()) resolve();
        else if (hasEnded) reject(new Error('the printing program has ended'));
        else return;
        watchers.delete(watch);
      };
      watchers.add(watch);
      watch();
    });
  const say = (said: Said): void => void child.stdin.write(`${JSON.stringify(said)}\n`);
  const steps = (job: number): readonly Step[] => jobs.get(job) ?? [];

  await when(() => isReady);
  return {
    print(bytes) {
      last += 1;
      say({ do: 'print', n: last, bytes: Buffer.from(bytes).toString('base64') });
      return last;
    },
    steps,
    async until(job, isSo) {
      const now = (): Step | undefined => steps(job).at(-1);
      await when(() => {
        const step = now();
        return step !== undefined && isSo(step);
      });
      return now() as Step;
    },
    looks: () => looks,
    untilSeen: (look) => when(() => looks.at(-1) === look),
    async stop() {
      say({ do: 'stop' });
      child.stdin.end();
      const tooLate = setTimeout(() => child.kill('SIGKILL'), 15_000);
      const [code, by] = (await ended) as [number | null, string | null];
      clearTimeout(tooLate);
      if (code !== 0) throw new Error(`the printing program did not end well: ${code ?? by}`);
      if (faults.length > 0) throw new Error(`the printing program met a bug: ${faults.join('; ')}`);
    },
  };
}
