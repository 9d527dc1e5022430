import type { ReceiptProblem } from '../../shared/contract/contract.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { Confirmation } from '../../shared/payment/outcome.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { composeReceipt, type ComposedReceipt } from '../../shared/receipt/compose.ts';
import { readInfoStruk } from '../../shared/receipt/info-struk.ts';
import { layOutReceipt, type LaidOutReceipt } from '../../shared/receipt/layout.ts';
import { papers, type PaperId } from '../../shared/receipt/paper.ts';
import { receiptFromFields } from '../../shared/receipt/receipt-from-fields.ts';
import { receiptText } from '../../shared/receipt/receipt-text.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Ledger, NewPrintJob, StoredPrintJob } from '../ledger/ledger.ts';
import type { Log } from './log.ts';
import { newPrintJobId } from './new-id.ts';

export interface ReceiptsParts {
  readonly ledger: Ledger;
  readonly queue: { wake(): void; retry(job: PrintJobId): void };
  readonly shop: () => ShopSettings;
  /** Turns a receipt that fits its paper into printer commands. */
  readonly encode: (receipt: LaidOutReceipt) => Uint8Array;
  readonly log: Log;
}

/** Receipts of paid payments: made once from the stored reply, printed, printed again, shared. */
export interface Receipts {
  /**
   * The job that is committed together with `paid`. `undefined` only if composing failed, which is a bug that
   * must not cost the payment: it can be printed from the ledger afterwards.
   */
  firstPrint(quote: Quote, confirmation: Confirmation): NewPrintJob | undefined;
  /** Wakes the printer's worker. */
  printNow(): void;
  /** Prints again: the same job where the printer took nothing of the last one, else a marked copy. */
  reprint(payment: QuoteId): Result<void, ReceiptProblem>;
  /** The bytes of a job, as they went or will go to the printer. */
  bytes(job: PrintJobId): Result<{ readonly bytes: Uint8Array; readonly paper: PaperId }, ReceiptProblem>;
  /** The receipt as text, stamps and all, for a message. */
  text(payment: QuoteId): Result<string, ReceiptProblem>;
}

export function createReceipts({ ledger, queue, shop, encode, log }: ReceiptsParts): Receipts {
  const compose = (quote: Quote, confirmation: Confirmation, copy: number): ComposedReceipt => {
    const { document, dropped } = readInfoStruk(confirmation.receiptText, confirmation.bills);
    if (dropped.length > 0) log.note(`payment ${quote.id}: the receipt held control codes that were dropped`);
    const settings = shop();
    return composeReceipt(
      confirmation.receiptText.trim() === '' ? receiptFromFields(quote, confirmation) : document,
      { ledger: ledger.kind, copy, shop: settings.shop, paper: papers[settings.printer.paper] },
    );
  };

  const job = (quote: Quote, confirmation: Confirmation, copy: number): NewPrintJob => ({
    id: newPrintJobId(),
    payment: quote.id,
    copy,
    paper: shop().printer.paper,
    bytes: encode(layOutReceipt(compose(quote, confirmation, copy))),
  });

  const paid = (
    payment: QuoteId,
  ): Result<{ readonly quote: Quote; readonly confirmation: Confirmation }, ReceiptProblem> => {
    const record = ledger.payment(payment);
    if (record === undefined) return err({ code: 'payment-not-found' });
    if (record.outcome?.kind !== 'paid') return err({ code: 'not-paid' });
    return ok({ quote: record.quote, confirmation: record.outcome.confirmation });
  };

  return {
    firstPrint(quote, confirmation) {
      try {
        return job(quote, confirmation, 0);
      } catch (error) {
        log.fault(`payment ${quote.id}: the receipt could not be composed`, error);
        return undefined;
      }
    },

    printNow: () => queue.wake(),

    reprint(payment) {
      const found = paid(payment);
      if (!found.ok) return found;
      const { quote, confirmation } = found.value;
      const last = ledger.printJobs.latestOf(payment);
      if (last !== undefined && tookNothing(last)) queue.retry(last.id);
      else {
        ledger.printJobs.add(job(quote, confirmation, last === undefined ? 0 : last.copy + 1));
        queue.wake();
      }
      return ok(undefined);
    },

    bytes(id) {
      const stored = ledger.printJobs.find(id);
      if (stored === undefined) return err({ code: 'payment-not-found' });
      return ok({ bytes: stored.bytes, paper: stored.paper });
    },

    text(payment) {
      const found = paid(payment);
      if (!found.ok) return found;
      return ok(receiptText(compose(found.value.quote, found.value.confirmation, 0)));
    },
  };
}

/** A job of which no byte reached paper: printing it once more is the first print, not a copy. */
const tookNothing = (job: StoredPrintJob): boolean => job.state === 'failed' || job.state === 'queued';
