import { formatRupiah } from '../../../shared/money.ts';
import type { Bill, Quote } from '../../../shared/payment/quote.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { useLanguage, useMessages } from '../../store/use-counter.ts';
import { billFacts, detailFacts } from '../detail/detail-facts.ts';
import { DetailLine } from '../detail/detail-line.tsx';
import { headDetails } from './customer-head.tsx';
import './bill-lines.css';

/** What one line of a quote is about: its month, the amount chosen, or its number in the row. */
function lineName(quote: Quote, { period }: Bill, ordinal: number, m: Messages): string {
  if (period !== undefined && period !== '') return period;
  if (quote.denomination !== undefined) return `${m.token.token} ${formatRupiah(quote.denomination)}`;
  return quote.bills.length === 1 ? m.bill.amount : m.bill.bill(ordinal);
}

/**
 * Each month on its line, with what the biller says of it; under them what has no room beside the name. All of it
 * scrolls inside this list, never the screen.
 */
export function BillLines({ quote }: { readonly quote: Quote }) {
  const m = useMessages();
  const language = useLanguage();
  const further = detailFacts(quote.customer.details, language).slice(headDetails);
  const many = quote.bills.length > 1;
  // A quote never changes, so its place is what a bill is known by.
  const rows = quote.bills.map((bill, index) => ({ ordinal: index + 1, bill }));
  return (
    <div className="bill-lines" data-testid="bill-lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{many ? m.bill.months(quote.bills.length) : ''}</th>
            <th scope="col">{m.bill.amount}</th>
            <th scope="col">{m.bill.adminFee}</th>
            <th scope="col">{m.bill.sum}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ordinal, bill }) => (
            <tr key={ordinal}>
              <th scope="row">
                {lineName(quote, bill, ordinal, m)}
                <DetailLine className="bill-details" facts={billFacts(bill.details ?? [], language)} />
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
          <h3 className="bill-further">{m.bill.details}</h3>
          <DetailLine className="bill-further-details" facts={further} />
        </>
      )}
    </div>
  );
}
