import { rupiah, type Rupiah } from '../money.ts';
import { z } from '../zod.ts';

/** The notes and coins of the rupiah, largest first, in whole rupiah. */
export const denominations = [
  100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50,
] as const;
export type Denomination = (typeof denominations)[number];

const mostPieces = 99_999;

/** How many of each lie in the drawer; what is left out was not found there. */
export const cashCountSchema = z
  .partialRecord(
    z.enum(denominations.map(String) as [`${Denomination}`, ...`${Denomination}`[]]),
    z.int().min(0).max(mostPieces),
  )
  .readonly();
export type CashCount = z.infer<typeof cashCountSchema>;

/** What was counted, in whole rupiah. */
export const countedCash = (count: CashCount): Rupiah =>
  rupiah(denominations.reduce((sum, value) => sum + value * (count[`${value}`] ?? 0), 0));
