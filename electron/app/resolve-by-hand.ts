import type { HandVerdict, PinProblem, ResolveProblem } from '../../shared/contract/contract.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { HandOutcome, HandReason } from '../../shared/payment/hand-decision.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { isSoldInDenominations } from '../../shared/products.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Approve } from './approve.ts';
import type { Settle } from './settle.ts';

/** What the owner decides about an unknown payment, and on what grounds. */
export interface Resolution {
  readonly payment: QuoteId;
  readonly verdict: HandVerdict;
  readonly reason: HandReason;
  readonly evidence: string;
  readonly pin: string;
}

export interface ResolveByHandParts {
  readonly ledger: Ledger;
  readonly settle: Settle;
  readonly approve: Approve;
}

/**
 * Settles an unknown payment by the owner's word: an event of its history, with reason and evidence. It stays under the
 * status check where the biller has one, and an answer that says otherwise opens it again.
 */
export type ResolveByHand = (resolution: Resolution) => Promise<Result<void, ResolveProblem>>;

export function createResolveByHand({ ledger, settle, approve }: ResolveByHandParts): ResolveByHand {
  const problemOf = (
    id: QuoteId,
    verdict: HandVerdict,
  ): Result<Quote, { readonly code: Exclude<ResolveProblem['code'], PinProblem> }> => {
    const record = ledger.payment(id);
    if (record === undefined) return err({ code: 'payment-not-found' });
    const { quote, state } = record;
    if (state !== 'unknown') return err({ code: 'not-unknown' });
    if (verdict.kind === 'rejected') return ok(quote);
    const { reference, token = '' } = verdict;
    if (isSoldInDenominations(quote.product) && token === '') return err({ code: 'token-missing' });
    const stands = ledger.standsElsewhere({ payment: id, biller: quote.biller, reference, token });
    return stands ? err({ code: 'stands-elsewhere' }) : ok(quote);
  };

  return async ({ payment, verdict, reason, evidence, pin }) => {
    // Before the PIN: whoever mistyped a reference has not to type it twice.
    const judged = problemOf(payment, verdict);
    if (!judged.ok) return judged;
    const approved = await approve(pin);
    if (!approved.ok) return err({ code: approved.error });
    // And after it, which takes its time: another payment may have been given the same reference meanwhile.
    const rejudged = problemOf(payment, verdict);
    if (!rejudged.ok) return rejudged;
    const settled = settle.byHand(
      judged.value,
      outcomeOf(judged.value, verdict, { reason, evidence }),
      approved.value.person,
    );
    if (settled.ok) return settled;
    return err({ code: settled.error === 'refused' ? 'not-unknown' : settled.error });
  };
}

function outcomeOf(
  { product }: Quote,
  verdict: HandVerdict,
  grounds: Pick<Resolution, 'reason' | 'evidence'>,
): HandOutcome {
  if (verdict.kind === 'rejected') return { kind: 'rejected-by-hand', ...grounds };
  const { reference, token } = verdict;
  const digits = token === undefined || !isSoldInDenominations(product) ? {} : { token };
  return { kind: 'paid-by-hand', reference, ...digits, ...grounds };
}
