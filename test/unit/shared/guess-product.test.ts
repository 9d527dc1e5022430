import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessProduct } from '../../../shared/guess-product.ts';
import {
  checkNumber,
  defaultNumberRules,
  productIds,
  type NumberRule,
  type ProductId,
} from '../../../shared/products.ts';

const rule: fc.Arbitrary<NumberRule> = fc
  .record({
    alphabet: fc.constantFrom('digits' as const, 'letters-and-digits' as const),
    minLength: fc.integer({ min: 4, max: 20 }),
    more: fc.integer({ min: 0, max: 10 }),
  })
  .map(({ alphabet, minLength, more }) => ({ alphabet, minLength, maxLength: minLength + more }));
const rules = fc.record(
  Object.fromEntries(productIds.map((product) => [product, rule])) as Record<ProductId, typeof rule>,
);
const sold = fc.subarray([...productIds]);
const number = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 0, maxLength: 26 }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789AB -.')), minLength: 0, maxLength: 26 }),
);

describe('the product of a number', () => {
  it('is never guessed where two products that are sold here allow the number', () => {
    fc.assert(
      fc.property(number, sold, fc.oneof(rules, fc.constant(defaultNumberRules)), (typed, here, by) => {
        const allowing = here.filter((product) => checkNumber(typed, by[product]).ok);
        const guessed = guessProduct(typed, here, by);
        if (allowing.length !== 1) expect(guessed).toBeUndefined();
        if (guessed !== undefined) expect(allowing).toEqual([guessed]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never one whose numbers differ from company to company, however its rule is set', () => {
    const loose = [
      'pdam',
      'gas',
      'telkom-pstn',
      'mobile-postpaid',
      'tv',
      'internet',
      'multifinance',
    ] as const;
    fc.assert(
      fc.property(number, fc.constantFrom(...loose), rules, (typed, product, by) => {
        expect(guessProduct(typed, [product], by)).toBeUndefined();
      }),
    );
  });

  it('is found where only one can be meant', () => {
    const pln = ['pln-postpaid', 'pln-prepaid', 'pln-nontaglis'] as const;
    const guess = (typed: string, here: readonly ProductId[]) =>
      guessProduct(typed, here, defaultNumberRules);
    expect(guess('53000000001', pln)).toBe('pln-prepaid');
    expect(guess('5300-0000-0000-1', pln)).toBe('pln-nontaglis');
    expect(guess('8888801234567890', [...pln, 'bpjs'])).toBe('bpjs');
    expect(guess('329801092375999901', [...pln, 'bpjs', 'pbb'])).toBe('pbb');
  });

  it('is not guessed of an idpel, which both kinds of PLN have, nor of a meter beside Telkom', () => {
    expect(guessProduct('530000000001', ['pln-postpaid', 'pln-prepaid'], defaultNumberRules)).toBeUndefined();
    expect(guessProduct('53000000001', ['pln-prepaid', 'telkom-pstn'], defaultNumberRules)).toBeUndefined();
  });
});
