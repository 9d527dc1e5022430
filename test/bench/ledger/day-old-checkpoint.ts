import { DatabaseSync } from '@photostructure/sqlite';
import { z } from '../../../shared/zod.ts';

/** What a start follows of the chain where it was last found whole the day before: 200 payments of three events. */
const eventsOfADay = 600;

/** Puts the checkpoint of a ledger back by a day, so that every start follows as much as the first of a day. */
export function backDateCheckpoint(file: string): void {
  const raw = new DatabaseSync(file);
  try {
    const head = z.object({ seq: z.int() }).parse(raw.prepare('SELECT seq FROM chain').get()).seq;
    const from = Math.max(1, head - eventsOfADay);
    const { hash } = z
      .object({ hash: z.string() })
      .parse(raw.prepare('SELECT hash FROM event WHERE seq = ?').get(from));
    raw.prepare('UPDATE chain SET verified_seq = ?, verified_hash = ?').run(from, hash);
  } finally {
    raw.close();
  }
}

/** How many payments a ledger holds. */
export function countPayments(file: string): number {
  const raw = new DatabaseSync(file, { readOnly: true });
  try {
    return z.object({ n: z.int() }).parse(raw.prepare('SELECT count(*) AS n FROM payment').get()).n;
  } finally {
    raw.close();
  }
}
