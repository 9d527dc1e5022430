import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { z } from '../../shared/zod.ts';
import { verifyChain } from './verify.ts';

/** What a start follows of the chain at most: some two days of a busy counter. The rest is followed in idle time. */
const atStart = 5000;

const checkpointRow = z.object({
  verified_seq: z.int(),
  verified_hash: z.string(),
  altered_seq: z.int().nullable(),
});

/**
 * Follows the chain from where it was last found whole, for a bounded way, and folds the payments that are open. Answers
 * the number of an event that is not as it was written.
 */
export function verifyAtStart(database: Database): number | undefined {
  const row = checkpointRow.parse(
    database.prepare('SELECT verified_seq, verified_hash, altered_seq FROM chain').get(),
  );
  if (row.altered_seq !== null) return row.altered_seq;
  const { reached, alteration } = verifyChain(
    database,
    { seq: row.verified_seq, hash: row.verified_hash },
    atStart,
  );
  if (alteration !== undefined) return alteration.seq;
  database.prepare('UPDATE chain SET verified_seq = ?, verified_hash = ?').run(reached.seq, reached.hash);
  return openOneThatDiffers(database);
}

const differingRow = z.object({ seq: z.int().nullable() }).optional();

/** An open payment that stands in another state than its last event led to. */
function openOneThatDiffers(database: Database): number | undefined {
  const found = database
    .prepare(
      `SELECT (SELECT max(seq) FROM event WHERE quote = p.id) AS seq FROM payment p
       WHERE p.state IN ('sent', 'unknown')
       AND p.state IS NOT (SELECT to_state FROM event WHERE quote = p.id ORDER BY seq DESC LIMIT 1) LIMIT 1`,
    )
    .get();
  const differing = differingRow.parse(found);
  return differing === undefined ? undefined : (differing.seq ?? 0);
}
