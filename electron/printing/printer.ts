import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type {
  PrinterProblem,
  PrintJobKind,
  PrintJobState,
  PrintJobStatus,
} from '../../shared/payment/print-job.ts';
import type { PrinterId } from '../../shared/printing/printing-settings.ts';
import type { Instant } from '../../shared/time.ts';

/** What became of bytes that were given to a printer. */
export type PrintDelivery =
  /** On paper, or where it was to go: the device itself says so. */
  | { readonly state: 'printed' }
  /** Every byte was taken; nobody says what the paper looks like. */
  | { readonly state: 'sent' }
  /** Not one byte was taken: the same job may be tried again. */
  | { readonly state: 'failed'; readonly problem: PrinterProblem }
  /** Bytes were taken and then there was trouble: only a look at the printer tells. */
  | { readonly state: 'uncertain'; readonly problem: PrinterProblem };

/** How a printer is. `unknown`: it never says, or was not asked yet; it is printed on all the same. */
export type PrinterLook =
  | { readonly status: 'ok' }
  | { readonly status: 'unknown' }
  | { readonly status: 'attention'; readonly problem: PrinterProblem };

export interface PrintOptions {
  /** Gives the job up when it fires. */
  readonly abandon?: AbortSignal;
  /** A person asked for it: a printer that has become silent is written to all the same. */
  readonly insists?: boolean;
  /** Not paper but a pulse for the drawer: the printer is not asked how it is, nor whether it is done. */
  readonly isPulse?: boolean;
}

/** One printer that is set up. Its methods never reject: a printer's troubles are deliveries and looks. */
export interface Printer {
  /** Gives a job's bytes to the printer, after whatever is being printed. Settles within its deadlines. */
  print(bytes: Uint8Array, options?: PrintOptions): Promise<PrintDelivery>;
  /** Goes to see how it is. At once, with what was seen last, where it is printing. */
  look(): Promise<PrinterLook>;
  /** Whether it may be looked at every few seconds: that disturbs nobody, and it has something to say. */
  watches(): boolean;
  /** Lets go of it for good. */
  close(): Promise<void>;
}

/** One job for one printer. `bytes` are fixed when the job is made: a later try prints the same receipt. */
export type PrintJob = PrintJobStatus & {
  readonly id: PrintJobId;
  /** `null` for a list of the counter's own. */
  readonly payment: QuoteId | null;
  readonly kind: PrintJobKind;
  readonly printer: PrinterId;
  /** 0 for the first print, n for the n-th reprint. */
  readonly copy: number;
  readonly bytes: Uint8Array;
  /** When it was asked for, the last time. */
  readonly askedAt: Instant;
  /** Whether it was a person who asked, the last time. */
  readonly askedBy: 'counter' | 'cashier';
};

/**
 * What the ledger hands in to the print queue. All of it is synchronous, and a status is durable when `setStatus`
 * returns. The jobs themselves are made by the ledger, in the commit that marks their payment paid.
 */
export interface PrintJobStore {
  /** The oldest job of a printer that is `queued`. */
  next(printer: PrinterId): PrintJob | undefined;
  find(id: PrintJobId): PrintJob | undefined;
  /** All jobs in a state, oldest first. */
  inState(state: PrintJobState): readonly PrintJob[];
  setStatus(id: PrintJobId, status: PrintJobStatus, at: Instant): void;
  /** A person wants a job that `failed` after all: it is `queued`, and asked for now. */
  askAgain(id: PrintJobId, at: Instant, person?: string | null): void;
}
