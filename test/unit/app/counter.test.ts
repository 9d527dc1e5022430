import { describe, expect, it } from 'vitest';
import { counterStateSchema, type CounterState } from '../../../shared/contract/counter-state.ts';
import { newCounter } from './sale-bench.ts';

/** After everything that waits for nothing but its turn. */
const nextStep = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('the counter’s state', () => {
  it('rises in revision with every change, and is pushed whole', async () => {
    const counter = newCounter();
    const pushed: CounterState[] = [];
    counter.onChange((state) => pushed.push(state));
    counter.change({ shopName: 'A' });
    expect(counter.state()).toMatchObject({ revision: 1, shopName: 'A' });
    await nextStep();
    counter.change({});
    await nextStep();
    counter.ledgerChanged(2);
    await nextStep();
    expect(pushed.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(pushed.map(({ shopName }) => shopName)).toEqual(['A', 'A', 'A']);
    expect(pushed.at(-1)).toEqual(counter.state());
    for (const state of pushed) expect(counterStateSchema.safeParse(state).success).toBe(true);
  });

  it('is pushed once for the changes of one step, and it is the newest that is pushed', async () => {
    const counter = newCounter();
    const pushed: CounterState[] = [];
    counter.onChange((state) => pushed.push(state));
    for (const shopName of ['A', 'B', 'C']) counter.change({ shopName });
    expect(pushed).toEqual([]);
    await nextStep();
    expect(pushed).toEqual([counter.state()]);
    expect(counter.state()).toMatchObject({ revision: 3, shopName: 'C' });
  });

  it('changed by a listener is pushed again, and never twice with one revision', async () => {
    const counter = newCounter();
    const revisions: number[] = [];
    counter.onChange(({ revision }) => {
      revisions.push(revision);
      if (revision < 3) counter.change({});
    });
    counter.change({});
    await nextStep();
    expect(revisions).toEqual([1, 2, 3]);
  });

  it('is a new value each time: what was pushed never changes afterwards', () => {
    const counter = newCounter();
    const before = counter.state();
    counter.change({ shopName: 'B' });
    expect(before.shopName).not.toBe('B');
    expect(before.revision).toBe(0);
  });

  it('says how many payments are unresolved, and that lists are to be asked for again', () => {
    const counter = newCounter();
    counter.ledgerChanged(3);
    counter.ledgerChanged(3);
    expect(counter.state()).toMatchObject({ unresolved: 3, ledgerRevision: 2 });
  });

  it('is told to every listener, in order', async () => {
    const counter = newCounter();
    const heard: string[] = [];
    counter.onChange(() => heard.push('first'));
    counter.onChange(() => heard.push('second'));
    counter.change({});
    await nextStep();
    expect(heard).toEqual(['first', 'second']);
  });

  it('is far below 64 kB, even with every text at its longest', () => {
    const counter = newCounter();
    counter.change({
      shopName: 'x'.repeat(40),
      printers: Array.from({ length: 8 }, (_, n) => ({
        id: `${n}`.repeat(32),
        name: 'x'.repeat(40),
        isScreen: false,
        status: 'attention',
        problem: 'unreachable',
      })),
    });
    expect(counterStateSchema.safeParse(counter.state()).success).toBe(true);
    expect(JSON.stringify(counter.state()).length).toBeLessThan(4096);
  });
});
