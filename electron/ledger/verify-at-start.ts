import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { z } from '../../shared/zod.ts';
import type { Checkpoint } from './ledger.ts';
import { verifyChain, verifyStates } from './verify.ts';

/** What a start follows of the chain at most: some two days of a busy counter. The rest is followed in idle time. */
const atStart = 5000;

/** What a start found: how far the chain is whole by now, or that the ledger is not as it was written. */
export type StartVerdict =
  | { readonly kind: 'whole'; readonly reached: Checkpoint }
  | { readonly kind: 'altered'; readonly seq: number }
  /** Its pages contradict each other. */
  | { readonly kind: 'damaged' };

/** Stands for an event where it is the pages that are damaged. */
export const damaged = 0;

const chainRow = z.object({
  verified_seq: z.int(),
  verified_hash: z.string(),
  altered_seq: z.int().nullable(),
});

/**
 * Follows the chain from where it was last found whole, for a bounded way, and folds the payments that it passes and those
 * that are open, which may still cost money. Only reads: a ledger that is refused stays as it is.
 */
export function verifyAtStart(database: Database): StartVerdict {
  const row = chainRow.parse(
    database.prepare('SELECT verified_seq, verified_hash, altered_seq FROM chain').get(),
  );
  if (row.altered_seq === damaged || !openOnesAgree(database)) return { kind: 'damaged' };
  if (row.altered_seq !== null) return { kind: 'altered', seq: row.altered_seq };
  const from = { seq: row.verified_seq, hash: row.verified_hash };
  const { reached, alteration } = verifyChain(database, from, atStart);
  const stretch = { after: from.seq, until: reached.seq };
  const seq = (alteration ?? verifyStates(database, stretch))?.seq ?? openOneThatDiffers(database);
  return seq === undefined ? { kind: 'whole', reached } : { kind: 'altered', seq };
}

/** Two indexes say which payments hold their customers' places; a page that was lost shows where they differ. */
function openOnesAgree(database: Database): boolean {
  const row = database
    .prepare(
      `SELECT
         (SELECT count(*) FROM payment INDEXED BY payment_open
           WHERE state IN ('sent', 'unknown') AND reopened = 0) AS one,
         (SELECT count(*) FROM payment INDEXED BY payment_one_open
           WHERE state IN ('sent', 'unknown') AND reopened = 0) AS other`,
    )
    .get();
  const { one, other } = z.object({ one: z.int(), other: z.int() }).parse(row);
  return one === other;
}

const differingRow = z.object({ seq: z.int().nullable() }).optional();

/** An open payment that stands in another state than its last event led to, or has no event at all. */
function openOneThatDiffers(database: Database): number | undefined {
  const found = database
    .prepare(
      `SELECT (SELECT max(seq) FROM event WHERE quote = p.id) AS seq FROM payment p
       WHERE p.state IN ('sent', 'unknown')
       AND p.state IS NOT (SELECT to_state FROM event WHERE quote = p.id ORDER BY seq DESC LIMIT 1) LIMIT 1`,
    )
    .get();
  const differing = differingRow.parse(found);
  return differing === undefined ? undefined : (differing.seq ?? 1);
}
