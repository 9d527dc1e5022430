import { checkNumber, cleanNumber, groupNumber, type NumberRule } from '../../../shared/products.ts';
import type { Grouping } from '../../ui/grouped-input.ts';

/** Longer than any rule allows, so that a number too long is seen and said, not cut silently. */
const most = 40;

/** Customer numbers: 4-4-4 for the eye. */
export const numberGrouping: Grouping = {
  clean: (text) => cleanNumber(text).slice(0, most),
  group: groupNumber,
};

/**
 * The number in a pasted text. Whatever fits the rule as it is, is taken as it is; otherwise the one number in it
 * that fits ("ID Pelanggan: 5300-0000-0001"). Where there is none, or more than one, nothing is guessed.
 */
export function numberFromPaste(text: string, rule: NumberRule): string {
  const whole = checkNumber(text, rule);
  if (whole.ok) return whole.value;
  const fitting = (text.match(/\d[\d .\-\u2010-\u2015]*\d/g) ?? [])
    .map((part) => checkNumber(part, rule))
    .flatMap((checked) => (checked.ok ? [checked.value] : []));
  const [only, ...others] = [...new Set(fitting)];
  return only !== undefined && others.length === 0 ? only : cleanNumber(text);
}
