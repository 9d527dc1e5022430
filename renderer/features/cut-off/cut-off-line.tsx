import { instant } from '../../../shared/time.ts';
import { productOf } from '../../store/sale.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useBillerInHand, useMessages, useView } from '../../store/use-counter.ts';
import { useNow } from '../../ui/use-now.ts';
import { cutOffWords } from './cut-off-words.ts';
import './cut-off-line.css';

/** Says around midnight that PLN closes its books, before anybody takes a customer's money for it. */
export function CutOffLine() {
  const zone = useShopZone();
  const m = useMessages();
  const product = useView((view) => productOf(view.sale));
  const isTraining = useView((view) => view.counter?.ledger === 'training');
  const biller = useBillerInHand();
  const now = useNow(5000);
  const words = cutOffWords(product, instant(now + (biller?.clockAheadMs ?? 0)), zone, m);
  // The practice server never closes.
  if (isTraining || words === null) return null;
  return (
    <output className={`cut-off cut-off-${words.kind}`} data-testid="cut-off" data-kind={words.kind}>
      {words.text}
    </output>
  );
}
