import type { CounterState } from './counter-state.ts';

/** Whether credentials that are stored do not open, so that nothing is sold: who trains needs none. */
export const areAccountsClosed = ({ vault, ledger }: Pick<CounterState, 'ledger' | 'vault'>): boolean =>
  vault !== null && ledger !== 'training';
