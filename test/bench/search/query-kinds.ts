import type { QueryTask } from '../../../electron/ledger/query-task.ts';
import { businessDay, usualDay, type BusinessDay } from '../../../shared/business-day.ts';
import type { HistoryQuery } from '../../../shared/contract/history.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import { productIds } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import { chance } from '../ledger/sold-customer.ts';
import { filledUntil, idOf, soldPayment, type SoldPayment } from '../ledger/sold-payment.ts';

export type Asked = QueryTask;

const everything: HistoryQuery = {
  text: '',
  from: null,
  until: null,
  cashier: null,
  state: null,
  product: null,
};

/** A payment that chance picks: the n-th time another one. */
const any = (n: number, count: number, salt = 'any'): SoldPayment =>
  soldPayment(chance(salt, n) % count, count, idOf(0, count));

const search = (query: Partial<HistoryQuery>, behind: number | null = null): Asked => ({
  kind: 'search',
  query: { ...everything, ...query },
  behind,
});
/** As far as somebody has typed it. */
const typed = (text: string, n: number, least = 1): string =>
  text.slice(0, least + (chance('typed', n) % Math.max(1, text.length - least + 1)));

const cashiers = ['Rina', 'Pak Budi', 'Sari', 'Dewi', 'Agus'] as const;
const cashier = (n: number): string => cashiers[chance('cashier', n) % cashiers.length] ?? 'Rina';
const product = (n: number) => productIds[chance('product of query', n) % 8] ?? 'pdam';
const states = ['paid', 'rejected', 'unknown', 'sent', 'paid-by-hand'] as const;
const state = (n: number) => states[chance('state', n) % states.length] ?? 'paid';
const day = ({ sentAt }: SoldPayment): BusinessDay => businessDay(sentAt, usualDay);
function range(n: number, count: number): Pick<HistoryQuery, 'from' | 'until'> {
  const [one, other] = [day(any(n, count)), day(any(n, count, 'other'))].toSorted();
  return { from: one ?? null, until: other ?? null };
}
const word = (name: string, n: number): string => {
  const words = name.split(' ');
  return words[chance('word', n) % words.length] ?? name;
};
const paidOf = ({ outcome }: SoldPayment) => (outcome.kind === 'paid' ? outcome.confirmation : undefined);
const tokenOf = (n: number, count: number): string => {
  for (let other = n; ; other += 1000) {
    const token = paidOf(any(other, count))?.token;
    if (token !== undefined) return token;
  }
};

/** What people look for: alone and together, whole and as far as they have typed. */
export const queryKinds: Readonly<Record<string, (n: number, count: number) => Asked>> = {
  nothing: () => search({}),
  'a page further back': (n, count) => search({}, 1 + (chance('page', n) % count)),
  'a number': (n, count) => search({ text: any(n, count).quote.customerNumber }),
  'the beginning of a number': (n, count) => search({ text: typed(any(n, count).quote.customerNumber, n) }),
  'a word of the name': (n, count) => search({ text: word(any(n, count).quote.customer.name, n) }),
  'the beginning of a word': (n, count) =>
    search({ text: typed(word(any(n, count).quote.customer.name, n), n) }),
  'the whole name': (n, count) => search({ text: any(n, count).quote.customer.name.toLowerCase() }),
  'a reference': (n, count) => search({ text: paidOf(any(n, count))?.reference ?? 'none' }),
  'the beginning of a reference': (n, count) =>
    search({ text: typed(paidOf(any(n, count))?.reference.toLowerCase() ?? 'none', n) }),
  'a token': (n, count) => search({ text: tokenOf(n, count).replaceAll(/(\d{4})(?=\d)/g, '$1 ') }),
  'the beginning of a token': (n, count) => search({ text: typed(tokenOf(n, count), n) }),
  'an amount': (n, count) => search({ text: formatRupiah(amountDue(any(n, count).quote)) }),
  'a day': (n, count) => search({ from: day(any(n, count)), until: day(any(n, count)) }),
  'a range of days': (n, count) => search(range(n, count)),
  'a cashier': (n) => search({ cashier: cashier(n) }),
  'a state': (n) => search({ state: state(n) }),
  'a product': (n) => search({ product: product(n) }),
  'cashier, state and product': (n) => search({ cashier: cashier(n), state: state(n), product: product(n) }),
  'cashier and days': (n, count) => search({ cashier: cashier(n), ...range(n, count) }),
  'the beginning of a number, product': (n, count) =>
    search({ text: typed(any(n, count).quote.customerNumber, n), product: product(n) }),
  'the beginning of a number, cashier': (n, count) =>
    search({ text: typed(any(n, count).quote.customerNumber, n), cashier: cashier(n) }),
  'the beginning of a word, days': (n, count) =>
    search({ text: typed(word(any(n, count).quote.customer.name, n), n), ...range(n, count) }),
  'the beginning of a word, cashier': (n, count) =>
    search({ text: typed(word(any(n, count).quote.customer.name, n), n), cashier: cashier(n) }),
  'a word, state': (n, count) =>
    search({ text: word(any(n, count).quote.customer.name, n), state: state(n) }),
  'an amount, a day': (n, count) => {
    const payment = any(n, count);
    return search({ text: formatRupiah(amountDue(payment.quote)), from: day(payment), until: day(payment) });
  },
  'everything at once': (n, count) => {
    const payment = any(n, count);
    const { quote, outcome, cashier: by } = payment;
    return search({
      text: typed(quote.customerNumber, n, 3),
      from: businessDay(instant(payment.sentAt - 30 * 86_400_000), usualDay),
      until: day(payment),
      cashier: by,
      state: outcome.kind,
      product: quote.product,
    });
  },
  'a further page of a word': (n, count) =>
    search({ text: word(any(n, count).quote.customer.name, n) }, 1 + (chance('page', n) % count)),
  'what is nowhere': (n) => search({ text: `zzz${chance('nowhere', n)}` }),
  'nothing of an hour ahead': () =>
    search({ from: businessDay(instant(filledUntil + 86_400_000), usualDay) }),
  'customers: nothing typed': () => ({ kind: 'find-customers', text: '', product: null }),
  'customers: the beginning of a number': (n, count) => ({
    kind: 'find-customers',
    text: typed(any(n, count).quote.customerNumber, n),
    product: null,
  }),
  'customers: the beginning of a word, a product': (n, count) => ({
    kind: 'find-customers',
    text: typed(word(any(n, count).quote.customer.name, n), n),
    product: product(n),
  }),
};
