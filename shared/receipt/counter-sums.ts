import { formatRupiah } from '../money.ts';
import { amountDue, type Quote } from '../payment/quote.ts';
import { counterWords } from './receipt-words.ts';

/** A sum of the shop's own: its name, and the amount as it is printed. */
export interface CounterSum {
  readonly label: string;
  readonly figure: string;
}

/** Whether the customer pays another sum than the biller asks for. */
export const isCharged = ({ counterFee, rounding }: Quote): boolean =>
  (counterFee ?? 0) !== 0 || (rounding ?? 0) !== 0;

const sum = (label: string, amount: number): CounterSum => ({ label, figure: `Rp ${formatRupiah(amount)}` });

/**
 * What stands between the biller's words and what the customer pays, and last what that is; nothing where that is what
 * the biller asks for. Under several slips first what they come to together, since each says only its own.
 */
export function counterSums(quote: Quote, slips: number): readonly CounterSum[] {
  if (!isCharged(quote)) return [];
  const { total, counterFee = 0, rounding = 0 } = quote;
  return [
    ...(slips > 1 ? [sum(counterWords.bills(slips), total)] : []),
    ...(counterFee === 0 ? [] : [sum(counterWords.fee, counterFee)]),
    ...(rounding === 0 ? [] : [sum(counterWords.rounding, rounding)]),
    sum(counterWords.due, amountDue(quote)),
  ];
}
