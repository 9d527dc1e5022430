import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { Look } from '../../shared/contract/look.ts';

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
  const { ledger, isIntroduced, stopped, vault } = state;
  const isShut = stopped !== null || (vault !== null && ledger !== 'training');
  if (beginsAsKiosk || !isIntroduced || isShut) return null;
  const counter: CounterState = {
    ...state,
    revision: 0,
    ledgerRevision: 0,
    billers: state.billers.map((biller) => ({
      ...biller,
      connection: 'untried',
      deposit: null,
      clockAheadMs: 0,
    })),
    printers: state.printers.map((printer) => ({ ...printer, status: 'unknown', problem: null })),
    papersWaiting: 0,
    unresolved: 0,
    gaps: 0,
    clock: { kind: 'ok' },
    backup: { ...state.backup, problem: null },
    policyRefused: null,
    exchange: null,
    basket: null,
    lot: null,
    present: null,
    kiosk: false,
  };
  return { counter, ...others };
}
