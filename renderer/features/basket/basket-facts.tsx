import type { Basket, BasketLineState } from '../../../shared/contract/basket.ts';
import { formatRupiah, rupiah } from '../../../shared/money.ts';
import { useMessages } from '../../store/use-counter.ts';

/** Where the customer's cash is: what came in, what is paid, what is not certain. Its rest is the change. */
export function BasketFacts({ basket: { lines, cash, paid, uncertain, kept } }: { readonly basket: Basket }) {
  const m = useMessages();
  const count = (of: BasketLineState): number => lines.filter(({ state }) => state === of).length;
  const isUnderWay = count('sent') > 0;
  const late = kept - paid - uncertain;
  const facts = [
    { label: m.basket.cash, amount: cash ?? 0 },
    { label: m.basket.paid(count('paid')), amount: paid },
    ...(uncertain > 0 ? [{ label: m.basket.uncertain(count('unknown')), amount: uncertain }] : []),
    ...(late > 0 && !isUnderWay ? [{ label: m.basket.keptLate, amount: late }] : []),
  ];
  return (
    <dl className="basket-facts" data-testid="basket-facts">
      {facts.map(({ label, amount }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatRupiah(rupiah(amount))}</dd>
        </div>
      ))}
    </dl>
  );
}
