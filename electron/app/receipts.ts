import type { ReceiptProblem } from '../../shared/contract/contract.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { HandOutcome } from '../../shared/payment/hand-decision.ts';
import type { Confirmation } from '../../shared/payment/outcome.ts';
import type { PaymentPaper } from '../../shared/payment/print-job.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { isOpen } from '../../shared/payment/states.ts';
import type { PrinterProfile } from '../../shared/printing/printer-profile.ts';
import { composeWords } from '../../shared/receipt/compose.ts';
import { counterSums, type CounterSum } from '../../shared/receipt/counter-sums.ts';
import type { ReceiptDocument } from '../../shared/receipt/document.ts';
import { readInfoStruk } from '../../shared/receipt/info-struk.ts';
import { interimSlip } from '../../shared/receipt/interim-slip.ts';
import { receiptByHand } from '../../shared/receipt/receipt-by-hand.ts';
import { receiptFromFields } from '../../shared/receipt/receipt-from-fields.ts';
import { receiptText } from '../../shared/receipt/receipt-text.ts';
import type { ReceiptMark } from '../../shared/receipt/receipt-words.ts';
import { sheetFromJson } from '../../shared/receipt/sheet-json.ts';
import { composeSheet, type ReceiptSheet } from '../../shared/receipt/sheet.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Instant } from '../../shared/time.ts';
import type { Ledger, NewPrintJob, PaymentRecord, ReplacedAs } from '../ledger/ledger.ts';
import type { DroppedControls } from './dropped-controls.ts';
import type { Log } from './log.ts';
import type { Press } from './press.ts';

export interface ReceiptsParts {
  readonly ledger: Ledger;
  readonly press: Press;
  readonly shop: () => ShopSettings;
  /** As the counter calls a biller. */
  readonly billerName: (biller: string) => string;
  /** Told what a biller's receipt held and must not reach a printer. */
  readonly dropped: Pick<DroppedControls, 'note'>;
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

/** Why a paper of a payment cannot be had. */
export interface PaperProblem {
  readonly code: Exclude<ReceiptProblem['code'], 'picture-not-written'>;
}

/** What stands on a paper besides its document. */
interface OnSheet {
  readonly id: QuoteId;
  readonly sums?: readonly CounterSum[];
  readonly marks?: readonly ReceiptMark[];
}

/**
 * Receipts of payments: made once from what is in the ledger, printed, printed again, shared. What was made stands in
 * the ledger with its first job, and every later one is of that, on whatever printer.
 */
export interface Receipts {
  /**
   * The job that is committed together with what makes it due. `undefined` only if composing failed, which is a bug
   * that must not cost the payment: it can be printed from the ledger afterwards.
   */
  firstPrint(quote: Quote, grounds: ReceiptGrounds): NewPrintJob | undefined;
  /** The same for a payment that could not be written down: marked so, and in no ledger. */
  unsavedPrint(quote: Quote, confirmation: Confirmation): NewPrintJob | undefined;
  /**
   * Prints again: the same paper where the printer took nothing of the last one, else a marked copy. `oldOne`: what
   * becomes of the last one, where it waits for a person; `left` where it is not given.
   */
  reprint(payment: QuoteId, oldOne?: ReplacedAs): Result<void, PaperProblem>;
  /** Prints, in the same way, the slip for the customer that says that a payment is not certain yet. */
  printInterim(payment: QuoteId, oldOne?: ReplacedAs): Result<void, PaperProblem>;
  /** The bytes of a job, as they went or will go to the printer, and what they are laid out for. */
  bytes(
    job: PrintJobId,
  ): Result<{ readonly bytes: Uint8Array; readonly paper: PrinterProfile }, PaperProblem>;
  /** The receipt as text, stamps and all, for a message. */
  text(payment: QuoteId): Result<string, PaperProblem>;
}

export function createReceipts(parts: ReceiptsParts): Receipts {
  const { ledger, press, shop, billerName, dropped, log } = parts;

  const certified = (quote: Quote, confirmation: Confirmation): ReceiptDocument => {
    if (confirmation.receiptText.trim() === '') return receiptFromFields(quote, confirmation);
    const read = readInfoStruk(confirmation.receiptText, confirmation.bills);
    if (read.dropped.length > 0) {
      log.note(`payment ${quote.id}: the receipt held control codes that were dropped`);
      dropped.note(quote.id, billerName(quote.biller), read.dropped);
    }
    return read.document;
  };

  /** Who sold a payment, as its record has it: a late answer may find somebody else at the counter. */
  const cashierOf = (payment: QuoteId): string => {
    try {
      return ledger.payment(payment)?.cashier ?? '';
    } catch (error) {
      // A ledger that has failed must not cost the receipt that is all there is.
      log.fault(`payment ${payment}: who sold it could not be read`, error);
      return '';
    }
  };

  const sheetOf = (document: ReceiptDocument, { id, sums = [], marks = [] }: OnSheet): ReceiptSheet => {
    const { shop: name, slip } = shop();
    return composeSheet(document, {
      ledger: ledger.kind,
      marks,
      shop: name,
      sums,
      cashier: cashierOf(id),
      slip,
    });
  };

  /** A receipt proper: with what the shop adds to the bill. */
  const receiptOf = (
    quote: Quote,
    document: ReceiptDocument,
    marks: readonly ReceiptMark[] = [],
  ): ReceiptSheet =>
    sheetOf(document, { id: quote.id, sums: counterSums(quote, document.slips.length), marks });

  const receiptSheet = (quote: Quote, grounds: ReceiptGrounds): ReceiptSheet =>
    grounds.by === 'biller'
      ? receiptOf(quote, certified(quote, grounds.confirmation))
      : receiptOf(quote, receiptByHand(quote, grounds.outcome, grounds.at), ['by-hand']);

  const interimSheet = ({ quote, cash, sentAt }: PaymentRecord): ReceiptSheet =>
    sheetOf(interimSlip({ quote, cash, sentAt, billerName: billerName(quote.biller) }), { id: quote.id });

  const recordOf = (payment: QuoteId): Result<PaymentRecord, PaperProblem> => {
    const record = ledger.payment(payment);
    return record === undefined ? err({ code: 'payment-not-found' }) : ok(record);
  };

  /** How each paper is made from the ledger, where it is due at all. */
  const due: Record<PaymentPaper, (record: PaymentRecord) => Result<() => ReceiptSheet, PaperProblem>> = {
    receipt(record) {
      const grounds = groundsOf(record);
      return grounds === undefined
        ? err({ code: 'not-paid' })
        : ok(() => receiptSheet(record.quote, grounds));
    },
    interim(record) {
      if (record.state === 'unknown') return ok(() => interimSheet(record));
      // One that is settled has a receipt of its own, or none to give.
      return err({ code: isOpen(record.state) ? 'not-paid' : 'no-longer-due' });
    },
  };

  const madeOf = (payment: QuoteId, kind: PaymentPaper): Result<() => ReceiptSheet, PaperProblem> => {
    const record = recordOf(payment);
    return record.ok ? due[kind](record.value) : record;
  };

  const printAgain = (
    payment: QuoteId,
    kind: PaymentPaper,
    oldOne: ReplacedAs = 'left',
  ): Result<void, PaperProblem> => {
    const made = madeOf(payment, kind);
    if (!made.ok) return made;
    const last = ledger.printJobs.latestOf(payment, kind);
    return last === undefined
      ? press.print({ payment, kind, sheet: made.value(), copy: 0, askedBy: 'cashier' })
      : press.again(last, { remade: () => ok(made.value()), oldOne });
  };

  const firstOf = (quote: Quote, sheet: () => ReceiptSheet): NewPrintJob | undefined => {
    const paper = { kind: 'receipt', payment: quote.id } as const;
    try {
      return press.job({ ...paper, sheet: sheet(), copy: 0, askedBy: 'counter' });
    } catch (error) {
      log.fault(`payment ${quote.id}: the receipt could not be composed`, error);
      return undefined;
    }
  };

  return {
    firstPrint: (quote, grounds) => firstOf(quote, () => receiptSheet(quote, grounds)),
    unsavedPrint: (quote, confirmation) =>
      firstOf(quote, () => receiptOf(quote, certified(quote, confirmation), ['unsaved'])),

    reprint: (payment, oldOne) => printAgain(payment, 'receipt', oldOne),
    printInterim: (payment, oldOne) => printAgain(payment, 'interim', oldOne),

    bytes(id) {
      const stored = ledger.printJobs.find(id);
      if (stored === undefined) return err({ code: 'payment-not-found' });
      return ok({ bytes: stored.bytes, paper: stored.profile });
    },

    text(payment) {
      const made = madeOf(payment, 'receipt');
      if (!made.ok) return made;
      const last = ledger.printJobs.latestOf(payment);
      const sheet = (last === undefined ? undefined : sheetFromJson(last.document)) ?? made.value();
      return ok(receiptText(composeWords(sheet)));
    },
  };
}

/** What makes a payment's receipt due, where something does. */
function groundsOf({ outcome, settledAt }: PaymentRecord): ReceiptGrounds | undefined {
  if (outcome?.kind === 'paid') return { by: 'biller', confirmation: outcome.confirmation };
  if (outcome?.kind === 'paid-by-hand' && settledAt !== null) return { by: 'hand', outcome, at: settledAt };
  return undefined;
}
