import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { countsAsPaid } from '../../../shared/payment/states.ts';
import { groupNumber } from '../../../shared/products.ts';
import type { Fact } from '../outcome/fact.ts';
import { groupToken, referencesOf } from '../outcome/outcome-shown.ts';
import { sumFacts } from '../outcome/sum-facts.ts';

interface Named {
  /** What was sold, as people call it. */
  readonly sold: string;
  /** When it was sent, in words. */
  readonly sentAt: string;
  readonly biller: string | undefined;
}

/** All that is known of a payment, as main has it: whose, how much, under which reference, and who sold it. */
export function detailsFacts(payment: PaymentView, named: Named, m: Messages): readonly Fact[] {
  const { quote, outcome, cash, change, cashier, state } = payment;
  const { facts } = m.history;
  const paid =
    outcome?.kind === 'paid' ? outcome.confirmation : outcome?.kind === 'paid-by-hand' ? outcome : null;
  return [
    { label: named.sold, value: quote.customer.name },
    { label: m.outcome.number, value: groupNumber(quote.customerNumber) },
    { label: m.outcome.time, value: named.sentAt },
    ...(paid?.token === undefined ? [] : [{ label: facts.token, value: groupToken(paid.token).join(' ') }]),
    ...sumFacts(quote, m),
    { label: m.outcome.cash, value: formatRupiah(cash) },
    ...(countsAsPaid(state) ? [{ label: facts.change, value: formatRupiah(change) }] : []),
    { label: m.outcome.reference, value: paid?.reference ?? referencesOf(quote) },
    ...(named.biller === undefined ? [] : [{ label: facts.biller, value: named.biller }]),
    ...(cashier === null ? [] : [{ label: facts.soldBy, value: cashier }]),
  ];
}
