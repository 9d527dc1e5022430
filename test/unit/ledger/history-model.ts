import type { HistoryQuery } from '../../../shared/contract/history.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import type { PaymentRecord } from '../../../electron/ledger/ledger.ts';

// What a search should answer, said in the plainest way there is: every payment is looked at, by regular expressions.

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const words = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const joined = (text: string): string => words(text).join('');

export const everything: HistoryQuery = {
  text: '',
  from: null,
  until: null,
  cashier: null,
  state: null,
  product: null,
};

export function fits(payment: PaymentRecord, query: HistoryQuery): boolean {
  const { day, cashier, state, quote } = payment;
  return (
    (query.from === null || day >= query.from) &&
    (query.until === null || day <= query.until) &&
    (query.cashier === null || (cashier ?? '') === query.cashier) &&
    (query.state === null || state === query.state) &&
    (query.product === null || quote.product === query.product) &&
    (query.text.trim() === '' || isLike(payment, query.text))
  );
}

function isLike({ quote, outcome }: PaymentRecord, text: string): boolean {
  const typed = words(text);
  if (typed.length === 0) return false;
  const meters = quote.customer.details.filter(({ label }) => label === 'meter-number');
  const numbers = [quote.customerNumber, quote.customer.identity, ...meters.map(({ value }) => value)];
  const terms = [...words(quote.customer.name), ...numbers.map(joined)];
  const certified = outcome?.kind === 'paid' ? outcome.confirmation : outcome;
  const marks =
    certified !== null && 'reference' in certified
      ? [joined(certified.reference), certified.token ?? '']
      : [];
  const amount = /^(rp\.?)?\s*(\d{1,13}|\d{1,3}([.,]\d{3})+)$/i.test(text.trim())
    ? Number(text.replaceAll(/\D/g, ''))
    : undefined;
  return (
    typed.every((word) => terms.some((term) => term.startsWith(word))) ||
    [...numbers.map(joined), ...marks].some((each) => each.startsWith(typed.join(''))) ||
    amountDue(quote) === amount
  );
}
