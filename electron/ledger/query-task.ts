import { historyPlaceSchema, historyQuerySchema } from '../../shared/contract/history.ts';
import { productIds } from '../../shared/products.ts';
import { soldAtQuerySchema } from '../../shared/reconcile/sold-here.ts';
import { depositQuerySchema } from '../../shared/report/deposit-days.ts';
import { reportQuerySchema } from '../../shared/report/sales-report.ts';
import { z } from '../../shared/zod.ts';

/** What the worker for queries is asked. */
export const queryTaskSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('search'),
    query: historyQuerySchema,
    behind: historyPlaceSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('cashiers') }),
  z.strictObject({
    kind: z.literal('find-customers'),
    text: z.string(),
    product: z.enum(productIds).nullable(),
  }),
  z.strictObject({ kind: z.literal('report'), query: reportQuerySchema }),
  z.strictObject({ kind: z.literal('deposits'), days: depositQuerySchema }),
  z.strictObject({ kind: z.literal('sold-at'), of: soldAtQuerySchema }),
]);
export type QueryTask = z.infer<typeof queryTaskSchema>;
