import { areAccountsClosed } from '../../shared/contract/accounts-closed.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { SaleProblem } from '../../shared/contract/sale-problem.ts';

/** Why a biller cannot be asked that has no credentials at hand: there are none, or they are not open. */
export const notReady = (state: Pick<CounterState, 'ledger' | 'vault'>): SaleProblem => ({
  code: areAccountsClosed(state) ? 'vault-locked' : 'not-set-up',
});
