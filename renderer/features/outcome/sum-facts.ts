import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue, type Quote } from '../../../shared/payment/quote.ts';
import { chargesOf } from '../bill/charges.ts';
import type { Fact } from './fact.ts';

/**
 * What the customer pays; and where that is not what the biller asks for, that and what lies between: whoever reads it
 * out to the biller names the biller's own sum.
 */
export function sumFacts(quote: Quote, m: Messages): readonly Fact[] {
  const due = { label: m.outcome.total, value: formatRupiah(amountDue(quote)) };
  const charges = chargesOf(quote);
  if (charges.length === 0) return [due];
  return [
    due,
    { label: m.outcome.billed, value: formatRupiah(quote.total) },
    ...charges.map(({ kind, amount }) => ({ label: m.bill.charges[kind], value: formatRupiah(amount) })),
  ];
}
