import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkNumber,
  cleanNumber,
  defaultNumberRules,
  groupNumber,
  isSoldInDenominations,
  productIds,
  widestNumberRule,
  type NumberRule,
} from '../../../shared/products.ts';

const anyRule: fc.Arbitrary<NumberRule> = fc
  .record({
    alphabet: fc.constantFrom('digits' as const, 'letters-and-digits' as const),
    minLength: fc.integer({ min: 4, max: 30 }),
    more: fc.nat({ max: 26 }),
  })
  .map(({ alphabet, minLength, more }) => ({
    alphabet,
    minLength,
    maxLength: Math.min(minLength + more, widestNumberRule.maxLength),
  }));

const anyTyped = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789 .-–\u00a0\r\n\tabZé٣')), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('a typed customer number', () => {
  it.each([
    ['5300 0000 0001', '530000000001'],
    ['5300-0000-0001', '530000000001'],
    ['5300.0000.0001\r\n', '530000000001'],
    ['\t530000000001\u00a0', '530000000001'],
    ['5300\u20110000\u20130001', '530000000001'],
  ])('%j loses what a paste or a scanner brings along', (typed, number) => {
    expect(cleanNumber(typed)).toBe(number);
  });

  it('is cleaned once and for all, and no digit or letter is lost or moved', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const number = cleanNumber(typed);
        expect(cleanNumber(number)).toBe(number);
        expect(number.replaceAll(/[^0-9A-Za-z]/g, '')).toBe(typed.replaceAll(/[^0-9A-Za-z]/g, ''));
      }),
    );
  });

  it('that is accepted fits the rule to the letter, whatever was typed', () => {
    fc.assert(
      fc.property(anyTyped, anyRule, (typed, rule) => {
        const checked = checkNumber(typed, rule);
        const fits =
          rule.alphabet === 'digits'
            ? /^[0-9]*$/.test(cleanNumber(typed))
            : /^[0-9A-Za-z]*$/.test(cleanNumber(typed));
        const { length } = cleanNumber(typed);
        expect(checked.ok).toBe(fits && length >= rule.minLength && length <= rule.maxLength);
        if (checked.ok) expect(checked.value).toBe(cleanNumber(typed));
      }),
    );
  });

  it('of the right form is accepted however it was grouped', () => {
    const numberAndRule = anyRule.chain((rule) =>
      fc.tuple(
        fc.constant(rule),
        fc.string({
          unit: fc.constantFrom(...Array.from(rule.alphabet === 'digits' ? '0123456789' : '09azAZ')),
          minLength: rule.minLength,
          maxLength: rule.maxLength,
        }),
      ),
    );
    fc.assert(
      fc.property(numberAndRule, ([rule, number]) => {
        expect(checkNumber(groupNumber(number), rule)).toEqual({ ok: true, value: number });
      }),
    );
  });

  it('that is refused says which character, or how long it is', () => {
    const rule = defaultNumberRules['pln-postpaid'];
    expect(checkNumber('53000000000O', rule)).toEqual({
      ok: false,
      error: { code: 'bad-character', character: 'O' },
    });
    expect(checkNumber('5300', rule)).toEqual({ ok: false, error: { code: 'too-short', length: 4, rule } });
    expect(checkNumber('5300000000012', rule)).toEqual({
      ok: false,
      error: { code: 'too-long', length: 13, rule },
    });
    expect(checkNumber('', rule)).toEqual({ ok: false, error: { code: 'too-short', length: 0, rule } });
  });

  it('names a whole character, also one outside the basic plane', () => {
    expect(checkNumber('5300😀0000001', defaultNumberRules['pln-postpaid'])).toEqual({
      ok: false,
      error: { code: 'bad-character', character: '😀' },
    });
  });

  it.each([
    ['٠١٢٣٤٥٦٧٨٩٠١'],
    ['０１２３４５６７８９０１'],
    ['1e1100000000'],
    ['-53000000000+'],
    ['53000000000\0'],
  ])('%j is not taken for digits', (typed) => {
    expect(checkNumber(typed, defaultNumberRules['pln-postpaid']).ok).toBe(false);
  });
});

describe('a grouped number', () => {
  it.each([
    ['', ''],
    ['5300', '5300'],
    ['53000', '5300 0'],
    ['530000000001', '5300 0000 0001'],
    ['5300 00', '5300 00'],
  ])('%j is shown as %j', (number, shown) => {
    expect(groupNumber(number)).toBe(shown);
  });

  it('says the same number, in groups of four with one blank between', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789AZ')), maxLength: 40 }),
        (number) => {
          expect(cleanNumber(groupNumber(number))).toBe(number);
          expect(groupNumber(number)).toMatch(/^(\w{4}( \w{4})*( \w{1,3})?|\w{0,3})$/);
        },
      ),
    );
  });
});

describe('the rules a counter starts with', () => {
  it.each(productIds)('for %s lie within what an owner may set', (product) => {
    const { minLength, maxLength } = defaultNumberRules[product];
    expect(minLength).toBeGreaterThanOrEqual(widestNumberRule.minLength);
    expect(maxLength).toBeLessThanOrEqual(widestNumberRule.maxLength);
    expect(minLength).toBeLessThanOrEqual(maxLength);
  });

  it('sell only the token in denominations', () => {
    expect(productIds.filter(isSoldInDenominations)).toEqual(['pln-prepaid']);
  });
});
