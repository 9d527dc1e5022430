import { rupiah, sumRupiah, type Rupiah } from '../money.ts';
import type { Detail, DetailLabel } from '../payment/detail.ts';
import type { Confirmation } from '../payment/outcome.ts';
import type { Bill, Quote } from '../payment/quote.ts';
import type { ProductId } from '../products.ts';
import { onPaper } from './field-lines.ts';
import { periodWords } from './period-words.ts';

/** Details by label, each once, in the order in which they first came. Values are ASCII and never empty. */
export type Known = ReadonlyMap<DetailLabel, string>;

export interface OtherFact {
  readonly name: string;
  readonly value: string;
}

export interface Facts {
  readonly known: Known;
  /** What a biller sends beyond the labels, under its own names. */
  readonly others: readonly OtherFact[];
}

export interface BillFacts extends Facts {
  readonly period: string;
  /** What the bill comes to without the fee: on paper it includes penalty and taxes (RP TAG PLN). */
  readonly charge: Rupiah;
  readonly adminFee: Rupiah;
  readonly total: Rupiah;
  /** The months of a bill that stands for several (most waterworks, TV), where the biller tells them apart. */
  readonly months: readonly MonthFacts[];
}

/** A part of a bill, which its company does not sell singly. Its amount is without penalty and other costs. */
export interface MonthFacts extends Facts {
  readonly period: string;
}

const gather = (...lists: readonly (readonly Detail[])[]): Facts => {
  const known = new Map<DetailLabel, string>();
  const others = new Map<string, string>();
  for (const detail of lists.flat()) {
    const value = onPaper(detail.value);
    if (value === '') continue;
    if (detail.label === 'other') others.set(onPaper(detail.name), value);
    else known.set(detail.label, value);
  }
  return { known, others: Array.from(others, ([name, value]) => ({ name, value })) };
};

/** Two parts of one slip: what the second says holds. */
export const joined = (one: Facts, other: Facts): Facts => ({
  known: new Map([...one.known, ...other.known]),
  others: [
    ...one.others.filter(({ name }) => !other.others.some((each) => each.name === name)),
    ...other.others,
  ],
});

/** What is known of the payment as a whole; the payment's reply is newer than the inquiry's. */
export const factsOfPayment = (quote: Quote, confirmation: Confirmation): Facts =>
  gather(askedFor(quote), quote.customer.details, confirmation.details);

/** What the cashier gave besides the number is a fact of the bill too, where no reply repeats it. */
function askedFor({ product, extras, bills }: Quote): readonly Detail[] {
  const { months, taxYear, identityNumber } = extras ?? {};
  // BPJS gives the number of months as the period of its one bill.
  const counted = product === 'bpjs' ? /^0*(\d{1,2})$/.exec(bills[0]?.period ?? '')?.[1] : undefined;
  const details: readonly Detail[] = [
    { label: 'months', value: months?.toString() ?? counted ?? '' },
    { label: 'tax-year', value: taxYear?.toString() ?? '' },
    { label: 'identity-number', value: identityNumber ?? '' },
  ];
  return details.filter(({ value }) => value !== '');
}

/** What is known of each bill, in the quote's order. */
export const factsOfBills = (quote: Quote, confirmation: Confirmation): readonly BillFacts[] =>
  quote.bills.map((bill, index) => {
    const quoted = splitMonths(bill.details ?? []);
    const replied = splitMonths(detailsOfBill(quote.bills, index, confirmation.billDetails));
    const months = replied.months.length > 0 ? replied.months : quoted.months;
    return {
      ...gather(quoted.beside, replied.beside),
      period: periodWords(quote.product, onPaper(bill.period ?? '')),
      charge: bill.total >= bill.adminFee ? rupiah(bill.total - bill.adminFee) : bill.amount,
      adminFee: bill.adminFee,
      total: bill.total,
      months: months.map((details) => monthOf(quote.product, gather(details))),
    };
  });

const monthOf = (product: ProductId, facts: Facts): MonthFacts => ({
  ...facts,
  period: periodWords(product, facts.known.get('period') ?? ''),
});

const isPeriod = ({ label }: Detail): boolean => label === 'period';

/** Details with several periods among them: each period begins a month. */
function splitMonths(details: readonly Detail[]): {
  readonly beside: readonly Detail[];
  readonly months: readonly (readonly Detail[])[];
} {
  const starts = details.flatMap((detail, index) => (isPeriod(detail) ? index : []));
  if (starts.length < 2) return { beside: details, months: [] };
  return {
    beside: details.slice(0, starts[0]),
    months: starts.map((start, index) => details.slice(start, starts[index + 1])),
  };
}

/** The reply's bills may come in another order: they go by their period, or by their place where none has one. */
function detailsOfBill(
  bills: readonly Bill[],
  index: number,
  replied: Confirmation['billDetails'],
): readonly Detail[] {
  const [only] = replied;
  if (bills.length === 1 && replied.length === 1 && only !== undefined) return only;
  if (replied.some((details) => details.some(isPeriod))) {
    const period = bills[index]?.period;
    return replied.find((details) => details.find(isPeriod)?.value === period && period !== undefined) ?? [];
  }
  return replied.length === bills.length ? (replied[index] ?? []) : [];
}

export const chargeOf = (bills: readonly BillFacts[]): Rupiah => sumRupiah(bills.map(({ charge }) => charge));
export const adminOf = (bills: readonly BillFacts[]): Rupiah =>
  sumRupiah(bills.map(({ adminFee }) => adminFee));
