import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { BillerId } from '../../shared/biller-profile.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import { messagesFor, type Messages } from '../../shared/i18n/messages.ts';
import type { Language } from '../../shared/settings.ts';
import type { CounterCommands } from './commands.ts';
import type { Counter } from './counter.ts';
import { billerInHand, billerNameOf, keysNow, type CounterView } from './counter-view.ts';

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

/** The language in use; Indonesian until main has said which. */
export const useLanguage = (): Language => useView((view) => view.counter?.language ?? 'id');

const messagesOf = (view: CounterView, biller: BillerId | undefined): Messages =>
  messagesFor(view.counter?.language ?? 'id', billerNameOf(view, biller), keysNow(view));

/** The texts as they speak of one biller: whose payment is shown, whichever the counter sells with now. */
export const useMessagesOf = (biller: BillerId | undefined): Messages =>
  useView((view) => messagesOf(view, biller));

/** Answers once for all who ask of the same view: nearly everything on the screen asks for its texts at every key. */
function oncePerView<T>(select: (view: CounterView) => T): (view: CounterView) => T {
  let last: { readonly view: CounterView; readonly answer: T } | null = null;
  return (view) => {
    if (last?.view !== view) last = { view, answer: select(view) };
    return last.answer;
  };
}

const messagesInHand = oncePerView((view) => messagesOf(view, billerInHand(view)));

/** The texts as they speak of the biller in hand. */
export const useMessages = (): Messages => useView(messagesInHand);

/** How it stands with the biller in hand; `undefined` where there is none. */
export function useBillerInHand(): CounterState['billers'][number] | undefined {
  const biller = useView(billerInHand);
  return useView((view) => view.counter?.billers.find(({ id }) => id === biller));
}
