import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { shopZone } from '../../store/shop-zone.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { useMessages } from '../../store/use-counter.ts';
import type { Shown } from '../../store/counter-view.ts';
import { Paper } from '../../ui/paper/paper.tsx';
import './receipt-preview.css';

/** The receipt on paper of its real proportions; longer than the place, it scrolls here. */
export function ReceiptPreview({ shown }: { readonly shown: Shown | null }) {
  const m = useMessages();
  const paper = shown?.paper ?? null;
  return (
    <section className="preview" aria-label={m.receipt.label} tabIndex={paper === null ? -1 : 0}>
      {shown !== null && paper !== null ? (
        <div className="preview-roll" data-width={paper.paper} key={paper.job}>
          <Paper
            bytes={paper.bytes}
            paper={paper.paper}
            label={m.receipt.paper(shown.payment.quote.customer.name)}
          />
        </div>
      ) : (
        <div className="preview-empty">
          {shown !== null && <ShownFacts payment={shown.payment} />}
          <p>{emptyWords(shown, m.receipt)}</p>
        </div>
      )}
    </section>
  );
}

/** Which payment it is, while no paper says so. */
function ShownFacts({ payment: { quote, state, sentAt } }: { readonly payment: PaymentView }) {
  const m = useMessages();
  return (
    <p className="preview-facts">
      <strong>{quote.customer.name}</strong>
      <span>
        {m.products[quote.product].short} {groupNumber(quote.customerNumber)}
      </span>
      <strong>{formatRupiah(quote.total)}</strong>
      <span>
        {m.states[state]} · {formatClockWithSeconds(sentAt, shopZone)} {shopZone}
      </span>
    </p>
  );
}

const emptyWords = (
  shown: Shown | null,
  words: { readonly empty: string; readonly none: string; readonly loading: string },
): string => {
  if (shown === null) return words.empty;
  return shown.payment.print === null ? words.none : words.loading;
};
