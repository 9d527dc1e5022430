import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { z } from '../../shared/zod.ts';
import { genesis } from './chain.ts';
import { cashEntryRow, entriesOfShift, shiftOpeningRow, tillHash } from './z-chain.ts';

const shiftRow = shiftOpeningRow.extend({ hash: z.string().nullable() });

/** Chains the lines of a drawer's book that was written before the ledger named the newest of them. */
export function chainFormerTill(database: Database): void {
  const entries = database.prepare(entriesOfShift);
  const shifts = database.prepare(
    'SELECT s.*, r.hash FROM shift s LEFT JOIN z_report r ON r.number = s.number ORDER BY s.number',
  );
  let till = genesis;
  for (const found of shifts.iterate()) {
    const { hash, ...opening } = shiftRow.parse(found);
    till = tillHash(till, { of: 'shift', opening });
    for (const entry of z.array(cashEntryRow).parse(entries.all(opening.number)))
      till = tillHash(till, { of: 'cash', entry });
    if (hash !== null) till = tillHash(till, { of: 'z', hash });
  }
  database.prepare('UPDATE chain SET till_hash = ?').run(till);
}
