import type { Lot } from '../../../shared/contract/lots.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { billerNameOf } from '../../store/counter-view.ts';
import { useMessages, useView } from '../../store/use-counter.ts';

/** Whose deposit ends in the middle of what is chosen, and from which line on. */
export function ShortDeposits({ lot }: { readonly lot: Lot }) {
  const { lots: words } = useMessages();
  const counter = useView((view) => view.counter);
  const catalogue = useView((view) => view.catalogue);
  if (lot.shortDeposits.length === 0) return null;
  return (
    <ul className="lot-short" role="alert" data-testid="lot-short">
      {lot.shortDeposits.map(({ biller, deposit, needed, from }) => (
        <li key={biller}>
          {words.short(
            billerNameOf({ counter, catalogue }, biller) ?? biller,
            formatRupiah(deposit),
            formatRupiah(needed),
            from,
          )}
        </li>
      ))}
    </ul>
  );
}
