import type { ReceiptProblem } from '../../shared/contract/contract.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { HandOutcome } from '../../shared/payment/hand-decision.ts';
import type { Confirmation } from '../../shared/payment/outcome.ts';
import type { PrintJobKind } from '../../shared/payment/print-job.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { composeReceipt, type ComposedReceipt } from '../../shared/receipt/compose.ts';
import type { ReceiptDocument } from '../../shared/receipt/document.ts';
import { readInfoStruk } from '../../shared/receipt/info-struk.ts';
import { interimSlip } from '../../shared/receipt/interim-slip.ts';
import { layOutReceipt, type LaidOutReceipt } from '../../shared/receipt/layout.ts';
import { papers, type PaperId } from '../../shared/receipt/paper.ts';
import { receiptByHand } from '../../shared/receipt/receipt-by-hand.ts';
import { receiptFromFields } from '../../shared/receipt/receipt-from-fields.ts';
import { receiptText } from '../../shared/receipt/receipt-text.ts';
import type { ReceiptMark } from '../../shared/receipt/receipt-words.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Instant } from '../../shared/time.ts';
import { LedgerWriteError, type Ledger, type NewPrintJob, type StoredPrintJob } from '../ledger/ledger.ts';
import type { Log } from './log.ts';
import { newPrintJobId } from './new-id.ts';

export interface ReceiptsParts {
  readonly ledger: Ledger;
  readonly queue: { wake(): void; retry(job: PrintJobId): void };
  readonly shop: () => ShopSettings;
  /** Turns a receipt that fits its paper into printer commands. */
  readonly encode: (receipt: LaidOutReceipt) => Uint8Array;
  /** As the counter calls a biller. */
  readonly billerName: (biller: string) => string;
  readonly log: Log;
}

/** What makes a receipt due: the biller's word, or the owner's. */
export type ReceiptGrounds =
  | { readonly by: 'biller'; readonly confirmation: Confirmation }
  | {
      readonly by: 'hand';
      readonly outcome: Extract<HandOutcome, { readonly kind: 'paid-by-hand' }>;
      readonly at: Instant;
    };

/** Receipts of payments: made once from what is in the ledger, printed, printed again, shared. */
export interface Receipts {
  /**
   * The job that is committed together with what makes it due. `undefined` only if composing failed, which is a bug
   * that must not cost the payment: it can be printed from the ledger afterwards.
   */
  firstPrint(quote: Quote, grounds: ReceiptGrounds): NewPrintJob | undefined;
  /** The same for a payment that could not be written down: marked so, and in no ledger. */
  unsavedPrint(quote: Quote, confirmation: Confirmation): NewPrintJob | undefined;
  /** Wakes the printer's worker. */
  printNow(): void;
  /** Prints again: the same job where the printer took nothing of the last one, else a marked copy. */
  reprint(payment: QuoteId): Result<void, ReceiptProblem>;
  /** Prints the slip for the customer that says that a payment is not certain yet. */
  printInterim(payment: QuoteId): Result<void, ReceiptProblem>;
  /** The bytes of a job, as they went or will go to the printer. */
  bytes(job: PrintJobId): Result<{ readonly bytes: Uint8Array; readonly paper: PaperId }, ReceiptProblem>;
  /** The receipt as text, stamps and all, for a message. */
  text(payment: QuoteId): Result<string, ReceiptProblem>;
}

export function createReceipts(parts: ReceiptsParts): Receipts {
  const { ledger, queue, shop, encode, billerName, log } = parts;

  const certified = (quote: Quote, confirmation: Confirmation): ReceiptDocument => {
    if (confirmation.receiptText.trim() === '') return receiptFromFields(quote, confirmation);
    const { document, dropped } = readInfoStruk(confirmation.receiptText, confirmation.bills);
    if (dropped.length > 0) log.note(`payment ${quote.id}: the receipt held control codes that were dropped`);
    return document;
  };

  const composed = (
    document: ReceiptDocument,
    copy: number,
    marks: readonly ReceiptMark[] = [],
  ): ComposedReceipt => {
    const settings = shop();
    return composeReceipt(document, {
      ledger: ledger.kind,
      copy,
      marks,
      shop: settings.shop,
      paper: papers[settings.printer.paper],
    });
  };

  const compose = (quote: Quote, grounds: ReceiptGrounds, copy: number): ComposedReceipt =>
    grounds.by === 'biller'
      ? composed(certified(quote, grounds.confirmation), copy)
      : composed(receiptByHand(quote, grounds.outcome, grounds.at), copy, ['by-hand']);

  const jobOf = (
    payment: QuoteId,
    receipt: ComposedReceipt,
    copy: number,
    kind: PrintJobKind,
  ): NewPrintJob => ({
    id: newPrintJobId(),
    payment,
    kind,
    copy,
    paper: shop().printer.paper,
    bytes: encode(layOutReceipt(receipt)),
  });

  const due = (
    payment: QuoteId,
  ): Result<{ readonly quote: Quote; readonly grounds: ReceiptGrounds }, ReceiptProblem> => {
    const record = ledger.payment(payment);
    if (record === undefined) return err({ code: 'payment-not-found' });
    const { quote, outcome, settledAt } = record;
    if (outcome?.kind === 'paid')
      return ok({ quote, grounds: { by: 'biller', confirmation: outcome.confirmation } });
    if (outcome?.kind === 'paid-by-hand' && settledAt !== null)
      return ok({ quote, grounds: { by: 'hand', outcome, at: settledAt } });
    return err({ code: 'not-paid' });
  };

  /** The last job once more where no byte of it reached paper, else a new one. */
  const printOrRetry = (
    payment: QuoteId,
    kind: PrintJobKind,
    next: (copy: number) => ComposedReceipt,
  ): Result<void, ReceiptProblem> => {
    const last = ledger.printJobs.latestOf(payment, kind);
    if (last !== undefined && tookNothing(last)) {
      queue.retry(last.id);
      return ok(undefined);
    }
    const copy = last === undefined ? 0 : last.copy + 1;
    try {
      ledger.printJobs.add(jobOf(payment, next(copy), copy, kind));
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      log.fault(`payment ${payment}: a print could not be written down`, error);
      return err({ code: 'ledger-not-written' });
    }
    queue.wake();
    return ok(undefined);
  };

  const attempt = (quote: Quote, make: () => NewPrintJob): NewPrintJob | undefined => {
    try {
      return make();
    } catch (error) {
      log.fault(`payment ${quote.id}: the receipt could not be composed`, error);
      return undefined;
    }
  };

  return {
    firstPrint: (quote, grounds) =>
      attempt(quote, () => jobOf(quote.id, compose(quote, grounds, 0), 0, 'receipt')),
    unsavedPrint: (quote, confirmation) =>
      attempt(quote, () =>
        jobOf(quote.id, composed(certified(quote, confirmation), 0, ['unsaved']), 0, 'receipt'),
      ),

    printNow: () => queue.wake(),

    reprint(payment) {
      const found = due(payment);
      if (!found.ok) return found;
      const { quote, grounds } = found.value;
      return printOrRetry(payment, 'receipt', (copy) => compose(quote, grounds, copy));
    },

    printInterim(payment) {
      const record = ledger.payment(payment);
      if (record === undefined) return err({ code: 'payment-not-found' });
      const { quote, cash, sentAt, state } = record;
      // One that is settled has a receipt of its own, or none to give.
      if (state !== 'unknown') return err({ code: 'not-paid' });
      const slip = interimSlip({ quote, cash, sentAt, billerName: billerName(quote.biller) });
      return printOrRetry(payment, 'interim', (copy) => composed(slip, copy));
    },

    bytes(id) {
      const stored = ledger.printJobs.find(id);
      if (stored === undefined) return err({ code: 'payment-not-found' });
      return ok({ bytes: stored.bytes, paper: stored.paper });
    },

    text(payment) {
      const found = due(payment);
      return found.ok ? ok(receiptText(compose(found.value.quote, found.value.grounds, 0))) : found;
    },
  };
}

/** A job of which no byte reached paper: printing it once more is the first print, not a copy. */
const tookNothing = (job: StoredPrintJob): boolean => job.state === 'failed' || job.state === 'queued';
