import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { z } from '../../shared/zod.ts';
import { genesis, linkHash } from './chain.ts';

const formerEvent = z.object({
  quote: z.string(),
  at: z.int(),
  actor: z.string(),
  event: z.string(),
  from_state: z.string().nullable(),
  to_state: z.string(),
  evidence: z.string().nullable(),
});

/**
 * Chains the events of a ledger that had no chain, in their order and without a digest: what they rested on at their time
 * nobody can say any more.
 */
export function chainFormerEvents(database: Database): void {
  const insert = database.prepare(
    `INSERT INTO event (seq, quote, at, actor, event, from_state, to_state, evidence, digest, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)`,
  );
  let [seq, hash] = [0, genesis];
  let newest: number | null = null;
  for (const row of database.prepare('SELECT * FROM event_before ORDER BY seq').iterate()) {
    const { quote, at, actor, event, from_state: from, to_state: to, evidence } = formerEvent.parse(row);
    seq += 1;
    hash = linkHash(hash, { seq, quote, at, actor, event, from, to, evidence, digest: null, person: null });
    insert.run(seq, quote, at, actor, event, from, to, evidence, hash);
    newest = Math.max(newest ?? at, at);
  }
  database.prepare('INSERT INTO chain VALUES (1, ?, ?, ?, ?, ?, NULL)').run(seq, hash, newest, seq, hash);
}
