import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { needsPin, type Doubt } from '../../../shared/payment/doubt.ts';
import { isSoldRepeatedly, type ProductId } from '../../../shared/products.ts';
import type { Language } from '../../../shared/settings.ts';
import type { Instant, Zone } from '../../../shared/time.ts';
import { momentWords, whenWords } from '../../ui/when.ts';

/** Where and in which language a doubt is told. */
export interface Telling {
  readonly now: Instant;
  readonly zone: Zone;
  readonly language: Language;
  readonly m: Messages;
}

const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** `2018-05` → `Mei 2018`; what is no month stays as it is. */
export function monthWords(month: string, language: Language): string {
  const [, year, ofYear] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined || ofYear === undefined) return month;
  const first = new Date(Date.UTC(Number(year), Number(ofYear) - 1));
  return new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(first);
}

/** What a cashier must know before paying. */
export function doubtWords(doubt: Doubt, product: ProductId, { now, zone, language, m }: Telling): string {
  const words = m.confirmAgain;
  if (doubt.kind === 'gap') {
    return words.gap(momentWords(doubt.from, now, zone), momentWords(doubt.until, now, zone));
  }
  const when = whenWords(doubt.at, now, zone, m);
  const total = `Rp\u00A0${formatRupiah(doubt.total)}`;
  switch (doubt.kind) {
    case 'paid-lately':
      return isSoldRepeatedly(product) ? words.boughtLately(when, total) : words.paidLately(when, total);
    case 'rejected-by-hand-lately':
      return words.rejectedByHandLately(when, total);
    case 'month-paid':
      return words.monthPaid(monthWords(doubt.month, language), when, total);
  }
}

/** Whether only the owner may go on. */
export const asksOwner = (doubts: readonly Doubt[], product: ProductId): boolean =>
  doubts.some((doubt) => needsPin(doubt, product));

/** What going on may cost; a second token is bought on purpose, and nothing else about it is in doubt. */
export const costWords = (doubts: readonly Doubt[], product: ProductId, m: Messages): string => {
  const isOnPurpose = isSoldRepeatedly(product) && doubts.every(({ kind }) => kind === 'paid-lately');
  return isOnPurpose ? m.confirmAgain.onPurpose : m.confirmAgain.twice;
};
