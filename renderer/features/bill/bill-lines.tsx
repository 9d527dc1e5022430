import { formatRupiah } from '../../../shared/money.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { useLanguage, useMessages } from '../../store/use-counter.ts';
import { billFacts, detailFacts } from '../detail/detail-facts.ts';
import { DetailLine } from '../detail/detail-line.tsx';
import { withoutRepeats } from '../detail/without-repeats.ts';
import { Heard } from '../../ui/heard.tsx';
import { billName } from './bill-name.ts';
import { headDetails } from './customer-head.tsx';
import './bill-lines.css';

/**
 * Each month on its line, with what the biller says of it; under them what has no room beside the name. All of it
 * scrolls inside this list, never the screen.
 */
export function BillLines({ quote }: { readonly quote: Quote }) {
  const m = useMessages();
  const language = useLanguage();
  const further = detailFacts(withoutRepeats(quote.customer.details, quote), language).slice(headDetails);
  const many = quote.bills.length > 1;
  // A quote never changes, so its place is what a bill is known by.
  const rows = quote.bills.map((bill, index) => ({ ordinal: index + 1, bill }));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- by keyboard too it can be scrolled
    <section className="bill-lines" data-testid="bill-lines" aria-label={m.bill.lines} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{many ? m.bill.months(quote.bills.length) : <Heard>{m.bill.lines}</Heard>}</th>
            <th scope="col">{m.bill.amount}</th>
            <th scope="col">{m.bill.adminFee}</th>
            <th scope="col">{m.bill.sum}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ordinal, bill }) => (
            <tr key={ordinal}>
              <th scope="row">
                {billName(quote, bill, ordinal, language, m)}
                {billFacts(quote.product, withoutRepeats(bill.details ?? [], quote, [bill]), language).map(
                  (facts) => (
                    <DetailLine key={facts[0]?.value} className="bill-details" facts={facts} />
                  ),
                )}
              </th>
              <td>{formatRupiah(bill.amount)}</td>
              <td>{formatRupiah(bill.adminFee)}</td>
              <td>{formatRupiah(bill.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {further.length > 0 && (
        <>
          <h3 className="bill-further">
            <Heard>{m.bill.details}</Heard>
          </h3>
          <DetailLine className="bill-further-details" facts={further} />
        </>
      )}
    </section>
  );
}
