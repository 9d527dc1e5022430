import type { ProductId } from '../products.ts';

/** As PLN and the switches print a month (BL/TH): `MEI18`. */
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MEI', 'JUN', 'JUL', 'AGU', 'SEP', 'OKT', 'NOV', 'DES'] as const;

const named = (year: string, month: string): string => `${months[Number(month) - 1] ?? month}${year}`;

function monthWords(product: ProductId, text: string): string {
  const [, year, month] = /^(?:19|20)(\d\d)(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined) return named(year, month);
  // Gas writes MMYY, which could be a year elsewhere.
  const [, gasMonth, gasYear] = /^(0[1-9]|1[0-2])(\d\d)$/.exec(product === 'gas' ? text : '') ?? [];
  if (gasMonth !== undefined && gasYear !== undefined) return named(gasYear, gasMonth);
  return text.replace(/^([A-Za-z]{3})(\d{4})$/, '$1 $2');
}

/** A period for the reader: `201608` → `AGU16`, `201803,201804` → `MAR18, APR18`; whatever is no month stays. */
export const periodWords = (product: ProductId, period: string): string =>
  period
    .split(/\s*,\s*/)
    .map((part) => monthWords(product, part))
    .join(', ');
