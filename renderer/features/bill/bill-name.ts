import { detailWords } from '../../../shared/i18n/detail-words.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import type { Bill, Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import { periodWords } from '../../../shared/receipt/period-words.ts';
import type { Language } from '../../../shared/settings.ts';

type NamedQuote = Pick<Quote, 'product' | 'extras' | 'denomination' | 'bills'>;

/**
 * What one line of a quote is about: the months that were asked for, its month as the receipt prints it, the amount
 * chosen, or its number in the row.
 */
export function billName(
  { product, extras, denomination, bills }: NamedQuote,
  { period = '' }: Pick<Bill, 'period'>,
  ordinal: number,
  language: Language,
  m: Messages,
): string {
  if (extras?.months !== undefined && bills.length === 1) return m.bill.monthCount(extras.months);
  if (period !== '') return periodName(product, period, language);
  if (denomination !== undefined) return `${m.token.token} ${formatRupiah(denomination)}`;
  return bills.length === 1 ? m.bill.amount : m.bill.bill(ordinal);
}

const day = String.raw`((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])`;
const fromDayToDay = new RegExp(`^${day}-${day}$`);

function periodName(product: ProductId, period: string, language: Language): string {
  // An instalment's number says nothing alone.
  if (/^\d{1,3}$/.test(period)) return `${detailWords.period[language]} ${period}`;
  // The year that a vehicle's tax is for.
  if (fromDayToDay.test(period)) return period.replace(fromDayToDay, '$3-$2-$1 – $6-$5-$4');
  return periodWords(product, period);
}
