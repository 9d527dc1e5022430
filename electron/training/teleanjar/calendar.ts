import { formatDateTime, instant, parseDateTime, type Instant } from '../../../shared/time.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MEI', 'JUN', 'JUL', 'AGT', 'SEP', 'OKT', 'NOV', 'DES'] as const;
const day = 86_400_000;

/** A month that is written down, or one counted back from today so that practice bills never look old. */
export type BillMonth = { readonly fixed: string } | { readonly monthsAgo: number };

/** A day that is written down (`25SEP16`), or one counted back from today. */
export type BillDay = { readonly fixed: string } | { readonly daysAgo: number };

const partsInWib = (at: Instant) => {
  const text = formatDateTime(at, 'WIB');
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)) - 1, day: text.slice(8, 10) };
};

const monthName = (index: number): string => months[index] ?? '';
const lastTwoDigits = (year: number): string => String(year % 100).padStart(2, '0');

/** `NOV26`, the document's `blth`. */
export function writeMonth(month: BillMonth, at: Instant): string {
  if ('fixed' in month) return month.fixed;
  const today = partsInWib(at);
  const count = today.year * 12 + today.month - month.monthsAgo;
  return `${monthName(count % 12)}${lastTwoDigits(Math.floor(count / 12))}`;
}

/** `25SEP16`, the document's `tanggal_registrasi`. */
export function writeDay(date: BillDay, at: Instant): string {
  if ('fixed' in date) return date.fixed;
  const then = partsInWib(instant(at - date.daysAgo * day));
  return `${then.day}${monthName(then.month)}${lastTwoDigits(then.year)}`;
}

declare const wibDayBrand: unique symbol;

/** A day of Jakarta's calendar, `yyyy-MM-dd`. */
export type WibDay = string & { readonly [wibDayBrand]: 'wib-day' };

const isWibDay = (text: string): text is WibDay => parseDateTime(`${text} 00:00:00`, 'WIB') !== undefined;

/** `undefined` where it is not written so, or where there is no such day (30 February). */
export const readDay = (text: string): WibDay | undefined => (isWibDay(text) ? text : undefined);

export const isOn = (at: Instant, date: WibDay): boolean => formatDateTime(at, 'WIB').startsWith(date);

/** `20180530150508` in WIB, as the `CA/` line of a receipt has it. */
export const compactTime = (at: Instant): string => formatDateTime(at, 'WIB').replaceAll(/\D/g, '');
