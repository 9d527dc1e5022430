import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { billerIdSchema } from '../../shared/biller-profile.ts';
import { businessDaySchema } from '../../shared/business-day.ts';
import { rupiah } from '../../shared/money.ts';
import { paymentStates } from '../../shared/payment/states.ts';
import { productIds } from '../../shared/products.ts';
import { depositDaySchema, type DepositDay, type DepositQuery } from '../../shared/report/deposit-days.ts';
import { salesReport } from '../../shared/report/put-together.ts';
import type { ReportQuery, SalesCell, SalesReport } from '../../shared/report/sales-report.ts';
import { z } from '../../shared/zod.ts';

/** Reads reports from the payments' own rows; nothing was counted before somebody asks. */
export function createReports(database: Database): {
  readonly report: (query: ReportQuery) => SalesReport;
  readonly deposits: (days: DepositQuery) => readonly DepositDay[];
} {
  // A row of a list each: so many small objects would take as long as the sums.
  const cells = database.prepare(
    `SELECT day, biller, kind, count(*), sum(due), sum(admin), sum(counter_fee), sum(rounding), ifnull(sum(commission), 0),
       count(commission)
     FROM sale INDEXED BY sale_sums WHERE day BETWEEN ? AND ? GROUP BY day, biller, kind`,
  );
  cells.setReturnArrays(true);
  const kinds = database.prepare('SELECT id, product, cashier, state FROM sale_kind');
  const deposits = database.prepare(
    'SELECT biller, day, amount FROM day_deposit WHERE day BETWEEN ? AND ? ORDER BY biller, day',
  );
  return {
    report(query) {
      const kindOf = new Map(
        z
          .array(kindRow)
          .parse(kinds.all())
          .map((kind) => [kind.id, kind]),
      );
      return salesReport(query, readCells(cells.all(query.from, query.until), kindOf));
    },
    deposits: ({ from, until }) => z.array(depositDaySchema).parse(deposits.all(from, until)),
  };
}

const kindRow = z.object({
  id: z.int(),
  product: z.enum(productIds),
  cashier: z.string(),
  state: z.enum(paymentStates),
});

/** Reads cells by hand: through a schema, years of days would take longer than their sums. Days and billers repeat. */
function readCells(
  rows: readonly unknown[],
  kindOf: ReadonlyMap<number, z.infer<typeof kindRow>>,
): readonly SalesCell[] {
  const dayOf = remembering((day) => businessDaySchema.parse(day));
  const billerOf = remembering((biller) => billerIdSchema.parse(biller));
  return rows.map((row) => {
    if (!Array.isArray(row)) throw new TypeError('a cell is no list');
    const values: readonly unknown[] = row;
    const kind = kindOf.get(numberIn(values, 2));
    if (kind === undefined) throw new TypeError(`a cell of no kind: ${numberIn(values, 2)}`);
    return {
      day: dayOf(values[0]),
      biller: billerOf(values[1]),
      product: kind.product,
      cashier: kind.cashier,
      state: kind.state,
      count: numberIn(values, 3),
      due: rupiah(numberIn(values, 4)),
      admin: rupiah(numberIn(values, 5)),
      counterFee: rupiah(numberIn(values, 6)),
      rounding: numberIn(values, 7),
      commission: numberIn(values, 8),
      told: numberIn(values, 9),
    };
  });
}

function numberIn(values: readonly unknown[], at: number): number {
  const value = values[at];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new TypeError('a sum is no number');
  return value;
}

/** Answers what was asked before without working it out again. */
function remembering<T>(work: (of: unknown) => T): (of: unknown) => T {
  const known = new Map<unknown, T>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const found = work(of);
    known.set(of, found);
    return found;
  };
}
