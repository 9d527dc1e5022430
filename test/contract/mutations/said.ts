import type { RawReply } from '../../../electron/billers/biller.ts';
import type { Written } from './written.ts';

/** What stands in a reply, for the oracle: every value under a name, not only the one that a reader takes. */

export type Fields = Extract<Written, { is: 'fields' }>;

/** Why an outcome is not what the reply says. */
export type Fault = string;

export const isFields = (value: Written | undefined): value is Fields => value?.is === 'fields';

export const all = (of: Fields, name: string): readonly Written[] =>
  of.fields.filter(([each]) => each === name).map(([, value]) => value);

/** Nothing, as PHP and XML write it. */
const isBlank = (value: Written): boolean =>
  (value.is === 'word' && value.word === 'null') || (value.is === 'text' && value.text.trim() === '');

/** The values under a name that say anything. */
export const told = (of: Fields, name: string): readonly Written[] =>
  all(of, name).filter((value) => !isBlank(value));

/** A name or number: its text without the blanks around it, or a whole number's digits. */
export function nameIn(value: Written): string | undefined {
  if (value.is === 'text') return value.mended === true ? undefined : value.text.trim();
  if (value.is !== 'number') return undefined;
  return Number.isSafeInteger(Number(value.digits)) ? String(Number(value.digits)) : undefined;
}

/** Whole rupiah, as a number (both billers give Doubles) or in digits. */
export function amountIn(value: Written): number | undefined {
  if (value.is === 'text' && (value.mended === true || !/^\d+(?:\.0+)?$/.test(value.text.trim()))) {
    return undefined;
  }
  if (value.is !== 'text' && value.is !== 'number') return undefined;
  const amount = Number(value.is === 'text' ? value.text.trim() : value.digits);
  return Number.isSafeInteger(amount) && amount >= 0 ? amount : undefined;
}

/** The characters without blanks and controls, by which a text that is only shown is compared. */
export const dense = (text: string): string => text.replaceAll(/[\s\p{C}]+/gu, '');

export const shown = (value: Written): string =>
  value.is === 'text' ? value.text : value.is === 'number' ? String(Number(value.digits)) : '';

/** The characters of a reply; `undefined` where its bytes are no UTF-8. */
export function charactersOf({ body }: RawReply): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

export const sum = (amounts: readonly number[]): number => amounts.reduce((whole, each) => whole + each, 0);

/** Whether two sets of amounts are the same, in whatever order. */
export const sameAmounts = (left: readonly number[], right: readonly number[]): boolean =>
  JSON.stringify(left.toSorted((a, b) => a - b)) === JSON.stringify(right.toSorted((a, b) => a - b));
