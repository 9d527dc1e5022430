import { err, ok, type Result } from './result.ts';

/** What the counter sells. An id names a kind of product, whichever biller delivers it. */
export const productIds = [
  'pln-postpaid',
  'pln-prepaid',
  'pln-nontaglis',
  'telkom-pstn',
  'bpjs',
  'pdam',
  'gas',
  'mobile-postpaid',
  'tv',
  'internet',
  'multifinance',
  'pbb',
  'bpjs-tk',
  'insurance',
  'esamsat',
  'emoney',
] as const;
export type ProductId = (typeof productIds)[number];

/** The products whose bills come from PLN, which closes its books every night. */
export const isPln = (product: ProductId): boolean => product.startsWith('pln-');

/** The form of a customer number: an owner may edit it, since billers change such things without notice. */
export interface NumberRule {
  readonly alphabet: 'digits' | 'letters-and-digits';
  readonly minLength: number;
  readonly maxLength: number;
}

const digits = (minLength: number, maxLength: number): NumberRule => ({
  alphabet: 'digits',
  minLength,
  maxLength,
});
const lettersAndDigits = (minLength: number, maxLength: number): NumberRule => ({
  alphabet: 'letters-and-digits',
  minLength,
  maxLength,
});

/**
 * Lengths: PLN 12 (idpel), token 11 (meter) or 12 (idpel), non-taglis 13, Telkom 9 to 13, BPJS Kesehatan 13 (or the
 * virtual account of 16), PBB 18 (NOP). The others differ from company to company.
 */
export const defaultNumberRules: Readonly<Record<ProductId, NumberRule>> = {
  'pln-postpaid': digits(12, 12),
  'pln-prepaid': digits(11, 12),
  'pln-nontaglis': digits(13, 13),
  'telkom-pstn': digits(9, 13),
  bpjs: digits(11, 16),
  pdam: lettersAndDigits(4, 20),
  gas: digits(6, 14),
  'mobile-postpaid': digits(9, 14),
  tv: lettersAndDigits(6, 20),
  internet: lettersAndDigits(6, 20),
  multifinance: lettersAndDigits(6, 20),
  pbb: digits(10, 24),
  'bpjs-tk': digits(8, 20),
  insurance: lettersAndDigits(6, 20),
  esamsat: lettersAndDigits(6, 24),
  emoney: digits(8, 18),
};

/** Bounds within which a rule may be edited; also the rule of a product we know nothing of. */
export const widestNumberRule: NumberRule = { alphabet: 'letters-and-digits', minLength: 4, maxLength: 30 };

/** The products sold in denominations: an inquiry finds the customer, the amount is chosen after. */
export const isSoldInDenominations = (product: ProductId): boolean => product === 'pln-prepaid';

/** The products that one customer buys several times a day on purpose. */
export const isSoldRepeatedly = (product: ProductId): boolean =>
  product === 'pln-prepaid' || product === 'emoney';

export type NumberProblem =
  | { readonly code: 'bad-character'; readonly character: string }
  | { readonly code: 'too-short' | 'too-long'; readonly length: number; readonly rule: NumberRule };

/** Takes out what a paste or a scanner brings along: blanks, dashes, dots, an end of line. */
export const cleanNumber = (typed: string): string => typed.replaceAll(/[\s.\-\u2010-\u2015]/g, '');

/** The number as it may leave the screen, or what is wrong with it. */
export function checkNumber(typed: string, rule: NumberRule): Result<string, NumberProblem> {
  const number = cleanNumber(typed);
  const allowed = rule.alphabet === 'digits' ? /[^0-9]/u : /[^0-9A-Za-z]/u;
  const foreign = allowed.exec(number);
  if (foreign !== null) return err({ code: 'bad-character', character: foreign[0] });
  if (number.length < rule.minLength) return err({ code: 'too-short', length: number.length, rule });
  if (number.length > rule.maxLength) return err({ code: 'too-long', length: number.length, rule });
  return ok(number);
}

/** `530000000001` → `5300 0000 0001`, for the eye only. */
export const groupNumber = (number: string): string => cleanNumber(number).replaceAll(/(.{4})(?=.)/g, '$1 ');
