import type { BillerId, BillerProfile } from '../../shared/biller-profile.ts';
import type { PinProblem } from '../../shared/contract/contract.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Biller, RawReply } from '../billers/biller.ts';
import type { Ledger, PaymentRecord } from '../ledger/ledger.ts';
import type { Approve } from './approve.ts';
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
  readonly approve: Approve;
  /** The biller's profile with the answer in its table, where it may enter it; nothing is stored. */
  readonly withAnswer: (biller: BillerId, answer: string) => Result<BillerProfile, unknown>;
  /** Reads replies as the biller would with another profile. */
  readonly reader: (biller: BillerId, profile: BillerProfile) => Pick<Biller, 'readPaymentReply'> | undefined;
  readonly add: (biller: BillerId, answer: string) => Result<unknown, unknown>;
  /** The biller anew, with the table that was just written. */
  readonly reconnect: (biller: BillerId) => Biller | undefined;
}

export function createTakeForFinal(parts: TakeForFinalParts): TakeForFinal {
  const { ledger, sellers, settle, approve, withAnswer, reader, add, reconnect } = parts;

  /**
   * Whether the reply would be read as a refusal once the answer is in the table. One that stays unknown all the same
   * (it certifies something beside its words, or was too long to be kept whole) is not to be taken for anything.
   */
  const wouldReject = (quote: Quote, reply: RawReply, answer: string): boolean => {
    const longer = withAnswer(quote.biller, answer);
    if (!longer.ok) return false;
    const reading = reader(quote.biller, longer.value)?.readPaymentReply(quote, reply);
    return reading?.outcome.kind === 'rejected';
  };

  /** The table is the real account's: what the training biller says must not get into it. */
  const answerOf = ({ quote, state, reply, outcome }: PaymentRecord): string | undefined => {
    if (ledger.kind === 'training' || state !== 'unknown' || reply?.complete !== true) return undefined;
    if (outcome?.kind !== 'unknown' || outcome.reason !== 'unclear-answer') return undefined;
    const answer = outcome.text ?? outcome.code ?? '';
    return answer !== '' && wouldReject(quote, reply, answer) ? answer : undefined;
  };

  return {
    isPossible: (payment) => answerOf(payment) !== undefined,

    async take(id, pin) {
      const payment = ledger.payment(id);
      if (payment === undefined) return err({ code: 'payment-not-found' });
      const answer = answerOf(payment);
      if (answer === undefined || payment.reply === null) return err({ code: 'no-such-text' });
      const approved = await approve(pin);
      if (!approved.ok) return err({ code: approved.error });
      const { quote, reply } = payment;
      if (!add(quote.biller, answer).ok) return err({ code: 'file-not-written' });
      const anew = reconnect(quote.biller);
      if (anew !== undefined) sellers.replace(anew);
      settle.byStoredReply(quote, reply, 'owner', approved.value.person);
      return ok(undefined);
    },
  };
}
