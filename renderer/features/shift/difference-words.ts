import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';

/** `Pas`, `Lebih 2.000`, `Kurang 5.000`. */
export function differenceWords(difference: number, { shift: words }: Messages): string {
  if (difference === 0) return words.exact;
  const amount = formatRupiah(Math.abs(difference));
  return difference > 0 ? words.over(amount) : words.short(amount);
}
