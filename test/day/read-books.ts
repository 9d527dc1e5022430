import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { amountDue } from '../../shared/payment/quote.ts';
import { countsAsPaid } from '../../shared/payment/states.ts';
import { differenceOf, expectedCash, soldFor } from '../../shared/shift/shift-figures.ts';
import { instant } from '../../shared/time.ts';

/** What the counter's own ledger says of a day; sums in whole rupiah. */
export interface CounterBooks {
  readonly paid: number;
  /** What the billers asked for what is paid. */
  readonly billed: number;
  /** What customers paid for it. */
  readonly due: number;
  readonly open: number;
  readonly cashiers: readonly string[];
  readonly z: {
    readonly number: number;
    readonly sold: number;
    readonly expected: number;
    readonly counted: number;
    readonly difference: number;
  };
}

export function readBooks(file: string): CounterBooks {
  const opened = openLedger(file, 'sandbox', instant(Date.now()));
  if (!opened.ok) throw new Error(`the ledger cannot be read: ${opened.error.code}`);
  const ledger = opened.value;
  try {
    const records = ledger.recentPayments(1000).flatMap(({ id }) => ledger.payment(id) ?? []);
    const paid = records.filter(({ state }) => countsAsPaid(state));
    const [z] = ledger.till.zReports(1);
    if (z === undefined) throw new Error('the shift was not closed');
    const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);
    return {
      paid: paid.length,
      billed: sum(paid.map(({ quote }) => quote.total)),
      due: sum(paid.map(({ quote }) => amountDue(quote))),
      open: ledger.countOpen(),
      cashiers: [...new Set(paid.map(({ cashier }) => cashier ?? ''))].toSorted((one, other) =>
        one.localeCompare(other),
      ),
      z: {
        number: z.number,
        sold: soldFor(z.figures),
        expected: expectedCash(z.figures),
        counted: z.counted,
        difference: differenceOf(z),
      },
    };
  } finally {
    ledger.close();
  }
}
