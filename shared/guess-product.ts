import { checkNumber, type NumberRule, type ProductId } from './products.ts';

/**
 * The lengths that a product's number has wherever it is sold: idpel 12, meter 11 or 12, registration 13, BPJS card 13 or
 * virtual account 16, NOP 18. Of all other products the form differs from company to company, so that a number that fits
 * says nothing.
 */
const knownLengths: Readonly<Partial<Record<ProductId, readonly number[]>>> = {
  'pln-postpaid': [12],
  'pln-prepaid': [11, 12],
  'pln-nontaglis': [13],
  bpjs: [13, 16],
  pbb: [18],
};

/**
 * The product that a number is of, where that is certain: one product of those `sold` here allows it by its rule, no
 * other does, and its numbers have that length everywhere. `undefined` wherever there is a doubt.
 */
export function guessProduct(
  typed: string,
  sold: readonly ProductId[],
  rules: Readonly<Record<ProductId, NumberRule>>,
): ProductId | undefined {
  const allowing = [...new Set(sold)].filter((product) => checkNumber(typed, rules[product]).ok);
  const [only, ...others] = allowing;
  if (only === undefined || others.length > 0) return undefined;
  const checked = checkNumber(typed, rules[only]);
  const isKnown = checked.ok && /^\d+$/.test(checked.value);
  return isKnown && knownLengths[only]?.includes(checked.value.length) === true ? only : undefined;
}
