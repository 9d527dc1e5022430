import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { SaleProblem } from '../../shared/contract/sale-problem.ts';

/** Why a biller cannot be asked that has no credentials at hand: there are none, or they are not open. */
export const notReady = ({ ledger, vault }: Pick<CounterState, 'ledger' | 'vault'>): SaleProblem => ({
  code: vault !== null && ledger !== 'training' ? 'vault-locked' : 'not-set-up',
});
