import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { judgeClock, watchClock } from '../../../electron/app/watch-clock.ts';
import type { CounterState } from '../../../shared/contract/counter-state.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { minutes, start } from '../ledger/documents.ts';
import { fakeClock } from './fake-clock.ts';
import { newCounter } from './sale-bench.ts';

const [teleanjar] = newCounter().state().billers;
const biller = (id: string, clockAheadMs: number): CounterState['billers'][number] => {
  if (teleanjar === undefined) throw new Error('no biller');
  return { ...teleanjar, id, clockAheadMs };
};

describe('this PC’s clock', () => {
  it.each([
    [0, { kind: 'ok' }],
    [minutes(1), { kind: 'ok' }],
    [minutes(1) + 1, { kind: 'went-back', byMs: minutes(1) + 1 }],
    [minutes(60 * 24), { kind: 'went-back', byMs: minutes(60 * 24) }],
    [-minutes(60 * 24), { kind: 'ok' }],
  ] as const)('behind a time that has been by %i ms is %o', (behind, expected) => {
    expect(judgeClock(start, instant(start + behind), [])).toEqual(expected);
  });

  it.each([
    [minutes(15) - 1, { kind: 'ok' }],
    [minutes(15), { kind: 'differs', biller: 'iak', aheadMs: minutes(15) }],
    [-minutes(15), { kind: 'differs', biller: 'iak', aheadMs: -minutes(15) }],
  ] as const)('behind a biller’s by %i ms is %o', (ahead, expected) => {
    expect(judgeClock(start, start, [biller('teleanjar', 0), biller('iak', ahead)])).toEqual(expected);
  });

  it('is compared with the biller that it differs from most, and first of all with itself', () => {
    const billers = [biller('teleanjar', minutes(20)), biller('iak', -minutes(50))];
    expect(judgeClock(start, start, billers)).toMatchObject({ biller: 'iak' });
    expect(judgeClock(start, instant(start + minutes(5)), billers)).toMatchObject({ kind: 'went-back' });
  });

  it('is judged whatever the numbers are', () => {
    const time = fc.integer({ min: 0, max: start * 2 });
    fc.assert(
      fc.property(
        time,
        time,
        fc.array(fc.integer({ min: -minutes(1e6), max: minutes(1e6) }), { maxLength: 3 }),
        (now, seen, ahead) => {
          const judged = judgeClock(
            instant(now),
            instant(seen),
            ahead.map((each) => biller('iak', each)),
          );
          if (judged.kind === 'went-back') expect(judged.byMs).toBeGreaterThan(minutes(1));
          if (judged.kind === 'differs') expect(Math.abs(judged.aheadMs)).toBeGreaterThanOrEqual(minutes(15));
        },
      ),
    );
  });
});

describe('the watch of the clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watched(newestAt: Instant | null) {
    const [counter, clock] = [newCounter(), fakeClock()];
    const told: CounterState['clock'][] = [];
    let last = counter.state().clock;
    counter.onChange((state) => {
      if (state.clock !== last) told.push(state.clock);
      last = state.clock;
    });
    const end = watchClock(counter, clock, newestAt);
    onTestFinished(end);
    const pass = async (ms: number): Promise<void> => {
      clock.pass(ms);
      await vi.advanceTimersByTimeAsync(ms);
    };
    return { counter, clock, told, pass, end };
  }

  it('says nothing while the clock goes on as it should, with or without a ledger that has been before', async () => {
    for (const newestAt of [null, start]) {
      const { counter, told, pass } = watched(newestAt);
      for (let minute = 0; minute < 30; minute += 1) await pass(minutes(1));
      expect(told).toEqual([]);
      expect(counter.state().clock).toEqual({ kind: 'ok' });
    }
  });

  it('tells at once of a clock that is behind the newest event: a battery that is empty, a year that is wrong', () => {
    const { counter } = watched(instant(start + minutes(60 * 24 * 365)));
    expect(counter.state().clock).toEqual({ kind: 'went-back', byMs: minutes(60 * 24 * 365) });
  });

  it('tells within half a minute of a clock that is set back, and again once it is right', async () => {
    const { counter, clock, pass } = watched(null);
    await pass(minutes(10));
    clock.step(-minutes(60));
    await pass(30_000);
    expect(counter.state().clock).toMatchObject({ kind: 'went-back' });
    clock.step(minutes(60));
    await pass(30_000);
    expect(counter.state().clock).toEqual({ kind: 'ok' });
  });

  it('tells how far it is behind once a minute at most, though it grows less by the second', async () => {
    const { clock, told, pass } = watched(null);
    clock.step(-minutes(10));
    for (let look = 0; look < 30; look += 1) await pass(20_000);
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThanOrEqual(11);
    expect(told.at(-1)).toEqual({ kind: 'ok' });
  });

  it('tells as soon as a biller’s answer shows another time', async () => {
    const { counter } = watched(null);
    counter.change({ billers: [biller('teleanjar', minutes(40))] });
    await vi.advanceTimersByTimeAsync(0);
    expect(counter.state().clock).toEqual({ kind: 'differs', biller: 'teleanjar', aheadMs: minutes(40) });
  });

  it('ends when it is told to', async () => {
    const { counter, clock, end } = watched(null);
    end();
    clock.step(-minutes(60));
    await vi.advanceTimersByTimeAsync(minutes(5));
    expect(counter.state().clock).toEqual({ kind: 'ok' });
  });
});
