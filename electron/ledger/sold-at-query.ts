import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { mostSoldHere, type SoldAtQuery } from '../../shared/reconcile/sold-here.ts';
import { z } from '../../shared/zod.ts';
import { foldedNumber } from './history-terms.ts';

/** The payments of some days at a biller, oldest first; one more than the most there may be where there are too many. */
export function createSoldAt(database: Database): (of: SoldAtQuery) => unknown {
  const sold = database.prepare(
    `SELECT s.payment AS id, k.product, c.number, c.name, c.terms, s.reference, s.token,
       s.due - s.counter_fee - s.rounding AS billed, s.commission, k.state, s.day
     FROM sale s INDEXED BY sale_sums CROSS JOIN sale_kind k ON k.id = s.kind CROSS JOIN customer c ON c.id = s.customer
     WHERE s.day BETWEEN ? AND ? AND s.biller = ? ORDER BY s.place LIMIT ?`,
  );
  return ({ biller, from, until }) =>
    z
      .array(soldRow)
      .parse(sold.all(from, until, biller, mostSoldHere + 1))
      .map(({ terms, commission, ...row }) => ({
        ...row,
        numbers: [foldedNumber(row.number), ...terms.split('\n').filter((term) => /\d{4}/.test(term))],
        charged: commission === null ? null : row.billed - commission,
      }));
}

const soldRow = z.object({
  id: z.string(),
  product: z.string(),
  number: z.string(),
  name: z.string(),
  terms: z.string(),
  reference: z.string().nullable(),
  token: z.string().nullable(),
  billed: z.int(),
  commission: z.int().nullable(),
  state: z.string(),
  day: z.string(),
});
