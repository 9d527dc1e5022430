import { formatRupiah } from '../../../shared/money.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { useMessages } from '../../store/use-counter.ts';
import { chargesOf } from './charges.ts';
import './charge-lines.css';

/** What the shop itself adds to the bill, a line for each, apart from the bank's admin. */
export function ChargeLines({ quote }: { readonly quote: Quote }) {
  const m = useMessages();
  const charges = chargesOf(quote);
  if (charges.length === 0) return null;
  return (
    <dl className="charges" data-testid="charges">
      {charges.map(({ kind, amount }) => (
        <div key={kind}>
          <dt>{m.bill.charges[kind]}</dt>
          <dd>{formatRupiah(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}
