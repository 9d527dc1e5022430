import type { CounterState } from '../../shared/contract/counter-state.ts';

type Change = Partial<Omit<CounterState, 'revision'>>;

/** The one owner of what is always in view. Every change is pushed whole, with a revision above the last. */
export interface Counter {
  state(): CounterState;
  change(change: Change): void;
  /** Says that the ledger changed, so that lists are asked for again. */
  ledgerChanged(unresolved: number): void;
  onChange(listener: (state: CounterState) => void): void;
}

export function createCounter(initial: Omit<CounterState, 'revision'>): Counter {
  let state: CounterState = { ...initial, revision: 0 };
  const listeners: ((state: CounterState) => void)[] = [];
  const change = (next: Change): void => {
    state = { ...state, ...next, revision: state.revision + 1 };
    for (const listener of listeners) listener(state);
  };
  return {
    state: () => state,
    change,
    ledgerChanged: (unresolved) => change({ unresolved, ledgerRevision: state.ledgerRevision + 1 }),
    onChange: (listener) => void listeners.push(listener),
  };
}
