import { parseTypedRupiah, type Rupiah } from '../../../shared/money.ts';
import { moneyLabels, sumLabels, type Detail, type DetailLabel } from '../../../shared/payment/detail.ts';
import type { Bill, Quote } from '../../../shared/payment/quote.ts';

type ShownQuote = Pick<Quote, 'customerNumber' | 'service' | 'extras' | 'bills' | 'total'>;

const numbers: ReadonlySet<Detail['label']> = new Set<DetailLabel>([
  'idpel',
  'registration-number',
  'tax-object',
  'contribution-code',
  'identity-number',
]);
/**
 * The details of a bill, or of a whole quote, that say what nothing beside them on the screen says: not its number and
 * its sums once more, no costs of nothing, and not when it was asked for. What differs from what is shown stays.
 */
export function withoutRepeats(
  details: readonly Detail[],
  quote: ShownQuote,
  bills: readonly Bill[] = quote.bills,
): readonly Detail[] {
  const known = knownSums(bills, quote.total);
  const periods = new Set(bills.map(({ period }) => period));
  return details.filter((detail) => {
    const { label, value } = detail;
    if (label === 'biller-time') return false;
    if (label === 'period') return !periods.has(value);
    if (label === 'utility-name') return !sameWords(value, quote.service.name);
    if (label === 'bill-count') return Number(value) !== quote.bills.length;
    if (numbers.has(label)) return value !== quote.customerNumber && value !== quote.extras?.identityNumber;
    const amount = parseTypedRupiah(value);
    if (amount === undefined) return true;
    if (label !== 'other' && sumLabels.has(label)) return !known.has(amount);
    return amount !== 0 || !isCost(detail);
  });
}

const sameWords = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();

/** IAK's costs without words of ours are called `Biaya …`. */
const isCost = (detail: Detail): boolean =>
  detail.label === 'other' ? /^biaya\b/i.test(detail.name) : moneyLabels.has(detail.label);

function knownSums(bills: readonly Bill[], total: Rupiah): ReadonlySet<number> {
  const sumOf = (of: (bill: Bill) => number): number => bills.reduce((sum, bill) => sum + of(bill), 0);
  return new Set([
    sumOf(({ amount }) => amount),
    sumOf(({ adminFee }) => adminFee),
    sumOf((bill) => bill.total),
    total,
  ]);
}
