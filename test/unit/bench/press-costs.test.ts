import { describe, expect, it } from 'vitest';
import { percentile, pressCosts, type TraceEvent } from '../../bench/keys/press-costs.ts';

const event = (
  name: string,
  tts: number,
  tdur: number,
  data: NonNullable<TraceEvent['args']>['data'] = {},
): TraceEvent => ({ name, ph: 'X', tts, tdur, pid: 1, tid: 1, args: { data } });
const down = (tts: number, tdur: number) => event('EventDispatch', tts, tdur, { type: 'keydown' });

describe('what a key press costs', () => {
  it('is all script, style and layout until the next key, what stands inside another counted once', () => {
    const trace = [
      down(0, 2000),
      event('FunctionCall', 500, 1000),
      event('Layout', 3000, 1500),
      down(9000, 500),
    ];
    expect(pressCosts(trace)).toEqual([3.5, 0.5]);
  });

  it('leaves out paint, other threads, and what came before the first key', () => {
    const trace = [
      event('Layout', 0, 1000),
      down(2000, 1000),
      event('Paint', 4000, 7000),
      { ...event('Layout', 4000, 7000), tid: 2 },
    ];
    expect(pressCosts(trace)).toEqual([1]);
  });

  it('counts a timer that a press has set, with all it calls, and no tick of a clock that went before', () => {
    const set: TraceEvent = { name: 'TimerInstall', ph: 'I', pid: 1, tid: 1, args: { data: { timerId: 7 } } };
    const fired = (timerId: number) => [
      down(0, 1000),
      event('TimerFire', 5000, 3000, { timerId }),
      event('FunctionCall', 5500, 2000),
    ];
    expect(pressCosts([set, ...fired(7)])).toEqual([4]);
    expect(pressCosts([set, ...fired(8)])).toEqual([1]);
  });

  it('counts the work beside a clock’s tick', () => {
    const trace = [
      down(0, 1000),
      event('TimerFire', 5000, 3000, { timerId: 8 }),
      event('UpdateLayoutTree', 8500, 2000),
    ];
    expect(pressCosts(trace)).toEqual([3]);
  });

  it('says the value that so many are not above', () => {
    expect(percentile([3, 1, 2, 4], 0.5)).toBe(2);
    expect(percentile([3, 1, 2, 4], 0.95)).toBe(4);
    expect(percentile([], 0.5)).toBeNaN();
  });
});
