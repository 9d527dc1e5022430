import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../../renderer/features/cash/change.ts';
import { suggestCash } from '../../../../renderer/features/cash/suggest-cash.ts';
import { rupiah } from '../../../../shared/money.ts';

describe('suggested cash', () => {
  it.each([
    [303_500, [305_000, 310_000, 350_000, 400_000]],
    [102_500, [105_000, 110_000, 150_000, 200_000]],
    [21_500, [25_000, 30_000, 50_000, 100_000]],
    [399_500, [400_000]],
    [100_000, []],
  ])('%i', (total, expected) => expect(suggestCash(rupiah(total))).toEqual(expected));

  it('is above the total, rises, and is at most four', () => {
    assert(
      property(integer({ min: 1, max: 100_000_000 }), (total) => {
        const sums = suggestCash(rupiah(total));
        expect(sums.length).toBeLessThanOrEqual(4);
        expect(sums.every((sum) => sum > total && sum % 1000 === 0)).toBe(true);
        expect(sums.every((sum, at) => at === 0 || sum > (sums[at - 1] ?? 0))).toBe(true);
      }),
    );
  });
});

describe('change', () => {
  it('is nothing, what is missing, or what goes back', () => {
    expect(changeOf(null, rupiah(100))).toEqual({ kind: 'none' });
    expect(changeOf(rupiah(40), rupiah(100))).toEqual({ kind: 'short', amount: 60 });
    expect(changeOf(rupiah(100), rupiah(100))).toEqual({ kind: 'change', amount: 0 });
  });

  it('is none where the cash was scanned or mistyped and not counted', () => {
    expect(changeOf(rupiah(530_000_000_002), rupiah(303_500))).toEqual({ kind: 'implausible' });
  });
});
