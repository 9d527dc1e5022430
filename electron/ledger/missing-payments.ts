import { DatabaseSync } from '@photostructure/sqlite';
import { z } from '../../shared/zod.ts';

const idRow = z.object({ id: z.string() });

/** How many payments of `ledger` are not in its backup in `backup`; none where there is no ledger that can be read. */
export function countMissing(ledger: string, backup: string): number {
  const kept = new DatabaseSync(backup, { readOnly: true });
  try {
    const current = openOrNone(ledger);
    if (current === undefined) return 0;
    try {
      const isKept = kept.prepare('SELECT 1 FROM payment WHERE id = ?');
      let missing = 0;
      for (const row of current.prepare('SELECT id FROM payment').iterate()) {
        if (isKept.get(idRow.parse(row).id) === undefined) missing += 1;
      }
      return missing;
    } catch {
      // A damaged ledger is what backups are for; how much of it is missing nobody can say.
      return 0;
    } finally {
      current.close();
    }
  } finally {
    kept.close();
  }
}

function openOrNone(file: string): InstanceType<typeof DatabaseSync> | undefined {
  try {
    return new DatabaseSync(file, { readOnly: true });
  } catch {
    return undefined;
  }
}
