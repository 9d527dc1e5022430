import type { PinProblem } from '../../shared/contract/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { LedgerWriteError, type Ledger } from '../ledger/ledger.ts';
import type { Approve } from './approve.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';

export interface CloseGapParts {
  readonly ledger: Pick<Ledger, 'openGaps' | 'closeGap'>;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly approve: Approve;
  readonly log: Log;
}

/** The owner has compared what a restored ledger does not know with the biller's own list, or answers for it. The note ends with who it was. */
export type CloseGap = (
  gap: number,
  note: string,
  pin: string,
) => Promise<Result<undefined, { readonly code: PinProblem | 'no-such-gap' | 'ledger-not-written' }>>;

export function createCloseGap({ ledger, counter, clock, approve, log }: CloseGapParts): CloseGap {
  return async (gap, note, pin) => {
    const approved = await approve(pin);
    if (!approved.ok) return err({ code: approved.error });
    try {
      if (!ledger.closeGap(gap, clock.now(), `${note} (${approved.value.person})`))
        return err({ code: 'no-such-gap' });
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      log.fault('a gap could not be closed', error);
      return err({ code: 'ledger-not-written' });
    }
    counter.change({ gaps: ledger.openGaps().length });
    return ok(undefined);
  };
}
