import { rupiah, type Rupiah } from '../../../shared/money.ts';
import { judgeCash } from '../../../shared/payment/cash.ts';

/** What stands beside the cash: nothing yet, what is missing, or what goes back. Cash that nobody counted has no change. */
export type Change =
  | { readonly kind: 'none' | 'implausible' }
  | { readonly kind: 'short'; readonly amount: Rupiah }
  | { readonly kind: 'change'; readonly amount: Rupiah };

export function changeOf(cash: Rupiah | null, total: Rupiah): Change {
  if (cash === null) return { kind: 'none' };
  switch (judgeCash(total, cash)) {
    case 'short':
      return { kind: 'short', amount: rupiah(total - cash) };
    case 'implausible':
      return { kind: 'implausible' };
    case 'enough':
      return { kind: 'change', amount: rupiah(cash - total) };
  }
}
