import type { BillerId } from '../../shared/biller-profile.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { Rupiah } from '../../shared/money.ts';
import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { PrintJobState, PrintJobStatus } from '../../shared/payment/print-job.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { PaymentEvent, PaymentState } from '../../shared/payment/states.ts';
import type { ProductId } from '../../shared/products.ts';
import type { PaperId } from '../../shared/receipt/paper.ts';
import type { Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';

/** An HTTP answer as it came, byte for byte; `complete` where it came to its end. */
export interface StoredReply {
  readonly status: number;
  readonly date: string | null;
  readonly body: Uint8Array;
  readonly complete: boolean;
}

/** A payment from the moment it was sent, with all that is known of it. */
export interface PaymentRecord {
  readonly quote: Quote;
  readonly state: PaymentState;
  readonly cash: Rupiah;
  /** The host that was paid at, and the account as a fingerprint: only these may be asked about it. */
  readonly host: string;
  readonly account: string;
  /** The request with its secrets blanked. */
  readonly request: string;
  readonly sentAt: Instant;
  readonly reply: StoredReply | null;
  readonly replyAt: Instant | null;
  readonly outcome: PaymentOutcome | null;
  readonly settledAt: Instant | null;
}

/** What is needed to decide whether and when a payment is asked after. */
export interface SentPayment {
  readonly id: QuoteId;
  readonly biller: BillerId;
  readonly host: string;
  readonly account: string;
  readonly sentAt: Instant;
}

/** A payment as a list shows it. */
export interface PaymentInBrief {
  readonly id: QuoteId;
  readonly product: ProductId;
  readonly customerNumber: string;
  readonly name: string;
  readonly total: Rupiah;
  readonly state: PaymentState;
  readonly sentAt: Instant;
}

/** One line of a payment's history. Written once, never changed. */
export interface LedgerEvent {
  readonly at: Instant;
  readonly actor: Actor;
  readonly event: 'quote' | PaymentEvent;
  readonly from: PaymentState | null;
  readonly to: PaymentState;
  readonly evidence: string | null;
}

/**
 * Who moved a payment: the cashier's counter, the program putting things in order at its start, the program asking
 * the biller again, or the owner by PIN.
 */
export const actors = ['counter', 'recovery', 'checker', 'owner'] as const;
export type Actor = (typeof actors)[number];

/** A question to the biller and its answer, secrets blanked: the inquiry a quote came from, or a status call. */
export interface StoredExchange {
  readonly request: string;
  readonly reply: StoredReply;
}

export interface StatusExchange extends StoredExchange {
  readonly at: Instant;
}

/** What is committed before the first byte of a payment leaves. */
export interface Arming {
  readonly quote: QuoteId;
  readonly at: Instant;
  readonly cash: Rupiah;
  readonly host: string;
  readonly account: string;
  readonly request: string;
}

export type ArmProblem = 'quote-gone' | 'quote-expired' | 'payment-open' | 'inquiry-used';

/** A receipt to print, as it is committed together with the payment it is for. */
export interface NewPrintJob {
  readonly id: PrintJobId;
  readonly payment: QuoteId;
  /** 0 for the first print, n for the n-th reprint. */
  readonly copy: number;
  readonly paper: PaperId;
  readonly bytes: Uint8Array;
}

export type StoredPrintJob = NewPrintJob & PrintJobStatus;

export interface Settlement {
  readonly payment: QuoteId;
  readonly at: Instant;
  readonly actor: Actor;
  readonly outcome: PaymentOutcome;
  /** What showed it: the answer to the payment, or to a status call. */
  readonly by: 'reply' | 'status';
  /** The receipt, in the same commit as `paid`. */
  readonly job?: NewPrintJob;
}

/** The print jobs in the book: what the print queue works from. */
export interface PrintJobs {
  add(job: NewPrintJob): void;
  find(id: PrintJobId): StoredPrintJob | undefined;
  /** The newest job of a payment. */
  latestOf(payment: QuoteId): StoredPrintJob | undefined;
  /** The oldest job that is `queued`. */
  next(): StoredPrintJob | undefined;
  /** All jobs in a state, oldest first. */
  inState(state: PrintJobState): readonly StoredPrintJob[];
  setStatus(id: PrintJobId, status: PrintJobStatus): void;
}

/**
 * The counter's book. Every method that writes has committed, with FULL synchronisation, when it returns;
 * an I/O error throws, and then nothing of that call is in the book.
 */
export interface Ledger {
  readonly kind: LedgerKind;

  /** Keeps a quote and, where there was one of its own, the inquiry it came from. */
  addQuote(quote: Quote, inquiry?: StoredExchange): void;
  /** Ends every quote that was not paid: after a restart none may be. Returns how many. */
  expireQuotes(at: Instant): number;

  /** Makes a quote a payment in state `sent`, unless the rules forbid it. */
  arm(arming: Arming): Result<void, ArmProblem>;
  /** Keeps the raw answer. Called before anybody reads it. */
  recordReply(payment: QuoteId, reply: StoredReply, at: Instant): void;
  /** Moves a payment by its outcome; `refused` where the table of transitions forbids it. */
  settle(settlement: Settlement): Result<PaymentState, 'refused'>;

  payment(id: QuoteId): PaymentRecord | undefined;
  /** Every payment that holds its customer's place, oldest first. */
  openPayments(): readonly PaymentRecord[];
  /** Whether a customer, by identity or by the number that was asked for, has a payment that is not settled. */
  isOpenFor(product: ProductId, number: string): boolean;
  /** How many payments hold their customer's place, of all billers or of one. */
  countOpen(biller?: string): number;
  /** The hosts and accounts that payments of a biller that are not settled were sent by. */
  openAccounts(biller: string): readonly { readonly host: string; readonly account: string }[];
  /** The payments whose outcome is not known, oldest first, without their replies. */
  unknownPayments(): readonly SentPayment[];
  /** The same in brief, at most `limit`. */
  openInBrief(limit: number): readonly PaymentInBrief[];
  /** The newest payments, newest first, in brief. */
  recentPayments(limit: number): readonly PaymentInBrief[];
  events(payment: QuoteId): readonly LedgerEvent[];

  /** The inquiry a quote came from. */
  inquiryOf(quote: QuoteId): StoredExchange | undefined;
  /** Keeps an answer to a status call. Called before anybody reads it. */
  recordStatus(payment: QuoteId, exchange: StoredExchange, at: Instant): void;
  /** How often a payment was asked after and answered, and when last. */
  statusCount(payment: QuoteId): { readonly asked: number; readonly lastAt: Instant | null };
  /** The status calls about a payment, oldest first. */
  statusOf(payment: QuoteId): readonly StatusExchange[];
  /** Whether a reference or a token (empty ones aside) stands on another payment of the biller. */
  standsElsewhere(of: { payment: QuoteId; biller: string; reference: string; token: string }): boolean;
  /** How many other payments for a product and customer number were sent in [from, until). */
  countOthers(of: {
    payment: QuoteId;
    product: ProductId;
    /** Either of the two makes it the same customer. */
    customerNumber: string;
    identity: string;
    from: Instant;
    until: Instant;
  }): number;

  readonly printJobs: PrintJobs;

  close(): void;
}
