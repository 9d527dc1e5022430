import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import { messages, type Messages } from '../../shared/i18n/messages.ts';
import type { Counter, CounterCommands } from './counter.ts';
import type { CounterView } from './counter-view.ts';

/** The counter the window shows; `main.tsx` puts it there. */
export const CounterContext = createContext<Counter | null>(null);

function useCounter(): Counter {
  const counter = use(CounterContext);
  if (counter === null) throw new Error('no counter: this component stands outside <CounterContext>');
  return counter;
}

export const useView = <T>(select: (view: CounterView) => T): T => useStore(useCounter().store, select);

export const useCommands = (): CounterCommands => useCounter().commands;

/** Main's state. Only for what is drawn after the first one has come. */
export function useCounterState(): CounterState {
  const state = useView((view) => view.counter);
  if (state === null) throw new Error('the first counter state has not come yet');
  return state;
}

/** The texts of the language in use; Indonesian until main has said which. */
export const useMessages = (): Messages => messages(useView((view) => view.counter?.language ?? 'id'));
