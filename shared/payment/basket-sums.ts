import type { BasketLine } from '../contract/basket.ts';
import { rupiah, sumRupiah, type Rupiah } from '../money.ts';

export interface BasketSums {
  readonly sum: Rupiah;
  readonly paid: Rupiah;
  readonly uncertain: Rupiah;
  readonly kept: Rupiah;
  readonly back: Rupiah | null;
}

const dueOf = (lines: readonly Pick<BasketLine, 'due'>[]): Rupiah => sumRupiah(lines.map(({ due }) => due));

/**
 * What a basket comes to. The cash of what is under way, paid or not known stays in the drawer; all other goes back. What is
 * refused after it was not known was kept, as the drawer's book has it, and goes back as its own refund.
 */
export function basketSums(
  lines: readonly Pick<BasketLine, 'due' | 'state' | 'isKept'>[],
  cash: Rupiah | null,
): BasketSums {
  const kept = dueOf(lines.filter(({ isKept, state }) => isKept || state === 'sent'));
  return {
    sum: dueOf(lines.filter(({ state }) => state !== 'left-out')),
    paid: dueOf(lines.filter(({ state }) => state === 'paid')),
    uncertain: dueOf(lines.filter(({ state }) => state === 'unknown')),
    kept,
    back: cash === null || cash < kept ? null : rupiah(cash - kept),
  };
}
