import type { Rupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import type { CounterView } from '../../store/counter-view.ts';
import { cashOf, type BillStep, type PayHint, type PayingStep, type Sale } from '../../store/sale.ts';
import { changeOf, type Change } from './change.ts';

/** The bill on the screen, also while it is being paid; `null` where there is none. */
export const billInHand = (sale: Sale): BillStep | PayingStep | null =>
  sale.step === 'bill' || sale.step === 'paying' ? sale : null;

type OfSale = Pick<CounterView, 'sale'>;

/** Digits of the cash, empty where none is typed or there is no bill. */
export const cashDigits = ({ sale }: OfSale): string => billInHand(sale)?.cash ?? '';

/** What stands beside the cash of the bill on the screen. */
export function changeNow({ sale }: OfSale): Change {
  const bill = billInHand(sale);
  return bill === null ? { kind: 'none' } : changeOf(cashOf(bill.cash), amountDue(bill.quote));
}

/** What is wrong with the cash, or why a press of pay did nothing. */
export function payHint({ sale }: OfSale): PayHint | null {
  if (sale.step !== 'bill') return null;
  return changeNow({ sale }).kind === 'implausible' ? 'too-much' : sale.hint;
}

/** What is missing of the sum of the bill on the screen; negative where more is typed. */
export function missingCash({ sale }: OfSale): number {
  const bill = billInHand(sale);
  const typed: Rupiah | 0 | null = bill === null ? 0 : cashOf(bill.cash);
  return bill === null ? 0 : amountDue(bill.quote) - (typed ?? 0);
}

/** What Esc leads to from a bill. */
export type WayBack = 'clear' | 'cancel' | 'offer';

export function wayBack({ sale }: OfSale): WayBack {
  if (sale.step === 'bill' && sale.cash !== '') return 'clear';
  return billInHand(sale)?.offer === null ? 'cancel' : 'offer';
}
