import type { PinProblem } from '../../shared/contract/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { LedgerWriteError, type Ledger } from '../ledger/ledger.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';

export interface CloseGapParts {
  readonly ledger: Pick<Ledger, 'openGaps' | 'closeGap'>;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly checkPin: (pin: string) => Promise<Result<void, PinProblem>>;
  readonly log: Log;
}

/** The owner has compared what a restored ledger does not know with the biller's own list, or answers for it. */
export type CloseGap = (
  gap: number,
  note: string,
  pin: string,
) => Promise<Result<undefined, { readonly code: PinProblem | 'no-such-gap' | 'ledger-not-written' }>>;

export function createCloseGap({ ledger, counter, clock, checkPin, log }: CloseGapParts): CloseGap {
  return async (gap, note, pin) => {
    const checked = await checkPin(pin);
    if (!checked.ok) return err({ code: checked.error });
    try {
      if (!ledger.closeGap(gap, clock.now(), note)) return err({ code: 'no-such-gap' });
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      log.fault('a gap could not be closed', error);
      return err({ code: 'ledger-not-written' });
    }
    counter.change({ gaps: ledger.openGaps().length });
    return ok(undefined);
  };
}
