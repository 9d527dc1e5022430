import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import type { PrintJobId } from '../../shared/ids.ts';
import type { PrintActor, PrintedPaper, PrintEvent, PrintProblem } from '../../shared/payment/print-job.ts';
import type { Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import type { NewPrintJob, PrintJobs, StoredPrintJob } from './ledger.ts';
import { preparePrintStatements } from './print-statements.ts';
import { readPaperEvent, readPrintJob, readStanding, readWaiting } from './rows.ts';
import type { Write } from './writer.ts';

/** The print jobs of a ledger; `insertJob` is for a job that is a part of another commit. */
export interface StoredPrinting {
  readonly printJobs: PrintJobs;
  readonly insertJob: (job: NewPrintJob) => void;
}

interface Step {
  readonly at: Instant;
  readonly actor: PrintActor;
  readonly event: PrintEvent;
  readonly problem?: PrintProblem | null;
  readonly person?: string | null;
}

/** Every change of a job, and what is told of it in the history, are one commit. */
export function createPrintJobs(database: Database, write: Write): StoredPrinting {
  const sql = preparePrintStatements(database);

  const note = (id: PrintJobId, { at, actor, event, problem = null, person = null }: Step): void =>
    void sql.noteOfJob.run(id, at, actor, event, problem, person);

  const insertJob = (job: NewPrintJob): void => {
    const { id, copy, printer, profile, document, bytes, askedAt, askedBy, person = null } = job;
    // The copy stands for what nobody has answered for.
    if (job.payment !== null) sql.supersede.run(job.payment, job.kind);
    const laidOut = [printer, JSON.stringify(profile), document, bytes] as const;
    sql.insert.run(id, ...paperColumns(job), copy, ...laidOut, askedAt, askedBy);
    note(id, { at: askedAt, actor: askedBy, event: 'made', person });
  };

  const read = (found: readonly unknown[]): readonly StoredPrintJob[] =>
    found.flatMap((row) => readPrintJob(row) ?? []);

  const printJobs: PrintJobs = {
    add: (job) => write(() => insertJob(job)),
    find: (id) => readPrintJob(sql.find.get(id)),
    latestOf: (payment, kind = 'receipt') => readPrintJob(sql.latest.get(payment, kind)),
    standingOf: (payment, kind = 'receipt') => readStanding(sql.standing.get(payment, kind)),
    next: (printer) => readPrintJob(sql.next.get(printer)),

    inState(state) {
      if (state === 'failed') return read(sql.waitingIn.all(state));
      return read((state === 'queued' || state === 'sending' ? sql.unfinished : sql.finished).all(state));
    },

    setStatus(id, { state, problem }, at) {
      write(() => {
        const { changes } = sql.setStatus.run(state, problem, id);
        if (changes !== 1) throw new Error(`a status of a print job that is not in the ledger: ${id}`);
        // A queue that tries again by itself does so every few seconds.
        if (state !== 'queued') note(id, { at, actor: 'queue', event: state, problem });
      });
    },

    askAgain(id, at, person = null) {
      write(() => {
        const { changes } = sql.askAgain.run(at, id);
        if (changes === 1) note(id, { at, actor: 'cashier', event: 'asked-again', person });
      });
    },

    waiting: (limit) => sql.waiting.all(limit).map(readWaiting),
    countWaiting: () => countRow.parse(sql.countWaiting.get()).waiting,

    findWaiting: (id) => readPrintJob(sql.findWaiting.get(id)),

    answer(id, seen, at, person = null) {
      write(() => {
        const { changes } = (seen === 'came-out' ? sql.cameOut : sql.leave).run(id);
        if (changes === 1) note(id, { at, actor: 'cashier', event: seen, person });
      });
    },

    replace(old, oldOne, next) {
      const { askedAt: at, person = null } = next;
      write(() => {
        if (sql.withdraw.run(old).changes === 1)
          note(old, { at, actor: 'queue', event: 'failed', problem: 'no-printer' });
        if (sql.leave.run(old).changes === 1) note(old, { at, actor: 'cashier', event: oldOne, person });
        insertJob(next);
      });
    },

    eventsOf: (payment) => sql.events.all(payment, mostEvents).map(readPaperEvent).toReversed(),
    noteDrawer: (payment, at, person = null) => write(() => void sql.noteDrawer.run(payment, at, person)),
  };
  return { printJobs, insertJob };
}

/** `payment`, `kind`, `report`, `shift`: the counter's own papers are of one kind, and named beside it. */
function paperColumns(paper: PrintedPaper): readonly [string | null, string, string | null, number | null] {
  if (paper.payment !== null) return [paper.payment, paper.kind, null, null];
  return [null, 'report', paper.kind, 'shift' in paper ? paper.shift : null];
}

/** A queue that tries again notes it each time: of very many the newest tell enough. */
const mostEvents = 300;
const countRow = z.object({ waiting: z.int() });
