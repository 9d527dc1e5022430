import type { Basket, BasketHindrance, BasketProblemCode } from '../../shared/contract/basket.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { judgeCash } from '../../shared/payment/cash.ts';
import type { Rupiah } from '../../shared/money.ts';
import { cashHint, cashOf, type EnterKey, type PayHint, type PayPress } from './sale.ts';

/** What the window has of the basket besides what main tells of it. */
export interface BasketHands {
  /** Digits only. */
  readonly cash: string;
  /** Whether Enter has been up since the basket was opened. Only then may a press of it pay. */
  readonly enter: EnterKey;
  readonly hint: PayHint | null;
  /** What stands in the way of its lines, as main said last. */
  readonly hindrances: readonly BasketHindrance[];
  /** The line whose doubts are read. */
  readonly reads: QuoteId | null;
  /** Why the last thing that was asked for was not done. */
  readonly problem: BasketProblemCode | null;
  /** A request of which the answer is waited for: nothing else is asked meanwhile. */
  readonly isAsking: boolean;
  /** Somebody wants it to stop after the payment that is under way. */
  readonly isStopping: boolean;
  /** A press came before the outcome can have been read. */
  readonly isTooSoon: boolean;
  readonly recapPrinted: boolean;
  /** Its payments that were refused: why, and whether the drawer still holds their cash. */
  readonly refused: readonly PaymentView[];
}

export const emptyHands: BasketHands = {
  cash: '',
  enter: 'free',
  hint: null,
  hindrances: [],
  reads: null,
  problem: null,
  isAsking: false,
  isStopping: false,
  isTooSoon: false,
  recapPrinted: false,
  refused: [],
};

/** Main's newer basket: what was typed or said of another sum, or of a line that is gone, goes. */
export function followBasket(hands: BasketHands, before: Basket | null, after: Basket | null): BasketHands {
  if (after === null) return { ...emptyHands, isAsking: hands.isAsking };
  const isOther = before === null || before.sum !== after.sum || before.lines.length !== after.lines.length;
  const here = new Set(after.lines.map(({ quote }) => quote));
  return {
    ...hands,
    ...(isOther ? { cash: '', hint: null, problem: null } : {}),
    hindrances: after.state === 'open' ? hands.hindrances.filter(({ quote }) => here.has(quote)) : [],
    isStopping: after.state === 'paying' && hands.isStopping,
    isTooSoon: before?.state === after.state && hands.isTooSoon,
    refused: hands.refused.filter(({ quote }) => here.has(quote.id)),
  };
}

/** What a press of pay comes to: `pay`, a hint, or nothing. By the same rules as a bill's (`pressPay`). */
export function pressPayBasket(
  { cash, enter }: Pick<BasketHands, 'cash' | 'enter'>,
  sum: Rupiah,
  press: PayPress,
): 'pay' | PayHint | null {
  if (press.by === 'key' && press.repeat) return null;
  if (press.by === 'key' && enter === 'held') return 'held';
  return cashHint(cash, sum) ?? 'pay';
}

/** A scanner typed into the cash and pressed Enter: what could pass for cash goes. */
export function dropBasketScan(hands: BasketHands, sum: Rupiah): BasketHands {
  const cash = cashOf(hands.cash);
  const isImplausible = cash !== null && judgeCash(sum, cash) === 'implausible';
  return isImplausible ? { ...hands, hint: 'too-much' } : { ...hands, cash: '', hint: 'scanned' };
}

/** How many of its lines would still be paid. */
export const linesToPay = ({ lines }: Pick<Basket, 'lines'>): number =>
  lines.filter(({ state }) => state === 'waiting').length;
