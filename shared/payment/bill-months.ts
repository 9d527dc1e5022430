import type { ProductId } from '../products.ts';

/** Months as the billers abbreviate them, in Indonesian and in English. */
const names: readonly (readonly string[])[] = [
  ['JAN'],
  ['FEB', 'PEB'],
  ['MAR'],
  ['APR'],
  ['MEI', 'MAY'],
  ['JUN'],
  ['JUL'],
  ['AGU', 'AGS', 'AUG'],
  ['SEP'],
  ['OKT', 'OCT'],
  ['NOV', 'NOP'],
  ['DES', 'DEC'],
];

function monthOf(product: ProductId, text: string): string | undefined {
  const [, year, month] = /^((?:19|20)\d\d)-?(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined) return `${year}-${month}`;
  const [, name, named] = /^([A-Z]{3})[A-Z]*[ -]?(\d{2}|(?:19|20)\d{2})$/.exec(text.toUpperCase()) ?? [];
  const number = names.findIndex((each) => each.includes(name ?? '')) + 1;
  if (named !== undefined && number > 0) return `${whole(named)}-${String(number).padStart(2, '0')}`;
  // Gas writes MMYY, which could be a year elsewhere.
  const [, gasMonth, gasYear] = /^(0[1-9]|1[0-2])(\d\d)$/.exec(product === 'gas' ? text : '') ?? [];
  return gasYear === undefined ? undefined : `20${gasYear}-${gasMonth}`;
}

const whole = (year: string): string => (year.length === 2 ? `20${year}` : year);

/**
 * The months a bill is for (`2018-05`), whichever biller wrote them (`MEI18`, `201805`, `MEI 2018`, `201803,201804`). What
 * is no month, like the number of an instalment, is left out: nothing is concluded from it.
 */
export function billMonths(product: ProductId, periods: readonly string[]): readonly string[] {
  const parts = periods.flatMap((period) => period.split(',')).map((part) => part.trim());
  return [...new Set(parts.flatMap((part) => monthOf(product, part) ?? []))];
}
