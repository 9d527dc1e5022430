import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { PrinterProblem, PrintJobState, PrintJobStatus } from '../../shared/payment/print-job.ts';
import type { Paper, PaperId } from '../../shared/receipt/paper.ts';

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

export interface Printer {
  readonly paper: Paper;
  /**
   * Gives a job's bytes to the printer. Settles within the deadlines of its transport, and soon after `abandon`.
   * Does not reject: a printer's troubles are deliveries.
   */
  print(bytes: Uint8Array, abandon?: AbortSignal): Promise<PrintDelivery>;
}

/** One job for one printer. `bytes` are fixed when the job is made: a later try prints the same receipt. */
export type PrintJob = PrintJobStatus & {
  readonly id: PrintJobId;
  readonly payment: QuoteId;
  /** 0 for the first print, n for the n-th reprint. */
  readonly copy: number;
  readonly bytes: Uint8Array;
  /** The paper the bytes are laid out for. */
  readonly paper: PaperId;
};

/**
 * What the ledger hands in to the print queue. All of it is synchronous, and a status is durable when `setStatus`
 * returns. The jobs themselves are made by the ledger, in the commit that marks their payment paid.
 */
export interface PrintJobStore {
  /** The oldest job that is `queued`. */
  next(): PrintJob | undefined;
  find(id: PrintJobId): PrintJob | undefined;
  /** All jobs in a state, oldest first. */
  inState(state: PrintJobState): readonly PrintJob[];
  setStatus(id: PrintJobId, status: PrintJobStatus): void;
}
