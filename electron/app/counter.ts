import type { CounterState } from '../../shared/contract/counter-state.ts';

type Change = Partial<Omit<CounterState, 'revision'>>;

/**
 * The one owner of what is always in view. Every change raises the revision; listeners get the state whole, once
 * for all changes of one step of the program, so that a payment does not wait for the window to be told.
 */
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
  let isTelling = false;
  const tell = (): void => {
    isTelling = false;
    for (const listener of listeners) listener(state);
  };
  const change = (next: Change): void => {
    state = { ...state, ...next, revision: state.revision + 1 };
    if (isTelling) return;
    isTelling = true;
    queueMicrotask(tell);
  };
  return {
    state: () => state,
    change,
    ledgerChanged: (unresolved) => change({ unresolved, ledgerRevision: state.ledgerRevision + 1 }),
    onChange: (listener) => void listeners.push(listener),
  };
}
