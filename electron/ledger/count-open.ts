import fs from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { z } from '../../shared/zod.ts';

/**
 * How many payments of `biller` in the ledger at `file`, which this run has not opened, are not settled. 0 where there is none.
 *
 * @throws Error where there is a file that cannot be read: nobody knows, and that is not 0.
 */
export function countOpenIn(file: string, biller: string): number {
  if (!fs.existsSync(file)) return 0;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const row = database
      .prepare("SELECT count(*) AS open FROM payment WHERE biller = ? AND state IN ('sent', 'unknown')")
      .get(biller);
    return z.object({ open: z.int() }).parse(row).open;
  } finally {
    database.close();
  }
}
