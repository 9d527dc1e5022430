import type { QuoteId } from '../../shared/ids.ts';
import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock } from './clock.ts';
import type { Settle } from './settle.ts';

export interface RecoverParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly settle: Settle;
}

/**
 * Puts in order what an earlier run left, before the window opens: an open payment that has a stored reply is
 * settled from it, every other one that was sent is `unknown`, and no quote of that run may be paid any more.
 */
export function recover({ ledger, clock, settle }: RecoverParts): void {
  /** One reply moves a payment once: where it contradicted the owner, reading it again would be taken for a second one. */
  const hasMoved = (payment: QuoteId): boolean =>
    ledger.events(payment).some(({ event }) => event === 'reply-paid' || event === 'reply-rejected');
  ledger.expireQuotes(clock.now());
  for (const payment of ledger.openPayments()) {
    const { quote, state, reply } = payment;
    if (reply !== null && !hasMoved(quote.id)) settle.byStoredReply(quote, reply, 'recovery');
    else if (state === 'sent') settle.byOutcome(quote, interrupted, 'recovery');
  }
}

const interrupted: PaymentOutcome = { kind: 'unknown', reason: 'interrupted' };
