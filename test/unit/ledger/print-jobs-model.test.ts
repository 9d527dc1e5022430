import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger, NewPrintJob } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import type { PrintJobId } from '../../../shared/ids.ts';
import {
  paymentPapers,
  printJobStates,
  type PrintJobKind,
  type PrintJobState,
  type PrintJobStatus,
} from '../../../shared/payment/print-job.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { job, quoteId, start } from './documents.ts';
import { withPaid } from './paid-ledger.ts';
import { printHistory, type PrintHistoryEntry } from './print-history.ts';
import { memoryFolder } from './temp-folder.ts';

/** What becomes of print jobs, said a second time and as simply as can be. */
interface ModelJob {
  made: NewPrintJob;
  status: PrintJobStatus;
  waits: boolean;
}
interface Model {
  readonly jobs: ModelJob[];
  /** Told of each of the two payments. */
  readonly history: Readonly<Record<1 | 2, PrintHistoryEntry[]>>;
  clock: number;
}
interface Real {
  ledger: Ledger;
  readonly file: string;
}

const payments = [1, 2] as const;
const printers = ['screen', 'kitchen'] as const;
const idsOf = (jobs: readonly ModelJob[]): readonly PrintJobId[] => jobs.map(({ made }) => made.id);

/** Everything that can be asked is compared after every command. */
function agree({ jobs, history }: Model, { ledger, file }: Real): void {
  const { printJobs } = ledger;
  for (const { made, status } of jobs) expect(printJobs.find(made.id)).toEqual({ ...made, ...status });
  for (const printer of printers)
    expect(printJobs.next(printer)?.id).toBe(
      jobs.find(({ made, status }) => made.printer === printer && status.state === 'queued')?.made.id,
    );
  const waiting = idsOf(jobs.filter(({ waits }) => waits));
  expect(printJobs.waiting(1000).map(({ id }) => id)).toEqual(waiting);
  expect(printJobs.waiting(2).map(({ id }) => id)).toEqual(waiting.slice(0, 2));
  expect(printJobs.countWaiting()).toBe(waiting.length);
  for (const { made, waits } of jobs)
    expect(printJobs.findWaiting(made.id)?.id).toBe(waits ? made.id : undefined);
  for (const state of printJobStates) {
    const inState = jobs.filter(({ status }) => status.state === state);
    const expected = state === 'failed' ? inState.filter(({ waits }) => waits) : inState;
    expect(printJobs.inState(state).map(({ id }) => id)).toEqual(idsOf(expected));
  }
  for (const n of payments) {
    expect(printHistory(file, quoteId(n))).toEqual(history[n]);
    for (const kind of paymentPapers) {
      const newest = jobs.findLast(({ made }) => made.payment === quoteId(n) && made.kind === kind);
      expect(printJobs.latestOf(quoteId(n), kind)?.id).toBe(newest?.made.id);
      const standing = printJobs.standingOf(quoteId(n), kind);
      expect([standing?.id, standing?.waits]).toEqual([newest?.made.id, newest?.waits]);
    }
  }
}

type Command = fc.Command<Model, Real>;

const command = (name: string, run: (model: Model, real: Real, at: Instant) => void): Command => ({
  check: () => true,
  run(model, real) {
    model.clock += 1;
    run(model, real, instant(model.clock));
    agree(model, real);
  },
  toString: () => name,
});

function tell({ history }: Model, { made }: ModelJob, entry: Omit<PrintHistoryEntry, 'job'>): void {
  const of = payments.find((n) => made.payment === quoteId(n));
  if (of !== undefined) history[of].push({ ...entry, job: made.id });
}

/** It stands for what was before it of its payment and kind. */
function push(model: Model, made: NewPrintJob): void {
  const { payment, kind, askedAt: at, askedBy: actor } = made;
  if (payment !== null)
    for (const older of model.jobs)
      if (older.made.payment === payment && older.made.kind === kind) older.waits = false;
  const added: ModelJob = { made, status: { state: 'queued', problem: null }, waits: false };
  model.jobs.push(added);
  tell(model, added, { at, actor, event: 'made', problem: null });
}

const add = (payment: number, kind: PrintJobKind, printer: string, askedBy: 'counter' | 'cashier'): Command =>
  command(`add(${payment} ${kind} ${printer} ${askedBy})`, (model, real, at) => {
    const of = kind === 'receipt' || kind === 'interim' ? quoteId(payment) : null;
    const made = job(model.jobs.length + 1, of, { kind, printer, askedAt: at, askedBy });
    real.ledger.printJobs.add(made);
    push(model, made);
  });

/** What a command is about: one of the jobs that there are. */
const onJob = (
  name: string,
  which: number,
  run: (model: Model, real: Real, at: Instant, chosen: ModelJob) => void,
): Command =>
  command(`${name} of ${which}`, (model, real, at) => {
    const chosen = model.jobs[which % Math.max(1, model.jobs.length)];
    if (chosen !== undefined) run(model, real, at, chosen);
  });

/** Lists of the counter's own are of no payment: none stands for another. */
const isNewest = ({ jobs }: Model, { made }: ModelJob): boolean =>
  made.payment === null ||
  jobs.findLast((each) => each.made.payment === made.payment && each.made.kind === made.kind)?.made === made;

const statusOf = (state: PrintJobState): PrintJobStatus =>
  state === 'failed' || state === 'uncertain' ? { state, problem: 'stalled' } : { state, problem: null };

const setStatus = (which: number, status: PrintJobStatus): Command =>
  onJob(status.state, which, (model, real, at, chosen) => {
    real.ledger.printJobs.setStatus(chosen.made.id, status, at);
    chosen.status = status;
    chosen.waits = status.problem !== null && isNewest(model, chosen);
    const { state, problem } = status;
    if (state !== 'queued') tell(model, chosen, { at, actor: 'queue', event: state, problem });
  });

const askAgain = (which: number): Command =>
  onJob('ask again', which, (model, real, at, chosen) => {
    real.ledger.printJobs.askAgain(chosen.made.id, at);
    if (chosen.status.state !== 'failed') return;
    chosen.made = { ...chosen.made, askedAt: at, askedBy: 'cashier' };
    chosen.status = { state: 'queued', problem: null };
    chosen.waits = false;
    tell(model, chosen, { at, actor: 'cashier', event: 'asked-again', problem: null });
  });

const answer = (which: number, seen: 'came-out' | 'left'): Command =>
  onJob(seen, which, (model, real, at, chosen) => {
    real.ledger.printJobs.answer(chosen.made.id, seen, at);
    if (!chosen.waits) return;
    chosen.waits = false;
    if (seen === 'came-out') chosen.status = { state: 'printed', problem: null };
    tell(model, chosen, { at, actor: 'cashier', event: seen, problem: null });
  });

const replace = (which: number, oldOne: 'did-not-come-out' | 'left', printer: string): Command =>
  onJob(`${oldOne} and again on ${printer}`, which, (model, real, at, chosen) => {
    const { payment, kind, copy } = chosen.made;
    const over = { kind, printer, copy: copy + 1, askedAt: at, askedBy: 'cashier' } as const;
    const made = job(model.jobs.length + 1, payment, over);
    real.ledger.printJobs.replace(chosen.made.id, oldOne, made);
    if (chosen.status.state === 'queued') {
      chosen.status = { state: 'failed', problem: 'no-printer' };
      tell(model, chosen, { at, actor: 'queue', event: 'failed', problem: 'no-printer' });
    }
    if (chosen.waits) tell(model, chosen, { at, actor: 'cashier', event: oldOne, problem: null });
    chosen.waits = false;
    push(model, made);
  });

const openDrawer = (payment: 1 | 2): Command =>
  command(`drawer(${payment})`, (model, real, at) => {
    real.ledger.printJobs.noteDrawer(quoteId(payment), at);
    const entry = { at, actor: 'counter', event: 'drawer-opened', job: null, problem: null } as const;
    model.history[payment].push(entry);
  });

const reopen = command('reopen', (model, real) => {
  real.ledger.close();
  real.ledger = open(real.file, instant(model.clock));
});

function open(file: string, at: Instant): Ledger {
  const opened = openLedger(file, 'training', at);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

const any = fc.nat({ max: 20 });
const commands = fc.commands(
  [
    fc
      .tuple(
        fc.constantFrom(...payments),
        fc.constantFrom(...paymentPapers, 'open-payments' as const),
        fc.constantFrom(...printers),
        fc.constantFrom('counter' as const, 'cashier' as const),
      )
      .map((args) => add(...args)),
    fc.tuple(any, fc.constantFrom(...printJobStates).map(statusOf)).map((args) => setStatus(...args)),
    fc
      .tuple(any, fc.constantFrom('failed' as const, 'uncertain' as const).map(statusOf))
      .map((args) => setStatus(...args)),
    any.map(askAgain),
    fc.tuple(any, fc.constantFrom('came-out' as const, 'left' as const)).map((args) => answer(...args)),
    fc
      .tuple(any, fc.constantFrom('did-not-come-out' as const, 'left' as const), fc.constantFrom(...printers))
      .map((args) => replace(...args)),
    fc.constantFrom(...payments).map(openDrawer),
    fc.constant(reopen),
  ],
  { maxCommands: 30 },
);

describe('print jobs and a model of them', () => {
  it('agree after every command, whatever the order of commands', { timeout: 120_000 }, () => {
    const { file: sold, close } = withPaid(...payments);
    close();
    const folder = memoryFolder();
    let run = 0;
    fc.assert(
      fc.property(commands, (sequence) => {
        const file = path.join(folder, `${run++}.db`);
        fs.copyFileSync(sold, file);
        const real: Real = { ledger: open(file, start), file };
        try {
          fc.modelRun(
            () => ({ model: { jobs: [], history: { 1: [], 2: [] }, clock: start }, real }),
            sequence,
          );
        } finally {
          real.ledger.close();
          for (const each of [file, `${file}.reserve`]) fs.rmSync(each, { force: true });
        }
      }),
      { numRuns: 150 },
    );
  });
});
