import { formatRupiah } from '../../shared/money.ts';
import { denominations } from '../../shared/shift/cash-count.ts';

/** An amount in the fewest notes and coins, largest first: each as it is written, and how many. @throws where coins are missing. */
export function piecesOf(amount: number): readonly (readonly [value: string, pieces: number])[] {
  let left = amount;
  const pieces = denominations.map((value) => {
    const count = Math.floor(left / value);
    left -= count * value;
    return [formatRupiah(value), count] as const;
  });
  if (left !== 0) throw new Error(`${left} rupiah cannot be counted in coins`);
  return pieces.filter(([, count]) => count > 0);
}
