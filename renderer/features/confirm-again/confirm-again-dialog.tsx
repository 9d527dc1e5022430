import { doubtKey, type Doubt } from '../../../shared/payment/doubt.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import { doubtsOf } from '../../store/sale.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useLanguage, useMessages, useView } from '../../store/use-counter.ts';
import { useNow } from '../../ui/use-now.ts';
import { OwnerPinDialog } from '../pin/owner-pin-dialog.tsx';
import type { OwnerPinFormProps } from '../pin/owner-pin-form.tsx';
import { asksOwner, costWords, doubtWords } from './doubt-words.ts';
import './confirm-again-dialog.css';

/**
 * What must be known before the bill on the screen is paid. It comes by itself, under hands that may be typing on: no
 * digit goes to the PIN before somebody has gone there.
 */
export function ConfirmAgainDialog() {
  const m = useMessages();
  const { confirmAgain } = useCommands();
  const sale = useView((view) => view.sale);
  const doubts = doubtsOf(sale);
  if (sale.step !== 'bill' || doubts === null) return null;
  const { quote } = sale;
  return (
    <DoubtsDialog
      name={quote.customer.name}
      product={quote.product}
      doubts={doubts}
      intro={m.confirmAgain.intro}
      confirm={m.confirmAgain.confirm(formatRupiah(amountDue(quote)))}
      onPin={confirmAgain}
    />
  );
}

interface DoubtsDialogProps {
  readonly name: string;
  readonly product: ProductId;
  readonly doubts: readonly Doubt[];
  readonly intro: string;
  readonly confirm: string;
  /** `null`: no PIN is needed. */
  readonly onPin: (pin: string | null) => ReturnType<OwnerPinFormProps['onPin']>;
}

/** What must be known before a bill is paid, and by whom it may be. */
export function DoubtsDialog({ name, product, doubts, intro, confirm, onPin }: DoubtsDialogProps) {
  const zone = useShopZone();
  const m = useMessages();
  const language = useLanguage();
  const now = useNow(60_000);
  const asksPin = asksOwner(doubts, product);
  const telling = { now: instant(now), zone, language, m };
  return (
    <OwnerPinDialog
      title={m.confirmAgain.title}
      size="medium"
      confirm={confirm}
      asksPin={asksPin}
      takesDigits={false}
      onPin={(pin) => onPin(asksPin ? pin : null)}
    >
      <p>
        <strong>{name}</strong>. {intro}
      </p>
      <ul className="doubts" data-testid="doubts">
        {doubts.map((doubt) => (
          // One earlier payment may have been for several months of this bill.
          <li key={`${doubtKey(doubt)} ${'month' in doubt ? doubt.month : ''}`} className="doubt">
            {doubtWords(doubt, product, telling)}
          </li>
        ))}
      </ul>
      <p>
        <strong>{costWords(doubts, product, m)}</strong> {asksPin && m.confirmAgain.ownerOnly}
      </p>
    </OwnerPinDialog>
  );
}
