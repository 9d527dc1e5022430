import { rupiah } from '../../../shared/money.ts';
import type { Bill, Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';

/** What is sold in the model: a bill with PLN's night, one without, and tokens. */
export const products = ['pln-postpaid', 'pdam', 'pln-prepaid'] as const satisfies readonly ProductId[];
export type ModelProduct = (typeof products)[number];

export const denominations = [20_000, 50_000].map(rupiah);
export const tokenFee = rupiah(2500);

/** A customer's identity, and the numbers that it is asked for by. */
export function numbersOf(product: ModelProduct, customer: number): readonly [string, ...string[]] {
  const identity = `53000000000${customer}`;
  switch (product) {
    case 'pln-postpaid':
      return [identity];
    case 'pdam':
      return [`PD${customer}00`, `ALAMAT${customer}`];
    case 'pln-prepaid':
      return [identity, `1400000000${customer}`];
  }
}

export const identityOf = (product: ModelProduct, customer: number): string =>
  numbersOf(product, customer)[0];

/** The months there are bills for, and how each biller writes them. */
const periods = [
  { month: '2018-05', iak: '201805', teleanjar: 'MEI18' },
  { month: '2018-06', iak: '201806', teleanjar: 'JUN18' },
] as const;

export const billChoices = [[0], [1], [0, 1]] as const;
export type BillChoice = (typeof billChoices)[number];

export const billsOf = (biller: 'iak' | 'teleanjar', choice: BillChoice): readonly Bill[] =>
  choice.map((at) => ({
    period: periods[at][biller],
    amount: rupiah(100_000 + at),
    adminFee: rupiah(2500),
    total: rupiah(102_500 + at),
  }));

/** The months a quote is for, told without the program's own reading of them. */
export const monthsOf = ({ bills }: Quote): readonly string[] =>
  bills.flatMap(({ period }) => {
    const found = periods.find(({ iak, teleanjar }) => iak === period || teleanjar === period);
    return found === undefined ? [] : [found.month];
  });

/** What one customer buys several times a day on purpose. */
export const isToken = (product: string): boolean => product === 'pln-prepaid';
