import { rupiah, type Rupiah } from '../../../shared/money.ts';

/** What stands beside the cash: nothing yet, what is missing, or what goes back. */
export type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'short'; readonly amount: Rupiah }
  | { readonly kind: 'change'; readonly amount: Rupiah };

export function changeOf(cash: Rupiah | null, total: Rupiah): Change {
  if (cash === null) return { kind: 'none' };
  return cash < total
    ? { kind: 'short', amount: rupiah(total - cash) }
    : { kind: 'change', amount: rupiah(cash - total) };
}
