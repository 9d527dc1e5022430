import { parseTypedRupiah } from '../../shared/money.ts';
import type { Confirmation, PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { parseDateTime, type Instant } from '../../shared/time.ts';
import type { StatusCall, StatusReading } from '../billers/biller.ts';

/** What is known around an answer to a status call, and decides whether the answer is about this payment. */
export interface StatusFacts {
  readonly keyedBy: StatusCall['keyedBy'];
  readonly quote: Quote;
  readonly sentAt: Instant;
  /** The biller's clock less this PC's when it answered, in milliseconds. */
  readonly billerAheadMs: number;
  /** Milliseconds since the payment's socket was closed; `undefined` while it may still bring an answer. */
  readonly lineClosedForMs: number | undefined;
  /** How often the biller said, lately and without saying otherwise between, that it received nothing. */
  readonly notReceived: number;
  /** Other payments of this product, number and day in this ledger. */
  readonly others: number;
  /** Whether the reference or the token stands on another payment. */
  readonly standsElsewhere: boolean;
}

/** How often "not received" must be heard, and how long after the socket was closed the last time. */
export const notReceivedTimes = 3;
export const notReceivedAfterMs = 15 * 60_000;

/** A transaction told by number and day only is ours if its time is this near to our sending. */
const nearMs = 10 * 60_000;

/** What a status call's answer settles; `undefined` where the payment stays unknown. */
export function judgeStatus(reading: StatusReading, facts: StatusFacts): PaymentOutcome | undefined {
  switch (reading.kind) {
    case 'paid':
      return isAboutThis(reading.confirmation, facts)
        ? { kind: 'paid', confirmation: reading.confirmation }
        : undefined;
    case 'rejected':
      // An answer that may be about another payment never says that this one failed; nor is "failed" the last word
      // while the payment's own answer may still come.
      return facts.keyedBy === 'our-reference' && facts.lineClosedForMs !== undefined
        ? { kind: 'rejected', code: reading.code, text: reading.text }
        : undefined;
    case 'not-received':
      return facts.keyedBy === 'our-reference' && isBelievedLost(facts)
        ? { kind: 'rejected', code: reading.code, text: '' }
        : undefined;
    case 'open':
      return undefined;
  }
}

function isAboutThis(confirmation: Confirmation, facts: StatusFacts): boolean {
  // By our own reference there is no other payment it could be about, whatever reference the company gives to two.
  if (facts.keyedBy === 'our-reference') return true;
  if (facts.standsElsewhere || facts.others > 0 || confirmation.remarks.length > 0) return false;
  // A token's total is not checked by its reply's reader: here nothing else tells two tokens of a day apart.
  const told = confirmation.details.find((detail) => detail.label === 'total-paid')?.value ?? '';
  if (facts.quote.denomination !== undefined && parseTypedRupiah(told) !== facts.quote.total) return false;
  const at = parseDateTime(confirmation.transactionTime, 'WIB');
  return at !== undefined && Math.abs(at - (facts.sentAt + facts.billerAheadMs)) <= nearMs;
}

/** A request that is still under way cannot have been lost yet. */
function isBelievedLost({ lineClosedForMs = 0, notReceived }: StatusFacts): boolean {
  return notReceived >= notReceivedTimes && lineClosedForMs >= notReceivedAfterMs;
}
