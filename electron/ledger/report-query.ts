import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { billerIdSchema } from '../../shared/biller-profile.ts';
import { businessDaySchema } from '../../shared/business-day.ts';
import { paymentStates } from '../../shared/payment/states.ts';
import { rupiahSchema } from '../../shared/primitives.ts';
import { productIds } from '../../shared/products.ts';
import { depositDaySchema, type DepositDay, type DepositQuery } from '../../shared/report/deposit-days.ts';
import { salesReport } from '../../shared/report/put-together.ts';
import type { ReportQuery, SalesReport } from '../../shared/report/sales-report.ts';
import { z } from '../../shared/zod.ts';

/** Reads reports from the payments' own rows; nothing was counted before somebody asks. */
export function createReports(database: Database): {
  readonly report: (query: ReportQuery) => SalesReport;
  readonly deposits: (days: DepositQuery) => readonly DepositDay[];
} {
  const cells = database.prepare(
    `SELECT c.*, k.product, k.cashier, k.state FROM (
       SELECT day, biller, kind, count(*) AS count, sum(due) AS due, sum(admin) AS admin, sum(counter_fee) AS counterFee,
         sum(rounding) AS rounding, ifnull(sum(commission), 0) AS commission, count(commission) AS told
       FROM sale INDEXED BY sale_sums WHERE day BETWEEN ? AND ? GROUP BY day, biller, kind) c
     CROSS JOIN sale_kind k ON k.id = c.kind`,
  );
  const deposits = database.prepare(
    'SELECT biller, day, amount FROM day_deposit WHERE day BETWEEN ? AND ? ORDER BY biller, day',
  );
  return {
    report: (query) => salesReport(query, cellsSchema.parse(cells.all(query.from, query.until))),
    deposits: ({ from, until }) => z.array(depositDaySchema).parse(deposits.all(from, until)),
  };
}

const cellsSchema = z.array(
  z.object({
    day: businessDaySchema,
    biller: billerIdSchema,
    product: z.enum(productIds),
    cashier: z.string(),
    state: z.enum(paymentStates),
    count: z.int(),
    due: rupiahSchema,
    admin: rupiahSchema,
    counterFee: rupiahSchema,
    rounding: z.int(),
    commission: z.int(),
    told: z.int(),
  }),
);
