import { areAccountsClosed } from '../../shared/contract/accounts-closed.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { Look } from '../../shared/contract/look.ts';
import { nothingGoesOn, untriedBiller } from './before-any-sale.ts';
import { unseenPrinter } from './note-printing.ts';

/**
 * What of the counter can be drawn before it stands; `null` where it begins with something else than a number or a name: a whole
 * screen, first steps, or what keeps it from selling. What is true of a moment only is left out.
 *
 * @param beginsAsKiosk whether the next start does: this one's may have been left.
 */
export function lookOf(
  state: CounterState,
  beginsAsKiosk: boolean,
  others: Omit<Look, 'counter'>,
): Look | null {
  const { isIntroduced, stopped } = state;
  if (beginsAsKiosk || !isIntroduced || stopped !== null || areAccountsClosed(state)) return null;
  const counter: CounterState = {
    ...state,
    ...nothingGoesOn,
    revision: 0,
    billers: state.billers.map((biller) => ({ ...biller, ...untriedBiller })),
    printers: state.printers.map((printer) => ({ ...printer, ...unseenPrinter })),
    papersWaiting: 0,
    gaps: 0,
    backup: { ...state.backup, problem: null },
    policyRefused: null,
  };
  return { counter, ...others };
}
