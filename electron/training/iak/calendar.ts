import { formatDateTime, instant, type Instant } from '../../../shared/time.ts';

/** A month of the calendar in WIB; January is 1. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

const abbreviations = [
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MEI',
  'JUN',
  'JUL',
  'AGT',
  'SEP',
  'OKT',
  'NOV',
  'DES',
] as const;
const day = 86_400_000;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The month `ago` months before the one of `at`. */
export function monthBefore(at: Instant, ago: number): Month {
  const today = formatDateTime(at, 'WIB');
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - ago;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** The last `count` months up to the one of `at`, oldest first. */
export const lastMonths = (at: Instant, count: number): readonly Month[] =>
  Array.from({ length: count }, (_, index) => monthBefore(at, count - 1 - index));

/** `MEI` */
export const abbreviationOf = ({ month }: Month): string => abbreviations[month - 1] ?? '';

/** `201405` */
export const yearMonth = ({ year, month }: Month): string => `${year}${twoDigits(month)}`;

/** `0917` */
export const monthYear = ({ year, month }: Month): string => `${twoDigits(month)}${twoDigits(year % 100)}`;

/** `MEI 2014` */
export const namedMonth = (month: Month): string => `${abbreviationOf(month)} ${month.year}`;

/** `MEI 12` */
export const shortNamedMonth = (month: Month): string =>
  `${abbreviationOf(month)} ${twoDigits(month.year % 100)}`;

/** `20180803172000` in WIB, the document's YmdHis. */
export const compactTime = (at: Instant): string => formatDateTime(at, 'WIB').replaceAll(/\D/g, '');

/** `20180803`: two instants with the same one lie on the same day in WIB. */
export const compactDay = (at: Instant): string => compactTime(at).slice(0, 8);

export const daysBefore = (at: Instant, days: number): Instant => instant(at - days * day);
