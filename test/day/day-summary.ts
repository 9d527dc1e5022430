import path from 'node:path';
import { chargeFor } from '../../shared/fees.ts';
import { rupiah } from '../../shared/money.ts';
import type { BillersAtHand } from './billers-at-hand.ts';
import { charges } from './day-counter.ts';
import { readBooks, type CounterBooks } from './read-books.ts';

/** What moves in the drawer besides sales: whole rupiah. */
export interface DayMoney {
  readonly float: number;
  readonly in: number;
  readonly out: number;
}

/** What a day came to, from four sides. */
export interface DaySummary {
  readonly sales: number;
  readonly products: number;
  /** Whole rupiah each. */
  readonly billers: { readonly paid: number; readonly charged: number };
  readonly ledger: CounterBooks;
  readonly drawer: { readonly expected: number; readonly counted: number; readonly difference: number };
}

/** What should be in the drawer, worked out from the billers' own books and what the shop adds: not by the program. */
export function expectedCash(billers: BillersAtHand, money: DayMoney): number {
  const due = billers
    .sold()
    .map(({ product, price }) => {
      const { counterFee, rounding } = chargeFor(product, rupiah(price), charges);
      return price + counterFee + rounding;
    })
    .reduce((sum, each) => sum + each, 0);
  return money.float + money.in - money.out + due;
}

/** Once the program has ended its day and its ledger may be read. */
export function summaryOf(
  folder: string,
  billers: BillersAtHand,
  money: DayMoney,
  sales: number,
): DaySummary {
  const ledger = readBooks(path.join(folder, 'data/sandbox/ledger.db'));
  const { z } = ledger;
  return {
    sales,
    products: new Set(billers.sold().map(({ product }) => product)).size,
    billers: { paid: billers.paid(), charged: billers.charged() },
    ledger,
    drawer: { expected: expectedCash(billers, money), counted: z.counted, difference: z.difference },
  };
}
