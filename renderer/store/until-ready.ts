import { isReady, type CounterView } from './counter-view.ts';

/** What is needed of the store of the view. */
interface ViewStore {
  getState(): CounterView;
  subscribe(listener: (view: CounterView) => void): () => void;
}

/** Until the counter can be drawn, or for `patienceMs` milliseconds where it takes longer. */
export const untilReady = (store: ViewStore, patienceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const settle = (): void => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = store.subscribe((view) => {
      if (isReady(view)) settle();
    });
    const timer = setTimeout(settle, patienceMs);
    if (isReady(store.getState())) settle();
  });
