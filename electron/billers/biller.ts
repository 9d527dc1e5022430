import type { Rupiah } from '../../shared/money.ts';
import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Bill, Customer, Quote } from '../../shared/payment/quote.ts';
import type { BillerId, ProductId } from '../../shared/products.ts';
import type { Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';

/** What the biller says about a customer number. Nothing has been paid or promised. */
export type Inquiry = {
  readonly customer: Customer;
  /** The biller's own id for this inquiry; the payment names it. */
  readonly inquiryId: string;
  readonly deposit?: Rupiah;
} & (
  | { readonly kind: 'bills'; readonly bills: readonly Bill[] }
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
  /** The biller's own code and words, where it gave any. */
  readonly billerCode?: string;
  readonly billerText?: string;
}

/** An HTTP answer as it came. Committed to the ledger before anybody reads it. */
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

/** An open connection on which one payment may be sent, once. */
export interface PaymentLine {
  /** The host that will be paid at and the account that will pay, the account as a fingerprint. */
  readonly host: string;
  readonly account: string;
  readonly request: RedactedRequest;
  /** Sends the request this line was opened for. A second call throws: a payment is sent at most once. */
  send(): PaymentExchange;
  /** Closes the line without sending. */
  abandon(): void;
}

/** A company that takes payments: the only way in for the program, whatever it speaks on the wire. */
export interface Biller {
  readonly id: BillerId;
  readonly products: readonly ProductId[];
  /** Milliseconds after which an inquiry and a payment are given up. */
  readonly deadlines: { readonly inquiryMs: number; readonly paymentMs: number };

  /** Asks for a customer's bills. Never throws for anything a server does. */
  inquire(
    request: { readonly product: ProductId; readonly customerNumber: string; readonly at: Instant },
    abandoned: AbortSignal,
  ): Promise<Result<Inquiry, InquiryProblem>>;

  /** Connects, and no more: the payment's row is committed between this and `send`. */
  openPayment(quote: Quote, at: Instant): Promise<Result<PaymentLine, NotSent>>;

  /** Reads an answer to a payment. Pure, so that a stored reply is read the same way after a crash. */
  readPaymentReply(quote: Quote, reply: RawReply): PaymentReading;
}

/** What an answer to a payment says, and the deposit it reports. */
export interface PaymentReading {
  readonly outcome: PaymentOutcome;
  readonly deposit?: Rupiah;
}
