import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { PrintJobStatus } from '../../shared/payment/print-job.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { PaymentState } from '../../shared/payment/states.ts';
import type { Ledger, NewPrintJob } from '../ledger/ledger.ts';
import type { PrintDelivery } from '../printing/printer.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import type { Receipts } from './receipts.ts';
import type { Selling } from './selling.ts';

/** What came of a payment and could not be written down: it is on the screen and on paper, and nowhere else. */
export interface UnsavedOutcome {
  readonly outcome: PaymentOutcome;
  /** Its slip, marked as not written down, and how far that is; `null` where there is nothing to print. */
  readonly print: (NewPrintJob & PrintJobStatus) | null;
}

/**
 * The outcomes of this run that the ledger did not take. Selling stops with the first; the next start finds the payment
 * as it was sent, and asks.
 */
export interface Unsaved {
  keep(quote: Quote, outcome: PaymentOutcome): void;
  of(payment: QuoteId): UnsavedOutcome | undefined;
  /** The slip of a job that is in no ledger. */
  slip(job: PrintJobId): NewPrintJob | undefined;
}

export interface UnsavedParts {
  readonly counter: Counter;
  readonly selling: Selling;
  readonly receipts: Pick<Receipts, 'unsavedPrint'>;
  /** Prints past the queue, which keeps its jobs in the ledger. Never rejects. */
  readonly print: (bytes: Uint8Array) => Promise<PrintDelivery>;
  readonly log: Log;
}

export function createUnsaved({ counter, selling, receipts, print, log }: UnsavedParts): Unsaved {
  const kept = new Map<QuoteId, UnsavedOutcome>();

  const set = (id: QuoteId, unsaved: UnsavedOutcome): void => {
    kept.set(id, unsaved);
    counter.ledgerChanged(counter.state().unresolved);
  };

  const printOnce = async (id: QuoteId, outcome: PaymentOutcome, job: NewPrintJob): Promise<void> => {
    set(id, { outcome, print: { ...job, state: 'sending', problem: null } });
    const delivery = await print(job.bytes);
    const status: PrintJobStatus =
      'problem' in delivery ? delivery : { state: delivery.state, problem: null };
    set(id, { outcome, print: { ...job, ...status } });
  };

  return {
    keep(quote, outcome) {
      selling.stop('unsaved');
      // The outcome itself may be money: a token stands in the log of nobody.
      log.note(`payment ${quote.id} is ${outcome.kind}, and that is not in the ledger`);
      const job = outcome.kind === 'paid' ? receipts.unsavedPrint(quote, outcome.confirmation) : undefined;
      if (job === undefined) set(quote.id, { outcome, print: null });
      else void printOnce(quote.id, outcome, job);
    },
    of: (payment) => kept.get(payment),
    slip: (job) => [...kept.values()].find(({ print: slip }) => slip?.id === job)?.print ?? undefined,
  };
}

/** The state of a payment, also of one whose outcome stands here only; `undefined` where none was sent. */
export const stateOf = (
  { ledger, unsaved }: { readonly ledger: Pick<Ledger, 'payment'>; readonly unsaved: Pick<Unsaved, 'of'> },
  id: QuoteId,
): PaymentState | undefined => unsaved.of(id)?.outcome.kind ?? ledger.payment(id)?.state;
