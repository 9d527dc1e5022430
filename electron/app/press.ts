import { isDeepStrictEqual } from 'node:util';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { PrintJobKind } from '../../shared/payment/print-job.ts';
import {
  printerFor,
  type PrinterSetup,
  type PrintingSettings,
} from '../../shared/printing/printing-settings.ts';
import { composeOn, sheetFromJson, sheetToJson, type ReceiptSheet } from '../../shared/receipt/compose.ts';
import { layOutReceipt, type LaidOutReceipt } from '../../shared/receipt/layout.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { LedgerWriteError, type Ledger, type NewPrintJob, type StoredPrintJob } from '../ledger/ledger.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import { newPrintJobId } from './new-id.ts';
import { notePapers } from './note-printing.ts';

export interface PressParts {
  readonly ledger: Ledger;
  readonly queue: { wake(): void; retry(job: PrintJobId): void };
  readonly printing: () => PrintingSettings;
  /** Turns a paper that fits its printer into the printer's commands. */
  readonly encode: (receipt: LaidOutReceipt) => Uint8Array;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly log: Log;
}

/** A paper that is wanted. */
export interface PaperOrder {
  /** `null` for a list of the counter's own. */
  readonly payment: QuoteId | null;
  readonly kind: PrintJobKind;
  readonly sheet: ReceiptSheet;
  readonly copy: number;
  readonly askedBy: NewPrintJob['askedBy'];
}

export interface NotWritten {
  readonly code: 'ledger-not-written';
}

/** Where papers of every kind become print jobs: each for the printer that its kind goes to today. */
export interface Press {
  /** The job as it would be printed; nothing is written yet. */
  job(order: PaperOrder): NewPrintJob;
  /** Writes the job down and wakes the printers. */
  print(order: PaperOrder): Result<void, NotWritten>;
  /**
   * Prints a paper once more, as a person asks for it. One of which nothing has left stays the same paper: the same
   * job where the printer is still the same, else one of the same number, laid out for the printer that stands in its
   * place. Of any other it is the next copy, marked as one. `remade`: the sheet, where the stored one cannot be read.
   */
  again(last: StoredPrintJob, remade: () => ReceiptSheet): Result<void, NotWritten>;
}

/** What goes to which printer. */
const roleOf = { receipt: 'receipts', interim: 'receipts', report: 'reports' } as const satisfies Record<
  PrintJobKind,
  keyof PrintingSettings
>;

export function createPress(parts: PressParts): Press {
  const { ledger, queue, printing, encode, counter, clock, log } = parts;
  const { printJobs } = ledger;
  const printerOf = (kind: PrintJobKind): PrinterSetup => printerFor(printing(), roleOf[kind]);

  const job = ({ payment, kind, sheet, copy, askedBy }: PaperOrder): NewPrintJob => {
    const { id: printer, profile } = printerOf(kind);
    return {
      id: newPrintJobId(),
      payment,
      kind,
      copy,
      printer,
      profile,
      document: sheetToJson(sheet),
      bytes: encode(layOutReceipt(composeOn(sheet, { copy, paper: profile }))),
      askedAt: clock.now(),
      askedBy,
    };
  };

  const written = (payment: QuoteId | null, work: () => void): Result<void, NotWritten> => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      log.fault(`payment ${payment ?? 'none'}: a print could not be written down`, error);
      return err({ code: 'ledger-not-written' });
    }
    notePapers(counter, printJobs);
    return ok(undefined);
  };

  const add = (next: NewPrintJob): void => {
    printJobs.add(next);
    queue.wake();
  };

  /** The same paper on another printer. The book takes the one of before for replaced, with the new one's commit. */
  const move = (last: StoredPrintJob, moved: NewPrintJob): void => {
    // Whatever the old one's printer does meanwhile, two of one number are never printed.
    if (last.state === 'queued')
      printJobs.setStatus(last.id, { state: 'failed', problem: 'no-printer' }, clock.now());
    add(moved);
    printJobs.answer(last.id, 'left', clock.now());
  };

  return {
    job,
    print: (order) => written(order.payment, () => add(job(order))),
    again(last, remade) {
      const { payment, kind } = last;
      const next = (copy: number): NewPrintJob =>
        job({ payment, kind, copy, sheet: sheetFromJson(last.document) ?? remade(), askedBy: 'cashier' });
      if (!tookNothing(last)) return written(payment, () => add(next(last.copy + 1)));
      const setup = printerOf(kind);
      const isSame = last.printer === setup.id && isDeepStrictEqual(last.profile, setup.profile);
      return written(payment, () => (isSame ? queue.retry(last.id) : move(last, next(last.copy))));
    },
  };
}

/** A job of which no byte reached paper: printing it once more is the first print, not a copy. */
const tookNothing = ({ state }: StoredPrintJob): boolean => state === 'failed' || state === 'queued';
