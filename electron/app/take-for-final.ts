import type { BillerId } from '../../shared/biller-profile.ts';
import type { PinProblem } from '../../shared/contract/contract.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Biller } from '../billers/biller.ts';
import type { Ledger, PaymentRecord } from '../ledger/ledger.ts';
import type { Sellers } from './sellers.ts';
import type { Settle } from './settle.ts';

export type TakeForFinalProblem = PinProblem | 'payment-not-found' | 'no-such-text' | 'file-not-written';

/**
 * The owner says that what a biller answered means "refused", now and from now on: the answer enters the biller's
 * table and the payment is settled by the reply that is in the ledger.
 */
export interface TakeForFinal {
  isPossible(payment: PaymentRecord): boolean;
  take(payment: QuoteId, pin: string): Promise<Result<void, { readonly code: TakeForFinalProblem }>>;
}

export interface TakeForFinalParts {
  readonly ledger: Ledger;
  readonly sellers: Sellers;
  readonly settle: Settle;
  readonly checkPin: (pin: string) => Promise<Result<void, PinProblem>>;
  /** Whether the owner may add to the biller's table at all, and this answer to it. */
  readonly mayAdd: (biller: BillerId, answer: string) => boolean;
  readonly add: (biller: BillerId, answer: string) => Result<unknown, unknown>;
  /** The biller anew, with the table that was just written. */
  readonly reconnect: (biller: BillerId) => Biller | undefined;
}

export function createTakeForFinal(parts: TakeForFinalParts): TakeForFinal {
  const { ledger, sellers, settle, checkPin, mayAdd, add, reconnect } = parts;

  /** The table is the real account's: what the training biller says must not get into it. */
  const answerOf = ({ quote, state, reply, outcome }: PaymentRecord): string | undefined => {
    if (ledger.kind === 'training' || state !== 'unknown' || reply?.complete !== true) return undefined;
    if (outcome?.kind !== 'unknown' || outcome.reason !== 'unclear-answer') return undefined;
    const answer = outcome.text ?? outcome.code ?? '';
    return answer !== '' && mayAdd(quote.biller, answer) ? answer : undefined;
  };

  return {
    isPossible: (payment) => answerOf(payment) !== undefined,

    async take(id, pin) {
      const payment = ledger.payment(id);
      if (payment === undefined) return err({ code: 'payment-not-found' });
      const answer = answerOf(payment);
      if (answer === undefined || payment.reply === null) return err({ code: 'no-such-text' });
      const checked = await checkPin(pin);
      if (!checked.ok) return err({ code: checked.error });
      const { quote, reply } = payment;
      if (!add(quote.biller, answer).ok) return err({ code: 'file-not-written' });
      const anew = reconnect(quote.biller);
      if (anew !== undefined) sellers.replace(anew);
      settle.byStoredReply(quote, reply, 'owner');
      return checked;
    },
  };
}
