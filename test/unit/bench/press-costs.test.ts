import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, pressCosts, type TraceEvent } from '../../bench/keys/press-costs.ts';

const window = { pid: 1, tid: 1 };
/** An event on the window's main thread, in microseconds. */
const ran = (name: string, tts: number, tdur: number, over: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  tts,
  tdur,
  ...window,
  ...over,
});
const down = (tts: number, tdur = 0): TraceEvent =>
  ran('EventDispatch', tts, tdur, { args: { data: { type: 'keydown' } } });

describe('what a key press costs', () => {
  it('is all that runs from it to the next press, in milliseconds', () => {
    const trace = [
      down(1000, 500),
      ran('Layout', 4000, 2000),
      down(10_000),
      ran('FunctionCall', 11_000, 250),
    ];
    expect(pressCosts(trace)).toEqual([2.5, 0.25]);
  });

  it('counts what stands inside another once', () => {
    expect(pressCosts([down(0, 1000), ran('FunctionCall', 100, 500), ran('Layout', 900, 600)])).toEqual([
      1.5,
    ]);
  });

  it('is of two presses where it runs across the second', () => {
    expect(pressCosts([down(0), ran('Layout', 500, 1000), down(1000)])).toEqual([0.5, 0.5]);
  });

  it.each([
    ['paint', ran('Paint', 100, 1000)],
    ['another thread', ran('Layout', 100, 1000, { tid: 2 })],
    ['another process', ran('Layout', 100, 1000, { pid: 2 })],
    ['what has no time of its own', { name: 'Layout', ph: 'X', ...window, tdur: 1000 }],
    ['what only begins', ran('Layout', 100, 1000, { ph: 'B' })],
    ['what ran before it', ran('Layout', -500, 400)],
  ])('leaves out %s', (_what, event) => {
    expect(pressCosts([event, down(0)])).toEqual([0]);
  });

  it('is none without a press', () => {
    expect(pressCosts([ran('Layout', 0, 1000)])).toEqual([]);
  });

  it('never sums to more than the time there was, in whatever order the trace comes', () => {
    const some = fc.record({ at: fc.nat(10_000), lasts: fc.nat(3000), isPress: fc.boolean() });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 30 }), (events) => {
        const trace = events.map(({ at, lasts, isPress }) =>
          isPress ? down(at, lasts) : ran('FunctionCall', at, lasts),
        );
        const costs = pressCosts(trace);
        expect(costs).toEqual(pressCosts(trace.toReversed()));
        expect(costs).toHaveLength(events.filter(({ isPress }) => isPress).length);
        const sum = costs.reduce((all, cost) => all + cost, 0);
        const end = Math.max(...events.map(({ at, lasts }) => at + lasts));
        expect(sum).toBeLessThanOrEqual(end / 1000 + 1e-9);
        expect(costs.every((cost) => cost >= 0)).toBe(true);
      }),
    );
  });
});

describe('a percentile', () => {
  it('is a value that the share of them is not above', () => {
    const values = [5, 1, 4, 2, 3];
    expect([0, 0.2, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 1, 3, 5, 5]);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('counts a timer that a press has set, with all it calls, and no tick of a clock that went before', () => {
    const timer = (name: string, timerId: number, at: number, lasts: number) =>
      ran(name, at, lasts, { args: { data: { timerId } } });
    const set: TraceEvent = { name: 'TimerInstall', ph: 'I', ...window, args: { data: { timerId: 7 } } };
    const fired = (timerId: number) => [
      down(0, 1000),
      timer('TimerFire', timerId, 5000, 3000),
      ran('FunctionCall', 5500, 2000),
    ];
    expect(pressCosts([set, ...fired(7)])).toEqual([4]);
    expect(pressCosts([set, ...fired(8)])).toEqual([1]);
    // What runs beside the tick is not the tick's.
    expect(pressCosts([set, ...fired(8), ran('UpdateLayoutTree', 8500, 2000)])).toEqual([3]);
  });
});
