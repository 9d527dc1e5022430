import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../../shared/lot/pace.ts';

const count = fc.integer({ min: 1, max: 1000 });
const elapsed = fc.integer({ min: 0, max: 86_400_000 });

describe('how long the rest of a run takes', () => {
  it('is the pace so far times what is left, in whole ms', () => {
    fc.assert(
      fc.property(count, count, elapsed, (done, rest, ms) => {
        const left = timeLeft(done, done + rest, ms);
        expect(Number.isInteger(left)).toBe(true);
        expect(Math.abs((left ?? Number.NaN) - (ms / done) * rest)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it('is not told before the first is done, nor when none is left, nor by a clock that went back', () => {
    fc.assert(
      fc.property(count, elapsed, (total, ms) => {
        expect(timeLeft(0, total, ms)).toBeNull();
        expect(timeLeft(total, total, ms)).toBeNull();
        expect(timeLeft(total + 1, total, ms)).toBeNull();
        expect(timeLeft(1, 1 + total, -1 - ms)).toBeNull();
      }),
    );
  });
});
