import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand';
import { firstView, isReady, type CounterView } from '../../../../renderer/store/counter-view.ts';
import { until } from '../../../../renderer/store/until.ts';
import { catalogue, counterState } from '../samples.ts';
import { settle } from './counter-driver.ts';

/** A store that knows nothing yet, and whether who waits for what the counter is drawn from has been let go. */
function waiting(view: Partial<CounterView> = {}) {
  const store = createStore<CounterView>(() => ({ ...firstView, ...view }));
  let isOver = false;
  void until(store, isReady).then(() => {
    isOver = true;
  });
  const hasEnded = async (): Promise<boolean> => {
    await settle();
    return isOver;
  };
  return { store, hasEnded };
}

describe('waiting for what the counter is drawn from', () => {
  it('is over when both the state and the catalogue are there, whichever is first', async () => {
    for (const [first, second] of [
      [{ counter: counterState }, { catalogue }],
      [{ catalogue }, { counter: counterState }],
    ] as const) {
      const { store, hasEnded } = waiting();
      expect(await hasEnded()).toBe(false);
      store.setState(first);
      expect(await hasEnded()).toBe(false);
      store.setState(second);
      expect(await hasEnded()).toBe(true);
      store.setState(firstView);
      expect(await hasEnded()).toBe(true);
    }
  });

  it('is over at once where both are there already', async () => {
    expect(await waiting({ counter: counterState, catalogue }).hasEnded()).toBe(true);
  });
});
