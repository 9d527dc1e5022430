import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRupiah, isRupiah, parseTypedRupiah, rupiah, sumRupiah } from '../../../shared/money.ts';

const anyRupiah = fc.nat({ max: Number.MAX_SAFE_INTEGER }).map(rupiah);
const anyTypableRupiah = fc.nat({ max: 999_999_999_999_999 }).map(rupiah);

describe('an amount of rupiah', () => {
  it.each([0, 1, 303_500, Number.MAX_SAFE_INTEGER])('may be %d', (value) => {
    expect(isRupiah(value)).toBe(true);
    expect(rupiah(value)).toBe(value);
  });

  it.each([-1, 0.5, 303_500.01, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])(
    'is never %d',
    (value) => {
      expect(isRupiah(value)).toBe(false);
      expect(() => rupiah(value)).toThrow(RangeError);
    },
  );

  it.each([['303500'], [303_500n], [null], [undefined], [[303_500]], [{ valueOf: (): number => 1 }]])(
    'is a number and nothing that turns into one: %s',
    (value) => {
      expect(isRupiah(value)).toBe(false);
    },
  );

  it('is never a number with a fraction, however small', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(isRupiah(value)).toBe(Number.isSafeInteger(value) && value >= 0);
      }),
    );
  });
});

describe('a sum of rupiah', () => {
  it('is exact, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 40 }).map(rupiah), { maxLength: 24 }), (amounts) => {
        const exact = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
        expect(BigInt(sumRupiah(amounts))).toBe(exact);
        expect(sumRupiah(amounts.toReversed())).toBe(sumRupiah(amounts));
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(sumRupiah([])).toBe(0);
  });

  it('throws where it would no longer be exact, instead of rounding', () => {
    const largest = rupiah(Number.MAX_SAFE_INTEGER);
    expect(() => sumRupiah([largest, rupiah(1)])).toThrow(RangeError);
    expect(() => sumRupiah([largest, largest])).toThrow(RangeError);
  });
});

describe('a written amount', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1_000, '1.000'],
    [303_500, '303.500'],
    [12_345_678, '12.345.678'],
    [9_007_199_254_740_991, '9.007.199.254.740.991'],
    [-2_500, '-2.500'],
  ])('%d is written %s', (amount, written) => {
    expect(formatRupiah(amount)).toBe(written);
  });

  it('has groups of three after a first group of one to three, and loses no digit', () => {
    fc.assert(
      fc.property(anyRupiah, (amount) => {
        const written = formatRupiah(amount);
        expect(written).toMatch(/^\d{1,3}(\.\d{3})*$/);
        expect(written.replaceAll('.', '')).toBe(String(amount));
      }),
    );
  });
});

describe('a typed amount', () => {
  it.each([
    ['350000', 350_000],
    ['350.000', 350_000],
    ['350 000', 350_000],
    [' 350.000 ', 350_000],
    ['350\u00a0000', 350_000],
    ['0', 0],
    ['000100', 100],
    ['999999999999999', 999_999_999_999_999],
  ])('%j is read as %d', (typed, amount) => {
    expect(parseTypedRupiah(typed)).toBe(amount);
  });

  it.each([
    [''],
    [' '],
    ['.'],
    ['-1'],
    ['+1'],
    ['1e6'],
    ['0x10'],
    ['1_000'],
    ['350,000'],
    ['350.000,00'],
    ['Rp350.000'],
    ['350rb'],
    ['٣٥٠'],
    ['３５０'],
    ['NaN'],
    ['Infinity'],
    ['1000000000000000'],
    ['1'.repeat(10_000)],
  ])('%j is no amount', (typed) => {
    expect(parseTypedRupiah(typed)).toBeUndefined();
  });

  it('that was written by us is read back as it was', () => {
    fc.assert(
      fc.property(anyTypableRupiah, (amount) => {
        expect(parseTypedRupiah(formatRupiah(amount))).toBe(amount);
      }),
    );
  });

  it('is an exact amount or nothing, whatever is typed', () => {
    const keys = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789., -+eExRp\u00a0\n')),
      maxLength: 24,
    });
    fc.assert(
      fc.property(fc.oneof(keys, fc.string()), (typed) => {
        const amount = parseTypedRupiah(typed);
        const digits = typed.replaceAll(/[\s.]/g, '');
        if (/^[0-9]{1,15}$/.test(digits)) expect(BigInt(amount ?? -1)).toBe(BigInt(digits));
        else expect(amount).toBeUndefined();
      }),
    );
  });
});
