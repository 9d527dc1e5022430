import { countsAsPaid } from '../../../shared/payment/states.ts';
import { useView } from '../../store/use-counter.ts';
import { ReceiptPreview } from './receipt-preview.tsx';
import { ReceiptKeys } from './receipt-keys.tsx';
import { ShownTrouble } from './shown-trouble.tsx';
import { SettledLate } from './settled-late.tsx';
import { RecentList } from './recent-list.tsx';
import './receipt-side.css';

/** The right side: the paper as it comes out, what can be done with it, and the sales before. */
export function ReceiptSide() {
  const shown = useView((view) => view.shown);
  return (
    <aside className="side">
      <ReceiptPreview shown={shown} />
      <ShownTrouble />
      <ReceiptKeys isPaid={shown !== null && countsAsPaid(shown.payment.state)} />
      <SettledLate />
      <RecentList shown={shown?.payment.quote.id ?? null} />
    </aside>
  );
}
