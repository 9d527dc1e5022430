import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { billMonths } from '../../shared/payment/bill-months.ts';
import { productIds } from '../../shared/products.ts';
import { z } from '../../shared/zod.ts';

const formerPayment = z.object({
  id: z.string(),
  product: z.enum(productIds),
  customer: z.string(),
  bills: z.string(),
});
const billsSchema = z.array(z.object({ period: z.string().optional() }));

/** Notes the months of the bills of payments that were made before months were noted. */
export function noteFormerMonths(database: Database): void {
  const insert = database.prepare('INSERT OR IGNORE INTO bill_month VALUES (?, ?, ?, ?)');
  const payments = database.prepare(
    `SELECT p.id, p.product, p.customer, q.document -> '$.bills' AS bills FROM payment p JOIN quote q ON q.id = p.id`,
  );
  for (const row of payments.iterate()) {
    const { id, product, customer, bills } = formerPayment.parse(row);
    const periods = billsSchema.parse(JSON.parse(bills)).flatMap(({ period }) => period ?? []);
    for (const month of billMonths(product, periods)) insert.run(product, customer, month, id);
  }
}
