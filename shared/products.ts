import { err, ok, type Result } from './result.ts';

/** What the counter sells. An id names a kind of product, whichever biller delivers it. */
export const productIds = ['pln-postpaid', 'pln-prepaid', 'pln-nontaglis', 'telkom-pstn'] as const;
export type ProductId = (typeof productIds)[number];

export const billerIds = ['teleanjar'] as const;
export type BillerId = (typeof billerIds)[number];

/** The form of a customer number: an owner may edit it, since billers change such things without notice. */
export interface NumberRule {
  readonly alphabet: 'digits' | 'letters-and-digits';
  readonly minLength: number;
  readonly maxLength: number;
}

/** Lengths: PLN 12 (idpel), token 11 (meter) or 12 (idpel), non-taglis 13, Telkom 9 to 13. */
export const defaultNumberRules: Readonly<Record<ProductId, NumberRule>> = {
  'pln-postpaid': { alphabet: 'digits', minLength: 12, maxLength: 12 },
  'pln-prepaid': { alphabet: 'digits', minLength: 11, maxLength: 12 },
  'pln-nontaglis': { alphabet: 'digits', minLength: 13, maxLength: 13 },
  'telkom-pstn': { alphabet: 'digits', minLength: 9, maxLength: 13 },
};

/** Bounds within which a rule may be edited; also the rule of a product we know nothing of. */
export const widestNumberRule: NumberRule = { alphabet: 'letters-and-digits', minLength: 4, maxLength: 30 };

/** The products sold in denominations: an inquiry finds the customer, the amount is chosen after. */
export const isSoldInDenominations = (product: ProductId): boolean => product === 'pln-prepaid';

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
