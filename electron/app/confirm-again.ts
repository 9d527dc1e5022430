import type { PinProblem } from '../../shared/contract/contract.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { doubtKey, needsPin } from '../../shared/payment/doubt.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Approve } from './approve.ts';
import type { Clock } from './clock.ts';
import type { QuoteDesk } from './quote-desk.ts';

export interface ConfirmAgainParts {
  readonly ledger: Pick<Ledger, 'doubts'>;
  readonly desk: QuoteDesk;
  readonly clock: Clock;
  readonly approve: Approve;
}

/**
 * Confirms what was in doubt about paying a quote: by a second key where it is done on purpose, by the PIN of whoever answers for it
 * where it is paid twice only by mistake. Confirmed is what was seen (the keys in `seen`): whatever has come up since is asked
 * at the next press of pay.
 */
export type ConfirmAgain = (
  quote: QuoteId,
  seen: readonly string[],
  pin: string | null,
) => Promise<Result<undefined, { readonly code: PinProblem | 'quote-gone' }>>;

export function createConfirmAgain({ ledger, desk, clock, approve }: ConfirmAgainParts): ConfirmAgain {
  return async (id, seen, pin) => {
    const quote = desk.quote(id);
    if (quote === undefined) return err({ code: 'quote-gone' });
    const standing = ledger.doubts(id, clock.now()).filter((doubt) => seen.includes(doubtKey(doubt)));
    if (standing.some((doubt) => needsPin(doubt, quote.product))) {
      const checked = pin === null ? err('wrong-pin' as const) : await approve(pin);
      if (!checked.ok) return err({ code: checked.error });
    }
    desk.confirm(id, standing.map(doubtKey));
    return ok(undefined);
  };
}
