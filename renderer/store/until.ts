import type { CounterView } from './counter-view.ts';

/** What is needed of the store of the view. */
interface ViewStore {
  getState(): CounterView;
  subscribe(listener: (view: CounterView) => void): () => void;
}

/** When `holds` is first true of the view. */
export const until = (store: ViewStore, holds: (view: CounterView) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (holds(store.getState())) return resolve();
    const stop = store.subscribe((view) => {
      if (!holds(view)) return;
      stop();
      resolve();
    });
  });
