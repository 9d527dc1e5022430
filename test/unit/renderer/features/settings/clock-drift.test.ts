import { describe, expect, it } from 'vitest';
import { clockDrift } from '../../../../../renderer/features/settings/clock-drift.ts';

describe("this computer's clock beside the biller's", () => {
  it('is not spoken of within a minute, or where nothing is known', () => {
    expect([undefined, 0, 60, -60].map(clockDrift)).toEqual(Array(4).fill(undefined));
  });

  it('is behind where the biller is ahead, and the other way round', () => {
    expect(clockDrift(180)).toEqual({ direction: 'behind', amount: 3, unit: 'minutes' });
    expect(clockDrift(-61)).toEqual({ direction: 'ahead', amount: 1, unit: 'minutes' });
  });

  it.each([
    [119 * 60, 119, 'minutes'],
    [120 * 60, 2, 'hours'],
    [7 * 3600, 7, 'hours'],
    [47 * 3600, 47, 'hours'],
    [48 * 3600, 2, 'days'],
    [365 * 86_400, 365, 'days'],
  ] as const)('says %i seconds as %i %s', (seconds, amount, unit) => {
    expect(clockDrift(seconds)).toEqual({ direction: 'behind', amount, unit });
  });
});
