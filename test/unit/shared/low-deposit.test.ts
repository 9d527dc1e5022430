import { describe, expect, it } from 'vitest';
import { isLowDeposit } from '../../../shared/low-deposit.ts';
import { rupiah } from '../../../shared/money.ts';

describe('a deposit', () => {
  it.each([
    [499_999, 500_000, true],
    [500_000, 500_000, false],
    [500_001, 500_000, false],
    [0, 1, true],
  ])('of %d is low below %d: %s', (deposit, bound, isLow) => {
    expect(isLowDeposit(rupiah(deposit), rupiah(bound))).toBe(isLow);
  });

  it('is never low where no bound is set, not even with nothing in it', () => {
    expect(isLowDeposit(rupiah(0), rupiah(0))).toBe(false);
  });
});
