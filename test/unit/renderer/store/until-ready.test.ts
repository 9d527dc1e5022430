import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand';
import { firstView, type CounterView } from '../../../../renderer/store/counter-view.ts';
import { untilReady } from '../../../../renderer/store/until-ready.ts';
import { catalogue, counterState } from '../samples.ts';

/** A store that knows nothing yet, and whether who waits for it has been let go. */
function waiting(view: Partial<CounterView> = {}) {
  const store = createStore<CounterView>(() => ({ ...firstView, ...view }));
  let isOver = false;
  void untilReady(store, 500).then(() => {
    isOver = true;
  });
  const isOverBy = async (ms: number): Promise<boolean> => {
    await vi.advanceTimersByTimeAsync(ms);
    return isOver;
  };
  return { store, isOverBy };
}

describe('waiting for what the counter is drawn from', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is over when both the state and the catalogue are there, whichever is first', async () => {
    for (const parts of [
      [{ counter: counterState }, { catalogue }],
      [{ catalogue }, { counter: counterState }],
    ]) {
      const { store, isOverBy } = waiting();
      expect(await isOverBy(0)).toBe(false);
      store.setState(parts[0] ?? {});
      expect(await isOverBy(0)).toBe(false);
      store.setState(parts[1] ?? {});
      expect(await isOverBy(0)).toBe(true);
    }
  });

  it('is over at once where both are there already', async () => {
    expect(await waiting({ counter: counterState, catalogue }).isOverBy(0)).toBe(true);
  });

  it('is over after its time where they do not come, so that the page can say that it begins', async () => {
    const { isOverBy } = waiting();
    expect(await isOverBy(499)).toBe(false);
    expect(await isOverBy(1)).toBe(true);
  });
});
