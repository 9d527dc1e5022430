import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import type { PrinterProfile } from '../../../shared/printing/printer-profile.ts';
import { groupNumber } from '../../../shared/products.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { useMessages } from '../../store/use-counter.ts';
import type { Shown } from '../../store/counter-view.ts';
import { jobInView } from '../../store/shown-receipt.ts';
import { Paper } from '../../ui/paper/paper.tsx';
import { soughtOnPaper } from './sought-on-paper.ts';
import './receipt-preview.css';

/** A receipt is longer than the place for it: it lies there from the first with what matters in the middle. */
function showSought(roll: HTMLElement | null): void {
  roll?.parentElement?.scrollTo({ top: 0 });
  roll?.querySelector('[data-sought]')?.scrollIntoView({ block: 'center' });
}

/** Paper of 58 mm, or the roll of an impact printer. */
const isNarrow = ({ columns }: PrinterProfile): boolean => columns.A < 40;

/** The receipt on paper of its real proportions; longer than the place, it scrolls here. */
export function ReceiptPreview({ shown }: { readonly shown: Shown | null }) {
  const m = useMessages();
  const paper = shown?.paper ?? null;

  return (
    <section className="preview" aria-label={m.receipt.label} tabIndex={paper === null ? -1 : 0}>
      {shown !== null && paper !== null ? (
        <div
          ref={showSought}
          className="preview-roll"
          data-width={isNarrow(paper.paper) ? 'narrow' : 'wide'}
          key={paper.job}
        >
          <Paper
            bytes={paper.bytes}
            paper={paper.paper}
            label={m.receipt.paper(shown.payment.quote.customer.name)}
            isSought={soughtOnPaper(shown.payment)}
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
  const zone = useShopZone();
  const m = useMessages();
  return (
    <p className="preview-facts">
      <strong>{quote.customer.name}</strong>
      <span>
        {m.products[quote.product].short} {groupNumber(quote.customerNumber)}
      </span>
      <strong>{formatRupiah(amountDue(quote))}</strong>
      <span>{m.states[state]}</span>
      <span>
        {formatClockWithSeconds(sentAt, zone)} {zone}
      </span>
    </p>
  );
}

function emptyWords(shown: Shown | null, words: Messages['receipt']): string {
  if (shown === null) return words.empty;
  if (jobInView(shown.payment) !== undefined) return words.loading;
  switch (shown.payment.state) {
    case 'rejected':
      return words.none;
    case 'rejected-by-hand':
      return words.noneByHand;
    default:
      return words.notYet;
  }
}
