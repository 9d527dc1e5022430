import { rupiah, type Rupiah } from '../../../shared/money.ts';

/** Notes people pay with, and their handy bundles, in the order in which a suggestion is worth its place. */
const stepsByWorth = [100_000, 50_000, 10_000, 5_000, 20_000, 1_000] as const;

const atMost = 4;

/** What a customer is likely to hand over for `total`, above the exact sum: rising, no two alike, at most four. */
export function suggestCash(total: Rupiah): readonly Rupiah[] {
  const rounded = stepsByWorth.map((step) => Math.ceil(total / step) * step).filter((sum) => sum > total);
  const worthiest = [...new Set(rounded)].slice(0, atMost);
  return worthiest.toSorted((a, b) => a - b).map(rupiah);
}
