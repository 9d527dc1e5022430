import { newPrintJobId, newQuoteId } from '../../../electron/app/new-id.ts';
import { recover } from '../../../electron/app/recover.ts';
import type { Settle } from '../../../electron/app/settle.ts';
import { asksFor } from '../../../electron/app/plan-check.ts';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { businessDay, usualDay } from '../../../shared/business-day.ts';
import { rupiah } from '../../../shared/money.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { filledUntil, printer, soldPayment, type SoldPayment } from './sold-payment.ts';

/** The ledger that was filled with `filled` payments and holds `made` by now. */
export interface FilledLedger {
  readonly file: string;
  readonly filled: number;
  readonly made: number;
}

/**
 * All that the program does with its ledger from the start until somebody can sell (`electron/main.ts`), and the first
 * lists that the window asks for.
 */
export function startOn(file: string, now: Instant): Ledger {
  const opened = openLedger(file, 'live', now);
  if (!opened.ok) throw new Error(opened.error.code);
  const ledger = opened.value;
  ledger.openGaps();
  ledger.printJobs.inState('sending');
  ledger.printJobs.inState('failed');
  ledger.printJobs.next(printer);
  ledger.printJobs.countWaiting();
  recover({ ledger, clock: { now: () => now, monotonicMs: () => 0 }, settle: nothingToSettle });
  ledger.countOpen();
  ledger.newestAt();
  for (const { id } of ledger.toAskAfter(instant(now - asksFor))) ledger.statusCount(id);
  ledger.recentPayments(12);
  ledger.openInBrief(200);
  return ledger;
}

const unexpected = (): never => {
  throw new Error('the filled ledger has nothing to settle at a start');
};
const nothingToSettle: Settle = {
  byReply: unexpected,
  byStoredReply: unexpected,
  byOutcome: unexpected,
  byStatus: unexpected,
  byHand: unexpected,
};

/** Makes one payment after the other on a filled ledger, each by a customer who was paid for before, but not lately. */
export class CounterAtWork {
  readonly #ledger: Ledger;
  readonly #filled: number;
  #next: number;

  constructor(ledger: Ledger, { filled, made }: FilledLedger) {
    this.#ledger = ledger;
    this.#filled = filled;
    this.#next = made;
  }

  /** Keeps the next quote, as an inquiry does. */
  quote(): SoldPayment {
    const sold = this.#nextSold();
    const reply = { status: 200, date: null, body: Buffer.from(sold.inquiryReply), complete: true };
    this.#ledger.addQuote(sold.quote, { request: sold.request, reply });
    return sold;
  }

  #nextSold(): SoldPayment {
    for (;;) {
      const sold = soldPayment(this.#next, this.#filled, newQuoteId());
      this.#next += 1;
      // The few whose outcome is not known hold their place.
      if (!this.#ledger.isOpenFor(sold.quote.product, sold.quote.customer.identity)) return sold;
    }
  }

  /** What is measured: from the decision to pay until `sent` is durable. */
  arm({ quote, sentAt, request, cashier }: SoldPayment): void {
    const armed = this.#ledger.arm({
      quote: quote.id,
      at: sentAt,
      cash: rupiah(quote.total + 50_000),
      host: 'h2h.example:443',
      account: 'account',
      request,
      depositBefore: { amount: rupiah(901_559_209), at: quote.quotedAt },
      confirmed: [],
      day: businessDay(sentAt, usualDay),
      cashier,
    });
    if (!armed.ok) throw new Error(`the next payment was not armed: ${JSON.stringify(armed.error)}`);
  }

  settle({ quote, sentAt, reply, outcome, document, paper }: SoldPayment): void {
    const at = instant(sentAt + 2000);
    const body = Buffer.from(reply);
    this.#ledger.recordReply(quote.id, { status: 200, date: null, body, complete: true }, at);
    this.#ledger.settle({
      payment: quote.id,
      at,
      actor: 'counter',
      outcome,
      by: 'reply',
      ...(outcome.kind === 'paid'
        ? {
            job: {
              id: newPrintJobId(),
              payment: quote.id,
              kind: 'receipt',
              copy: 0,
              printer,
              profile: printerProfiles['58mm'],
              document,
              bytes: paper,
              askedAt: at,
              askedBy: 'counter',
            },
          }
        : {}),
    });
    const { printJobs } = this.#ledger;
    const job = printJobs.next(printer);
    if (job === undefined) return;
    printJobs.setStatus(job.id, { state: 'sending', problem: null }, at);
    printJobs.setStatus(job.id, { state: 'printed', problem: null }, at);
  }
}

/** Some moment after everything in a filled ledger. */
export const afterFilling = instant(filledUntil + 365 * 24 * 3_600_000);
