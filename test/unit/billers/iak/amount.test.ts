import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../../electron/billers/iak/amount.ts';

describe('an amount of IAK', () => {
  it('is the same as an integer, a double and a string, with or without empty decimals', () => {
    for (const written of [302500, 302500.0, '302500', '302500.0', '302500.00']) {
      expect(readAmount(written), String(written)).toBe(302500);
    }
    expect(readAmount(0)).toBe(0);
    expect(readAmount('999999999999')).toBe(999_999_999_999);
  });

  it('is refused where it is not exactly a whole amount', () => {
    const refused = [
      302500.5,
      '302500.5',
      '302500.01',
      '302500.',
      '302500.000',
      '1e5',
      ' 1',
      '1 ',
      '-1',
      '+1',
      -1,
      -0,
      '1,000',
      '1.000.000',
      'Rp1',
      '0x10',
      '',
      1e12,
      '1000000000000',
      Number.NaN,
      Infinity,
      null,
      undefined,
      true,
      [1],
      {},
    ];
    for (const written of refused) expect(readAmount(written), JSON.stringify(written)).toBeUndefined();
  });

  it('of any text or number is exact or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.string(), fc.float().map(String)), (written) => {
        const amount = readAmount(written);
        if (amount !== undefined) expect(amount).toBe(Number(written));
      }),
      { numRuns: 3000 },
    );
  });
});
