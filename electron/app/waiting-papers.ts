import { answersTo, type PaperAnswer, type WaitingPaper } from '../../shared/contract/printing.ts';
import type { PrintJobId } from '../../shared/ids.ts';
import { amountDue } from '../../shared/payment/quote.ts';
import { printerOf, type PrintingSettings } from '../../shared/printing/printing-settings.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  LedgerWriteError,
  type Ledger,
  type ReplacedAs,
  type StoredPrintJob,
  type WaitingPrintJob,
} from '../ledger/ledger.ts';
import type { AtCounter } from './at-counter.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import { notePapers } from './note-printing.ts';
import type { OpenPaymentsReport } from './open-payments-report.ts';
import type { NotWritten, Press } from './press.ts';
import type { PaperProblem, Receipts } from './receipts.ts';
import type { Shift } from './shift.ts';

export interface WaitingPapersParts {
  readonly ledger: Pick<Ledger, 'payment' | 'printJobs'>;
  readonly receipts: Receipts;
  readonly report: OpenPaymentsReport;
  readonly shift: Pick<Shift, 'again'>;
  readonly press: Pick<Press, 'again'>;
  readonly printing: () => PrintingSettings;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly atCounter: Pick<AtCounter, 'person'>;
  readonly log: Log;
}

export type AnswerProblem = PaperProblem | { readonly code: 'no-such-paper' };

/** The papers that a person must see to, and what that person says. */
export interface WaitingPapers {
  /** Oldest first. */
  list(): WaitingPaper[];
  /**
   * Acts on what a person says of a paper. `no-such-paper` where it waits no more, or where that cannot be said of it.
   * Where a paper may not be printed any more (its payment turned out otherwise), nothing is noted either.
   */
  answer(job: PrintJobId, answer: PaperAnswer): Result<undefined, AnswerProblem>;
}

const longestList = 100;

export function createWaitingPapers(parts: WaitingPapersParts): WaitingPapers {
  const { ledger, receipts, report, shift, press, printing, counter, clock, atCounter, log } = parts;
  const { printJobs } = ledger;

  const paymentOf = ({ payment }: WaitingPrintJob): WaitingPaper['payment'] => {
    const quote = payment === null ? undefined : ledger.payment(payment)?.quote;
    if (quote === undefined) return null;
    const { id, product, customer, customerNumber } = quote;
    return { id, product, customerName: customer.name, customerNumber, total: amountDue(quote) };
  };

  const view = (job: WaitingPrintJob): WaitingPaper => ({
    job: job.id,
    kind: job.kind,
    copy: job.copy,
    state: job.state,
    problem: job.problem,
    printer: printerOf(printing(), job.printer)?.name ?? '',
    at: job.askedAt,
    payment: paymentOf(job),
  });

  const note = (job: StoredPrintJob, seen: 'came-out' | 'left'): Result<void, NotWritten> => {
    try {
      printJobs.answer(job.id, seen, clock.now(), atCounter.person());
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      log.fault(`print ${job.id}: what a person saw could not be written down`, error);
      return err({ code: 'ledger-not-written' });
    }
    notePapers(counter, printJobs);
    return ok(undefined);
  };

  /** Each kind of paper by whoever makes it. A payment's paper that waits is the newest of its kind: the book takes any other for replaced. */
  const print = (job: StoredPrintJob, oldOne: ReplacedAs): Result<void, PaperProblem> => {
    switch (job.kind) {
      case 'receipt':
        return receipts.reprint(job.payment, oldOne);
      case 'interim':
        return receipts.printInterim(job.payment, oldOne);
      case 'open-payments':
        return report.again(job, oldOne);
      case 'recap':
        // What was paid together may be at rest by now: whoever wants it anew has it from there.
        return press.again(job, { remade: () => err({ code: 'no-longer-due' }), oldOne });
      case 'x':
      case 'z':
        return shift.again(job, oldOne);
    }
  };

  const act: Readonly<Record<PaperAnswer, (job: StoredPrintJob) => Result<void, PaperProblem>>> = {
    print: (job) => print(job, 'left'),
    'came-out': (job) => note(job, 'came-out'),
    'did-not-come-out': (job) => print(job, 'did-not-come-out'),
    leave: (job) => note(job, 'left'),
  };

  return {
    list: () => printJobs.waiting(longestList).map(view),
    answer(id, answer) {
      const job = printJobs.findWaiting(id);
      if (job === undefined || !mayBeSaid(job, answer)) return err({ code: 'no-such-paper' });
      const done = act[answer](job);
      return done.ok ? ok(undefined) : done;
    },
  };
}

const mayBeSaid = ({ state }: StoredPrintJob, answer: PaperAnswer): boolean =>
  (state === 'failed' || state === 'uncertain') && answersTo[state].includes(answer);
