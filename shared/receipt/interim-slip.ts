import { detailWords } from '../i18n/detail-words.ts';
import { rupiah, type Rupiah } from '../money.ts';
import { amountDue, type Bill, type Quote } from '../payment/quote.ts';
import { formatDateTime, type Instant } from '../time.ts';
import { isCharged } from './counter-sums.ts';
import { field } from './detail-parts.ts';
import type { ReceiptDocument } from './document.ts';
import { onPaper, setSlip, type SlipPart } from './field-lines.ts';
import { looksLikeToken, withoutToken } from './imitation.ts';
import { periodWords } from './period-words.ts';
import { counterWords, interimWords } from './receipt-words.ts';
import { slipPlans } from './slip-plans.ts';

/** A payment that has left and of which nobody knows yet what it came to. */
export interface UncertainPayment {
  readonly quote: Quote;
  /** What the customer gave: what is due or more. */
  readonly cash: Rupiah;
  /** When it left, by this counter's clock. */
  readonly sentAt: Instant;
  /** As the counter calls the biller. */
  readonly billerName: string;
}

/**
 * The slip that a customer takes home while a payment is not certain: whose bill, what was given, when, and under
 * which numbers it can be asked about. It never says that anything is paid, and nothing on it can be taken for a
 * token: of a text with twenty digits only the two ends stand.
 *
 * @throws RangeError if `cash` is less than what is due: that is a bug at the caller.
 */
export const interimSlip = (payment: UncertainPayment): ReceiptDocument => ({
  slips: [{ lines: setSlip(blocksOf(payment)) }],
});

function blocksOf({ quote, cash, sentAt, billerName }: UncertainPayment): readonly (readonly SlipPart[])[] {
  return [
    [
      { kind: 'mark', text: interimWords.mark },
      { kind: 'title', text: interimWords.title },
    ],
    [{ kind: 'header', text: interimWords.sentAt(`${formatDateTime(sentAt, 'WIB')} WIB`) }],
    [...whatParts(quote), ...whoParts(quote), ...monthParts(quote)],
    [
      ...chargeParts(quote),
      { kind: 'amount', label: 'TOTAL', amount: amountDue(quote) },
      { kind: 'amount', label: 'DITERIMA', amount: cash },
      { kind: 'amount', label: 'KEMBALIAN', amount: rupiah(cash - amountDue(quote)) },
    ],
    [
      ...said('BILLER', billerName),
      ...said('NO TRANSAKSI', quote.inquiryId),
      ...said('NO LOKET', quote.ourReference ?? ''),
    ],
    ...interimWords.sentences.map((text): readonly SlipPart[] => [{ kind: 'words', text }]),
    [{ kind: 'title', text: interimWords.warning }],
  ];
}

/** What the biller asks for and what the shop adds, where the customer pays another sum than that. */
function chargeParts(quote: Quote): readonly SlipPart[] {
  if (!isCharged(quote)) return [];
  const { total, counterFee = 0, rounding = 0 } = quote;
  const amount = (label: string, sum: number): readonly SlipPart[] =>
    sum === 0 ? [] : [{ kind: 'amount', label, amount: sum }];
  return [
    ...amount('TAGIHAN', total),
    ...amount(counterWords.fee, counterFee),
    ...amount(counterWords.rounding, rounding),
  ];
}

/** A text from anywhere behind a label of ours. */
const said = (label: string, value: string): readonly SlipPart[] => field(label, guarded(value));

const guarded = (text: string): string => withoutToken(onPaper(text));

function whatParts({ product, service, extras, denomination }: Quote): readonly SlipPart[] {
  const plan = slipPlans[product];
  return [
    ...field('PRODUK', plan.product),
    ...(plan.fields.includes('service') ? said('LAYANAN', service.name) : []),
    ...(denomination === undefined
      ? []
      : [{ kind: 'amount' as const, label: 'NOMINAL', amount: denomination }]),
    ...field(detailWords['tax-year'].slip, extras?.taxYear?.toString() ?? ''),
  ];
}

/** The number as the customer gave it, and the one the biller knows the customer by where that is another. */
const whoParts = ({ customerNumber, customer: { identity, name } }: Quote): readonly SlipPart[] => [
  ...said('NOMOR', customerNumber),
  ...(identity === customerNumber ? [] : said('ID PELANGGAN', identity)),
  ...said('NAMA', name),
];

function monthParts(quote: Quote): readonly SlipPart[] {
  const { product, bills, extras } = quote;
  const { periodLabel } = slipPlans[product];
  return [
    ...(bills.length === 1 ? [] : field('LEMBAR', bills.length.toString())),
    ...(periodLabel === undefined ? [] : field(periodLabel, periodsOf(quote, bills))),
    ...field(detailWords.months.slip, extras?.months?.toString() ?? ''),
  ];
}

/** All of them; or the first and the last, where all the numbers one after the other could be taken for a token. */
function periodsOf({ product }: Quote, bills: readonly Bill[]): string {
  const periods = bills
    .map(({ period = '' }) => periodWords(product, onPaper(period)))
    .filter((text) => text !== '');
  const all = periods.join(', ');
  if (!looksLikeToken(all)) return all;
  const ends = [...new Set([periods.at(0) ?? '', periods.at(-1) ?? ''])];
  return ends.map(withoutToken).join(' s/d ');
}
