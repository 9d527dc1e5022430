import fs from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { z } from '../../shared/zod.ts';

/** Where a payment was sent, and by which account, as a fingerprint. */
export interface SentBy {
  readonly host: string;
  readonly account: string;
}

/**
 * Who sent the payments of `biller` that are not settled, in the ledger at `file`, which this run has not opened. None
 * where there is no file.
 *
 * @throws Error where there is a file that cannot be read: nobody knows, and that is not none.
 */
export function openAccountsIn(file: string, biller: string): readonly SentBy[] {
  if (!fs.existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    // The index that every version has of what is open; by the biller's own this would read every payment there ever was.
    const rows = database
      .prepare(
        `SELECT DISTINCT host, account FROM payment INDEXED BY payment_open
         WHERE biller = ? AND state IN ('sent', 'unknown')`,
      )
      .all(biller);
    return z.array(z.object({ host: z.string(), account: z.string() })).parse(rows);
  } finally {
    database.close();
  }
}
