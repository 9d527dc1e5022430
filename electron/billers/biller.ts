import type {
  BillerForm,
  BillerId,
  BillerProfile,
  BillerSecrets,
  ConnectionTest,
  PriceListEntry,
  Service,
} from '../../shared/biller-profile.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { Rupiah } from '../../shared/money.ts';
import type { Confirmation, PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Bill, Customer, Extras, Quote } from '../../shared/payment/quote.ts';
import type { Refusal } from '../../shared/payment/refusal.ts';
import type { Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';

/** An HTTP answer as it came, decompressed. Committed to the ledger before anybody reads it. */
export interface RawReply {
  readonly status: number;
  /** The `Date` header, where there was one: the biller's clock. */
  readonly date: string | null;
  readonly body: Uint8Array;
  /** `false`: the connection broke, or the answer was cut off at the size limit. Kept, and never believed. */
  readonly complete: boolean;
}

/** What is kept of a request: method, address and body with every secret blanked. */
export type RedactedRequest = string;

/** A question and its answer, as both are kept with the payment they were about. */
export interface ApiExchange {
  readonly request: RedactedRequest;
  readonly reply: RawReply;
}

/** What is asked about a customer. */
export interface InquiryRequest {
  readonly service: Service;
  readonly customerNumber: string;
  readonly extras: Extras;
  readonly at: Instant;
}

/** What the biller says about a customer number. Nothing has been paid or promised. */
export type Inquiry = {
  readonly customer: Customer;
  /** The biller's own id for this inquiry; the payment names it. */
  readonly inquiryId: string;
  /** Ours, where the biller wants one. */
  readonly ourReference?: string;
  readonly depositCharge?: Rupiah;
  readonly deposit?: Rupiah;
  readonly exchange: ApiExchange;
} & (
  | {
      readonly kind: 'bills';
      readonly bills: readonly Bill[];
    }
  | {
      readonly kind: 'denominations';
      readonly denominations: readonly Rupiah[];
      /** Added once to the denomination chosen. */
      readonly adminFee: Rupiah;
    }
);

/** Why an inquiry gave nothing that could be paid. */
export interface InquiryProblem {
  readonly code:
    | 'not-set-up'
    | 'no-connection'
    | 'no-answer'
    | 'unreadable-reply'
    | 'mismatched-reply'
    | 'refused-by-biller'
    | 'abandoned';
  /** The biller's own code and words, where it gave any, and what its table says of the code. */
  readonly billerCode?: string;
  readonly billerText?: string;
  readonly refusal?: Refusal;
  /** The biller's clock, where it answered. */
  readonly date?: string;
}

/** Why a connection for a payment could not be made. No byte of the payment has left. */
export interface NotSent {
  readonly code: 'not-set-up' | 'no-connection';
}

/** What became of a payment's request once it was handed to the connection. */
export interface PaymentExchange {
  /** The answer, or `undefined` once the deadline has passed or the connection broke. Never rejects. */
  readonly byDeadline: Promise<RawReply | undefined>;
  /** An answer that came after the deadline; `undefined` when there will be none. Never rejects. */
  readonly late: Promise<RawReply | undefined>;
}

/** Where payments go and who pays, the account as a fingerprint that tells nothing of it. */
export interface Account {
  readonly host: string;
  readonly account: string;
}

/** An open connection on which one payment may be sent, once. */
export interface PaymentLine extends Account {
  readonly request: RedactedRequest;
  /** Sends the request this line was opened for. A second call throws: a payment is sent at most once. */
  send(): PaymentExchange;
  /** Closes the line without sending. */
  abandon(): void;
}

/** What an answer to a payment says, and the deposit it reports. */
export interface PaymentReading {
  readonly outcome: PaymentOutcome;
  readonly deposit?: Rupiah;
}

/** A payment as a status call knows it. */
export interface PaymentToCheck {
  readonly quote: Quote;
  readonly sentAt: Instant;
}

/** What an answer to a status call says of the payment. */
export type StatusReading =
  | { readonly kind: 'paid'; readonly confirmation: Confirmation }
  /** The biller says that the payment failed. */
  | { readonly kind: 'rejected'; readonly code: string; readonly text: string }
  /** The biller says that the request for payment never reached it; true only once it can no longer arrive. */
  | { readonly kind: 'not-received'; readonly code: string }
  /** Still in process, or the answer speaks of the question and not of the payment. */
  | { readonly kind: 'open'; readonly code?: string; readonly text?: string };

/** A read-only way to ask what became of a payment. A biller whose status call could pay again has none. */
export interface StatusCall {
  /**
   * What the question names: our own reference, which stands for one payment, or only product, customer and day,
   * so that the answer may be about another payment and has to be weighed (`app/judge-status.ts`).
   */
  readonly keyedBy: 'our-reference' | 'customer-and-day';
  /** Asks, more than once where one question does not cover it. Never throws for anything a server does. */
  ask(
    payment: PaymentToCheck,
    at: Instant,
  ): Promise<Result<readonly ApiExchange[], { readonly code: 'not-set-up' | 'no-connection' | 'no-answer' }>>;
  /** Pure, so that stored answers can be read again. */
  read(payment: PaymentToCheck, reply: RawReply): StatusReading;
}

/** A company that takes payments: the only way in for the program, whatever it speaks on the wire. */
export interface Biller {
  readonly id: BillerId;
  readonly name: string;
  readonly services: readonly Service[];
  /** Milliseconds after which an inquiry and a payment are given up, connecting included. */
  readonly deadlines: { readonly inquiryMs: number; readonly paymentMs: number };
  /** `undefined` until address and credentials are there. */
  account(): Account | undefined;

  /** It forbids more than one question at a time: a lot asks it one after another. Absent: any number. */
  readonly asksOneAtATime?: boolean;

  /** Asks for a customer's bills. Never throws for anything a server does. */
  inquire(request: InquiryRequest, abandoned: AbortSignal): Promise<Result<Inquiry, InquiryProblem>>;

  /** Connects, and no more: the payment's row is committed between this and `send`. */
  openPayment(quote: Quote, at: Instant): Promise<Result<PaymentLine, NotSent>>;

  /** Reads an answer to a payment. Pure, so that a stored reply is read the same way after a crash. */
  readPaymentReply(quote: Quote, reply: RawReply): PaymentReading;

  /** What the biller's table says of one of its codes. */
  explain(code: string): Refusal | undefined;

  /** `undefined` where the biller has no status call that is certain to be read-only. */
  readonly status: StatusCall | undefined;

  /** `undefined` where the deposit is told only in other answers. */
  readonly askDeposit: ((at: Instant) => Promise<Result<Rupiah, InquiryProblem>>) | undefined;

  /** `undefined` where the biller publishes none. */
  readonly priceList:
    ((at: Instant) => Promise<Result<readonly PriceListEntry[], InquiryProblem>>) | undefined;

  /** Tries address, certificate, account and signature by a call that cannot cost money. */
  testConnection(at: Instant): Promise<ConnectionTest>;
}

/** How a code of a biller's documentation is taken, for the catalogue of errors (`docs/errors.md`). */
export interface CodeEntry {
  readonly code: string;
  /** The documentation's own words. */
  readonly meaning: string;
  readonly atInquiry: 'found' | 'refused';
  readonly atPayment: 'paid' | 'rejected' | 'unknown';
  /** `undefined` where there is no status call that could bring it. */
  readonly atStatus?: 'by-status' | 'open';
  readonly words: Refusal;
}

/** What an HTTP status says before the body is read. `by-code`: what stands in the body decides. */
export interface HttpRule {
  readonly status: string;
  readonly atInquiry: 'by-code' | 'refused';
  readonly atPayment: 'by-code' | 'unknown';
  readonly meaning: string;
}

export interface BillerOptions {
  readonly profile: BillerProfile;
  /** `undefined` where none are stored or no key store can be read. Asked for at each call, never kept. */
  readonly credentials: () => BillerSecrets | undefined;
  /** Milliseconds after the deadline during which a payment's socket is still read. */
  readonly lateMs?: number;
  /** The PEM of `profile.route.caFile`, read by whoever may read files. */
  readonly ca?: string;
}

/** A biller as it is registered (`electron/billers/registry.ts`): its form, its table of codes, and its making. */
export interface BillerDefinition {
  readonly form: BillerForm;
  readonly codes: readonly CodeEntry[];
  readonly httpRules: readonly HttpRule[];
  /** What payments at the profile's address are; `undefined` where it is no address, or must not be called. */
  ledgerKindOf(baseUrl: string): Exclude<LedgerKind, 'training'> | undefined;
  connect(options: BillerOptions): Biller;
}
