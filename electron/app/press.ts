import { isDeepStrictEqual } from 'node:util';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import { paperOf, type PrintedPaper, type PrintJobKind } from '../../shared/payment/print-job.ts';
import {
  printerFor,
  type PrinterSetup,
  type PrintingSettings,
} from '../../shared/printing/printing-settings.ts';
import { composeOn } from '../../shared/receipt/compose.ts';
import { layOutReceipt, type LaidOutReceipt } from '../../shared/receipt/layout.ts';
import { sheetFromJson, sheetToJson } from '../../shared/receipt/sheet-json.ts';
import type { ReceiptSheet } from '../../shared/receipt/sheet.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  LedgerWriteError,
  type Ledger,
  type NewPrintJob,
  type ReplacedAs,
  type StoredPrintJob,
} from '../ledger/ledger.ts';
import type { AtCounter } from './at-counter.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import { newPrintJobId } from './new-id.ts';
import { notePapers } from './note-printing.ts';

export interface PressParts {
  readonly ledger: Ledger;
  readonly queue: { wake(): void; retry(job: PrintJobId, person: string | null): void };
  readonly printing: () => PrintingSettings;
  /** Turns a paper that fits its printer into the printer's commands. */
  readonly encode: (receipt: LaidOutReceipt) => Uint8Array;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly atCounter: Pick<AtCounter, 'person'>;
  readonly log: Log;
}

/** A paper that is wanted. */
export type PaperOrder = PrintedPaper & {
  readonly sheet: ReceiptSheet;
  readonly copy: number;
  readonly askedBy: NewPrintJob['askedBy'];
};

/** How a paper is printed once more. */
export interface Again<Problem> {
  /** The sheet, where the stored one cannot be read, or why it cannot be made anew. */
  readonly remade: () => Result<ReceiptSheet, Problem>;
  /** What becomes of the old one, where it waits for a person. */
  readonly oldOne: ReplacedAs;
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
   * place. Of any other it is the next copy, marked as one. With the commit of the new one the old one waits for nobody
   * any more.
   */
  again<Problem = never>(last: StoredPrintJob, by: Again<Problem>): Result<void, NotWritten | Problem>;
}

/** What goes to which printer. */
const roleOf = {
  receipt: 'receipts',
  interim: 'receipts',
  'open-payments': 'reports',
  recap: 'reports',
  x: 'reports',
  z: 'reports',
} as const satisfies Record<PrintJobKind, keyof PrintingSettings>;

export function createPress(parts: PressParts): Press {
  const { ledger, queue, printing, encode, counter, clock, atCounter, log } = parts;
  const { printJobs } = ledger;
  const printerOf = (kind: PrintJobKind): PrinterSetup => printerFor(printing(), roleOf[kind]);

  const job = ({ sheet, copy, askedBy, ...paper }: PaperOrder): NewPrintJob => {
    const { id: printer, profile } = printerOf(paper.kind);
    return {
      ...paper,
      id: newPrintJobId(),
      copy,
      printer,
      profile,
      document: sheetToJson(sheet),
      bytes: encode(layOutReceipt(composeOn(sheet, { copy, paper: profile }))),
      askedAt: clock.now(),
      askedBy,
      person: askedBy === 'cashier' ? atCounter.person() : null,
    };
  };

  const isForPrinterOfToday = ({ kind, printer, profile }: StoredPrintJob): boolean => {
    const setup = printerOf(kind);
    return printer === setup.id && isDeepStrictEqual(profile, setup.profile);
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

  return {
    job,
    print: (order) =>
      written(order.payment, () => {
        printJobs.add(job(order));
        queue.wake();
      }),
    again(last, { remade, oldOne }) {
      const { payment } = last;
      if (tookNothing(last) && isForPrinterOfToday(last))
        return written(payment, () => queue.retry(last.id, atCounter.person()));
      const copy = tookNothing(last) ? last.copy : last.copy + 1;
      const stored = sheetFromJson(last.document);
      const sheet = stored === undefined ? remade() : ok(stored);
      if (!sheet.ok) return sheet;
      return written(payment, () => {
        const next = job({ ...paperOf(last), copy, sheet: sheet.value, askedBy: 'cashier' });
        printJobs.replace(last.id, oldOne, next);
        queue.wake();
      });
    },
  };
}

/** A job of which no byte reached paper: printing it once more is the first print, not a copy. */
const tookNothing = ({ state }: StoredPrintJob): boolean => state === 'failed' || state === 'queued';
