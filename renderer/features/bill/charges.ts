import { rupiah } from '../../../shared/money.ts';
import type { Quote } from '../../../shared/payment/quote.ts';

/** One thing that the shop puts on top of a bill; whole rupiah, and a rounding may be negative. */
export interface Charge {
  readonly kind: 'counter-fee' | 'rounding';
  readonly amount: number;
}

/** What stands between the biller's total and what the customer pays: nothing, where that is the same. */
export const chargesOf = ({
  counterFee = rupiah(0),
  rounding = 0,
}: Pick<Quote, 'counterFee' | 'rounding'>): readonly Charge[] => [
  ...(counterFee === 0 ? [] : [{ kind: 'counter-fee' as const, amount: counterFee }]),
  ...(rounding === 0 ? [] : [{ kind: 'rounding' as const, amount: rounding }]),
];
