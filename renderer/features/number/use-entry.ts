import { use, type KeyboardEvent } from 'react';
import type { NumberRule } from '../../../shared/products.ts';
import type { Entry } from '../../store/entry.ts';
import { CounterContext, useCommands, useCounterState, useView } from '../../store/use-counter.ts';
import { extraId } from './extra-id.ts';
import { judgeEntry, type JudgedEntry } from './judge-entry.ts';

/** What is typed for the next sale and what is to be said of it. Whoever uses it is drawn by every key. */
export function useEntry(thisYear: number): {
  readonly entry: Entry;
  readonly rule: NumberRule;
  readonly judged: JudgedEntry;
} {
  const { numberRules } = useCounterState();
  const entry = useView((view) => view.sale.entry);
  const isOpen = useIsNumberOpen();
  const rule = numberRules[entry.product];
  return { entry, rule, judged: judgeEntry(entry, rule, thisYear, isOpen) };
}

/** Whether the number may be typed now. */
export const useIsNumberOpen = (): boolean =>
  useView(({ sale }) => sale.step === 'number' || sale.step === 'done');

/** Enter in one of the fields, by what they hold then: from a number that fits it goes on to what has still to be typed. */
export function useEnter(thisYear: number): (event: KeyboardEvent<HTMLInputElement>) => void {
  const store = use(CounterContext)?.store;
  const commands = useCommands();
  return (event) => {
    const view = store?.getState();
    if (event.repeat || !view?.counter) return;
    const { step, entry } = view.sale;
    const isOpen = step === 'number' || step === 'done';
    const rule = view.counter.numberRules[entry.product];
    const { numberFits, wrongExtras } = judgeEntry(entry, rule, thisYear, isOpen);
    const next = numberFits
      ? wrongExtras.find((name) => extraId(name) !== event.currentTarget.id)
      : undefined;
    if (next !== undefined && (entry.extras[next] ?? '') === '')
      document.querySelector<HTMLInputElement>(`#${extraId(next)}`)?.focus();
    else commands.ask();
  };
}
