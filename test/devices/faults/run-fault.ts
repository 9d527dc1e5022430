import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { PrinterConnection } from '../../../shared/printing/printer-connection.ts';
import type { PrinterMemory } from '../../../shared/printing/printing-settings.ts';
import type { FaultCase } from './fault-table.ts';
import { startPrinting, type PrintingProgram, type Step } from './start-printing.ts';

/** A printer on its emulated wire, and what is done to it. */
export interface Stage {
  readonly connection: PrinterConnection;
  readonly inside?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** How many lines the receipt has; default 40, some 1.3 kB. */
  readonly lines?: number;
  /** Brings the fault about before the receipt is printed. */
  readonly before?: () => Promise<void>;
  /** Brings it about once the receipt is under way. */
  readonly midst?: () => Promise<void>;
  readonly mend?: () => Promise<void>;
  /** What came out, without the questions about the printer's state. */
  printed(): Buffer;
  stop(): Promise<void>;
}

const known: PrinterMemory = { answers: 'yes', confirms: 'yes' };
const silent: PrinterMemory = { answers: 'never', confirms: 'never' };

/** Text as on a receipt: no byte of it could be a question to a printer. */
const receiptOf = (name: string, lines: number): Buffer =>
  Buffer.from(
    Array.from(
      { length: lines },
      (_, line) => `${name} ${String(line).padStart(4, '0')} IDPEL 530000000001\n`,
    ).join(''),
  );

/** `DLE EOT n` and `GS r n` taken out. */
export const withoutQuestions = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(/\u0010\u0004[\s\S]|\u001dr[\s\S]/g, ''), 'latin1');

/** Waits until it is so; the test's own time is the limit. */
export async function eventually(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

/** Tries one fault: what the job and the light say while it lasts, what comes of it, and that nothing comes out twice. */
export async function runFault(wanted: FaultCase, start: () => Promise<Stage>): Promise<void> {
  const stage = await start();
  let printing: PrintingProgram | undefined;
  try {
    await stage.before?.();
    const { connection, inside = [], env = {}, lines = 40 } = stage;
    printing = await startPrinting({
      connection,
      inside,
      env,
      memory: wanted.printer === 'answers' ? known : silent,
    });
    const first = receiptOf('A', lines);
    const job = printing.print(first);
    await stage.midst?.();
    if (wanted.light !== null) await printing.untilSeen(wanted.light);
    await printing.until(job, ({ state }) => wanted.state === 'sending' || state !== 'sending');
    expect(outcomeOf(printing.steps(job))).toEqual({ state: wanted.state, problem: wanted.problem });
    await endingOf[wanted.afterwards](stage, printing, { job, first });
    await printing.stop();
    printing = undefined;
  } finally {
    await printing?.stop().catch(() => undefined);
    await stage.stop();
  }
}

/** What a job has come to first; where to nothing yet, it is on its way. */
const outcomeOf = (steps: readonly Step[]): Step | undefined =>
  steps.find(({ state }) => state !== 'queued' && state !== 'sending') ?? steps.at(-1);

interface Printed {
  readonly job: number;
  readonly first: Buffer;
}

type Ending = (stage: Stage, printing: PrintingProgram, printed: Printed) => Promise<void>;

const isDone = ({ state }: { readonly state: string }): boolean => state === 'printed' || state === 'sent';

const comesOutOnce: Ending = async (stage, printing, { job, first }) => {
  await stage.mend?.();
  await printing.until(job, isDone);
  await eventually(() => stage.printed().length >= first.length);
  // What comes after it shows that nothing stood between.
  const next = receiptOf('B', 3);
  await printing.until(printing.print(next), isDone);
  await eventually(() => stage.printed().length >= first.length + next.length);
  expect(stage.printed()).toEqual(Buffer.concat([first, next]));
  expect(printing.looks().at(-1)).toBe('ok');
};

const staysWithPerson: Ending = async (stage, printing, { job, first }) => {
  const { state } = printing.steps(job).at(-1) ?? {};
  await stage.mend?.();
  const next = receiptOf('B', 3);
  await printing.until(printing.print(next), isDone);
  await eventually(() => stage.printed().includes(next));
  const printed = stage.printed();
  const before = printed.subarray(0, printed.length - next.length);
  // Of the first there is a beginning, or all of it; never more.
  expect(first.subarray(0, before.length)).toEqual(before);
  expect(printing.steps(job).at(-1)?.state).toBe(state);
};

const endingOf: Readonly<Record<FaultCase['afterwards'], Ending>> = {
  'prints itself': comesOutOnce,
  'goes on': comesOutOnce,
  'a person decides': staysWithPerson,
  nothing: comesOutOnce,
};
