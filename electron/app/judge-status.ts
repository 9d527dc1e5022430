import type { Confirmation, PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { instant, parseDateTime, type Instant } from '../../shared/time.ts';
import type { StatusCall, StatusReading } from '../billers/biller.ts';

/** What is known around an answer to a status call, and decides whether the answer is about this payment. */
export interface StatusFacts {
  readonly keyedBy: StatusCall['keyedBy'];
  readonly quote: Quote;
  readonly sentAt: Instant;
  /** The biller's clock less this PC's when it answered, in milliseconds. */
  readonly billerAheadMs: number;
  /** When the payment's socket was closed; `undefined` while it may still bring an answer. */
  readonly lineClosedAt: Instant | undefined;
  /** The moments at which the biller said, lately and without saying otherwise between, that it received nothing. */
  readonly notReceivedAt: readonly Instant[];
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
      // An answer that may be about another payment never says that this one failed.
      return facts.keyedBy === 'our-reference'
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
  if (facts.standsElsewhere) return false;
  if (facts.keyedBy === 'our-reference') return true;
  if (facts.others > 0 || confirmation.remarks.length > 0) return false;
  // A token's total is not checked by its reply's reader: here nothing else tells two tokens of a day apart.
  const isTold = confirmation.details.some((detail) => detail.label === 'total-paid');
  if (facts.quote.denomination !== undefined && !isTold) return false;
  const at = parseDateTime(confirmation.transactionTime, 'WIB');
  return at !== undefined && Math.abs(at - (facts.sentAt + facts.billerAheadMs)) <= nearMs;
}

/** A request that is still under way cannot have been lost yet. */
function isBelievedLost({ lineClosedAt, notReceivedAt }: StatusFacts): boolean {
  const last = notReceivedAt.at(-1);
  if (lineClosedAt === undefined || last === undefined || notReceivedAt.length < notReceivedTimes)
    return false;
  return last >= instant(lineClosedAt + notReceivedAfterMs);
}
