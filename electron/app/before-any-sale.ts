import type { CounterState } from '../../shared/contract/counter-state.ts';

/** What is so of a counter at which nothing goes on yet: at its start, and in how it is remembered for the next. */
export const nothingGoesOn = {
  unresolved: 0,
  clock: { kind: 'ok' },
  exchange: null,
  basket: null,
  lot: null,
  present: null,
  kiosk: false,
  ledgerRevision: 0,
} as const satisfies Partial<CounterState>;

/** … and of a biller that was not asked anything. */
export const untriedBiller = {
  connection: 'untried',
  deposit: null,
  clockAheadMs: 0,
} as const satisfies Partial<CounterState['billers'][number]>;
