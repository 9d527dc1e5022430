import { memo } from 'react';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue, type Quote } from '../../../shared/payment/quote.ts';
import { useMessages } from '../../store/use-counter.ts';
import { withoutRepeats } from '../detail/without-repeats.ts';
import { CustomerHead } from './customer-head.tsx';
import { BillLines } from './bill-lines.tsx';
import { ChargeLines } from './charge-lines.tsx';
import { BillNotice } from './bill-notice.tsx';
import { Till } from '../cash/till.tsx';
import './bill-panel.css';

/** The bill and the cash for it. The same while it is being paid, so that nothing jumps under a finger. */
export function BillPanel({ quote }: { readonly quote: Quote }) {
  const m = useMessages();
  return (
    <section className="bill" aria-label={m.bill.label}>
      <BillHead quote={quote} />
      <BillNotice />
      <div className="bill-total" aria-live="polite" aria-atomic="true">
        <span className="bill-total-label">{m.bill.total}</span>
        <span className="bill-total-sum" data-testid="total">
          <span className="bill-total-currency">Rp</span> {formatRupiah(amountDue(quote))}
        </span>
      </div>
      <Till total={amountDue(quote)} />
    </section>
  );
}

/** Whose bill it is and what it is made of. Not drawn anew by every key in the cash. */
const BillHead = memo(function BillHead({ quote }: { readonly quote: Quote }) {
  const customer = { ...quote.customer, details: withoutRepeats(quote.customer.details, quote) };
  return (
    <>
      <CustomerHead customer={customer} details="most-telling" />
      <BillLines quote={quote} />
      <ChargeLines quote={quote} />
    </>
  );
});
