import { doubtKey } from '../../../shared/payment/doubt.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import { instant } from '../../../shared/time.ts';
import { doubtsOf } from '../../store/sale.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useLanguage, useMessages, useView } from '../../store/use-counter.ts';
import { useNow } from '../../ui/use-now.ts';
import { OwnerPinDialog } from '../pin/owner-pin-dialog.tsx';
import { asksOwner, costWords, doubtWords } from './doubt-words.ts';
import './confirm-again-dialog.css';

/**
 * What must be known before the bill on the screen is paid. It comes by itself, under hands that may be typing on: no
 * digit goes to the PIN before somebody has gone there.
 */
export function ConfirmAgainDialog() {
  const zone = useShopZone();
  const m = useMessages();
  const language = useLanguage();
  const { confirmAgain } = useCommands();
  const sale = useView((view) => view.sale);
  const now = useNow(60_000);
  const doubts = doubtsOf(sale);
  if (sale.step !== 'bill' || doubts === null) return null;
  const { quote } = sale;
  const asksPin = asksOwner(doubts, quote.product);
  const telling = { now: instant(now), zone, language, m };
  return (
    <OwnerPinDialog
      title={m.confirmAgain.title}
      size="medium"
      confirm={m.confirmAgain.confirm(formatRupiah(amountDue(quote)))}
      asksPin={asksPin}
      takesDigits={false}
      onPin={(pin) => confirmAgain(asksPin ? pin : null)}
    >
      <p>
        <strong>{quote.customer.name}</strong>. {m.confirmAgain.intro}
      </p>
      <ul className="doubts" data-testid="doubts">
        {doubts.map((doubt) => (
          // One earlier payment may have been for several months of this bill.
          <li key={`${doubtKey(doubt)} ${'month' in doubt ? doubt.month : ''}`} className="doubt">
            {doubtWords(doubt, quote.product, telling)}
          </li>
        ))}
      </ul>
      <p>
        <strong>{costWords(doubts, quote.product, m)}</strong> {asksPin && m.confirmAgain.ownerOnly}
      </p>
    </OwnerPinDialog>
  );
}
