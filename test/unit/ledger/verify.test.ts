import fs from 'node:fs';
import path from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import type { Alteration } from '../../../electron/ledger/verify.ts';
import { aDay, alter, alterationIn, dayOf, putCheckpoint, seqOf } from './altered-ledger.ts';
import { quoteId, start } from './documents.ts';

/** Every byte of a ledger: the file and what lies beside it. */
const bytesOf = (file: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(path.dirname(file))
      .toSorted()
      .map((name) => [name, fs.readFileSync(path.join(path.dirname(file), name)).toString('base64')]),
  );

interface Attack {
  readonly what: string;
  readonly by: (raw: DatabaseSyncInstance, file: string) => void;
  /** Where it must be found, and as what. */
  readonly found: (file: string) => Alteration;
}

const run =
  (sql: string, ...args: readonly (string | number)[]) =>
  (raw: DatabaseSyncInstance) =>
    void raw.prepare(sql).run(...args);

const armOf = (n: number) => (file: string) => seqOf(file, n, 'arm');

const attacks: readonly Attack[] = [
  {
    what: 'an event whose words were edited',
    by: run(
      "UPDATE event SET evidence = replace(evidence, 'VSI0001', 'VSI0002') WHERE event = 'reply-paid' AND quote = ?",
      quoteId(dayOf.paid),
    ),
    found: (file) => ({ seq: seqOf(file, dayOf.paid, 'reply-paid'), what: 'edited' }),
  },
  {
    what: 'an event that was moved to another time',
    by: run("UPDATE event SET at = at - 1 WHERE event = 'arm' AND quote = ?", quoteId(dayOf.paid)),
    found: (file) => ({ seq: armOf(dayOf.paid)(file), what: 'edited' }),
  },
  {
    what: 'an event that was removed in the middle',
    by: run("DELETE FROM event WHERE event = 'arm' AND quote = ?", quoteId(dayOf.rejected)),
    // The one before it in the book is the quote's own.
    found: (file) => ({ seq: seqOf(file, dayOf.rejected, 'quote') + 1, what: 'removed' }),
  },
  {
    what: 'events that were removed in the middle and the rest moved up',
    by(raw) {
      run("DELETE FROM event WHERE event = 'arm' AND quote = ?", quoteId(dayOf.rejected))(raw);
      const gone = raw
        .prepare('SELECT min(seq + 1) AS seq FROM event WHERE seq + 1 NOT IN (SELECT seq FROM event)')
        .get() as { seq: number };
      for (
        let seq = gone.seq + 1;
        raw.prepare('UPDATE event SET seq = ? WHERE seq = ?').run(seq - 1, seq).changes === 1;
      )
        seq += 1;
    },
    found: (file) => ({ seq: seqOf(file, dayOf.rejected, 'quote') + 1, what: 'edited' }),
  },
  {
    what: 'the last event, removed',
    by: (raw) => raw.exec('DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)'),
    found: (file) => ({ seq: seqOf(file, dayOf.contradicted, 'reply-paid'), what: 'removed' }),
  },
  {
    what: 'an event that was put in at the end',
    by: (raw) =>
      raw.exec(
        'INSERT INTO event SELECT seq + 1, quote, at, actor, event, from_state, to_state, evidence, digest, hash, person FROM event ORDER BY seq DESC LIMIT 1',
      ),
    found: (file) => ({ seq: seqOf(file, dayOf.contradicted, 'reply-paid') + 1, what: 'edited' }),
  },
  {
    what: 'two events that were swapped',
    by(raw) {
      const swap = raw.prepare('UPDATE event SET seq = ? WHERE seq = ?');
      swap.run(-1, 4);
      swap.run(4, 5);
      swap.run(5, -1);
    },
    found: () => ({ seq: 4, what: 'edited' }),
  },
  {
    what: 'a quote whose document was edited',
    by: run("UPDATE quote SET document = json_set(document, '$.total', 1) WHERE id = ?", quoteId(dayOf.paid)),
    found: (file) => ({ seq: seqOf(file, dayOf.paid, 'quote'), what: 'edited' }),
  },
  {
    what: 'a quote whose document is none any more',
    by: run("UPDATE quote SET document = '{' WHERE id = ?", quoteId(dayOf.quoted)),
    found: (file) => ({ seq: seqOf(file, dayOf.quoted, 'quote'), what: 'edited' }),
  },
  {
    what: 'a quote that may be paid for longer',
    by: run('UPDATE quote SET expires_at = expires_at + 86400000 WHERE id = ?', quoteId(dayOf.quoted)),
    found: (file) => ({ seq: seqOf(file, dayOf.quoted, 'quote'), what: 'edited' }),
  },
  {
    what: 'a quote that had ended and is open again',
    by: run('UPDATE quote SET open = 1 WHERE id = ?', quoteId(dayOf.expired)),
    found: (file) => ({ seq: seqOf(file, dayOf.expired, 'expire'), what: 'state-differs' }),
  },
  ...(
    [
      'total',
      'cash',
      'customer',
      'inquiry_id',
      'host',
      'account',
      'request',
      'sent_at',
      'deposit_before',
    ] as const
  ).map((column): Attack => ({
    what: `a payment whose ${column} was edited`,
    by: run(
      `UPDATE payment SET ${column} = ${['total', 'cash', 'sent_at', 'deposit_before'].includes(column) ? `${column} + 1` : `${column} || 'x'`} WHERE id = ?`,
      quoteId(dayOf.paid),
    ),
    found: (file) => ({ seq: armOf(dayOf.paid)(file), what: 'edited' }),
  })),
  {
    what: 'a reply that was edited',
    by: run(
      "UPDATE payment SET reply_body = CAST('reply of another' AS BLOB) WHERE id = ?",
      quoteId(dayOf.paid),
    ),
    found: (file) => ({ seq: seqOf(file, dayOf.paid, 'reply-paid'), what: 'state-differs' }),
  },
  {
    what: 'a reply that was taken away',
    by: run(
      'UPDATE payment SET reply_body = NULL, reply_at = NULL, reply_status = NULL WHERE id = ?',
      quoteId(dayOf.rejected),
    ),
    found: (file) => ({ seq: seqOf(file, dayOf.rejected, 'reply-rejected'), what: 'state-differs' }),
  },
  {
    what: 'an outcome that was edited',
    by: run(
      "UPDATE payment SET outcome = json_set(outcome, '$.confirmation.reference', 'X') WHERE id = ?",
      quoteId(dayOf.paidByStatus),
    ),
    found: (file) => ({ seq: seqOf(file, dayOf.paidByStatus, 'status-paid'), what: 'state-differs' }),
  },
  {
    what: 'an owner’s words that were edited',
    by: run(
      "UPDATE payment SET outcome = json_set(outcome, '$.evidence', 'nobody said so') WHERE id = ?",
      quoteId(dayOf.paidByHand),
    ),
    found: (file) => ({ seq: seqOf(file, dayOf.paidByHand, 'hand-paid'), what: 'state-differs' }),
  },
  {
    what: 'an unknown outcome that was given other words',
    by: run(
      `UPDATE payment SET outcome = '{"kind":"unknown","reason":"unclear-answer","text":"BATAL"}' WHERE id = ?`,
      quoteId(dayOf.unknown),
    ),
    found: (file) => ({ seq: seqOf(file, dayOf.unknown, 'outcome-unknown'), what: 'state-differs' }),
  },
  {
    what: 'a settlement that was moved out of the last 24 hours',
    by: run('UPDATE payment SET settled_at = settled_at - 86400000 WHERE id = ?', quoteId(dayOf.paid)),
    found: (file) => ({ seq: seqOf(file, dayOf.paid, 'reply-paid'), what: 'state-differs' }),
  },
  {
    what: 'an unknown payment that was made rejected',
    by: run("UPDATE payment SET state = 'rejected', settled_at = 1 WHERE id = ?", quoteId(dayOf.unknown)),
    found: (file) => ({ seq: seqOf(file, dayOf.unknown, 'outcome-unknown'), what: 'state-differs' }),
  },
  {
    what: 'a paid payment that was made unknown',
    by: run("UPDATE payment SET state = 'unknown', settled_at = NULL WHERE id = ?", quoteId(dayOf.paid)),
    found: (file) => ({ seq: seqOf(file, dayOf.paid, 'reply-paid'), what: 'state-differs' }),
  },
  {
    what: 'a payment in a state that there is not',
    by: run("UPDATE payment SET state = 'refunded' WHERE id = ?", quoteId(dayOf.paid)),
    found: (file) => ({ seq: seqOf(file, dayOf.paid, 'reply-paid'), what: 'state-differs' }),
  },
  {
    what: 'a payment that was removed',
    by: run('DELETE FROM payment WHERE id = ?', quoteId(dayOf.paid)),
    found: (file) => ({ seq: armOf(dayOf.paid)(file), what: 'edited' }),
  },
  {
    what: 'a payment that was removed together with its quote',
    by(raw) {
      run('DELETE FROM payment WHERE id = ?', quoteId(dayOf.paid))(raw);
      run('DELETE FROM quote WHERE id = ?', quoteId(dayOf.paid))(raw);
    },
    found: (file) => ({ seq: seqOf(file, dayOf.paid, 'quote'), what: 'edited' }),
  },
];

describe('a ledger that was written by this program alone', () => {
  it('is found whole with every state in it, to its newest event, however often it is opened', () => {
    const { file, reopen, close } = aDay();
    reopen();
    close();
    expect(alterationIn(file)).toBeUndefined();
  });

  it('is found whole up to what was committed when the look began', () => {
    const { file, ledger } = aDay();
    expect(alterationIn(file)).toBeUndefined();
    expect(ledger.expireQuotes(start)).toBe(1);
    expect(alterationIn(file)).toBeUndefined();
  });
});

describe.each(attacks)('$what', ({ by, found }) => {
  it('is found by the check of the whole, at the event where it shows', () => {
    const { file, close } = aDay();
    close();
    const expected = found(file);
    alter(file, (raw) => by(raw, file));
    expect(alterationIn(file)).toEqual(expected);
  });

  it('is found by the next start where it lies after the checkpoint; nothing is opened, and nothing is mended', () => {
    const { file, close } = aDay();
    close();
    const { seq } = found(file);
    putCheckpoint(file, 0);
    alter(file, (raw) => by(raw, file));
    const before = bytesOf(file);
    expect(openLedger(file, 'live', start)).toEqual({ ok: false, error: { code: 'altered', seq } });
    expect(bytesOf(file)).toEqual(before);
    // The second start is as stubborn as the first.
    expect(openLedger(file, 'live', start)).toMatchObject({ ok: false, error: { code: 'altered', seq } });
  });
});

describe('events that are gone altogether', () => {
  it('leave a payment and a quote that nobody can account for', () => {
    const { file, close } = aDay();
    close();
    alter(file, (raw) => {
      raw.exec('DELETE FROM event');
      raw.exec(
        `UPDATE chain SET seq = 0, hash = '${'0'.repeat(64)}', verified_seq = 0, verified_hash = '${'0'.repeat(64)}'`,
      );
    });
    expect(alterationIn(file)).toEqual({ seq: 0, what: 'no-event' });
  });

  it('of a payment that was slipped in beside the book', () => {
    const { file, close } = aDay();
    close();
    alter(file, (raw) => {
      raw.exec(`UPDATE payment SET id = '${quoteId(dayOf.quoted)}' WHERE id = '${quoteId(dayOf.unknown)}'`);
    });
    expect(alterationIn(file)).toMatchObject({ what: 'edited', seq: seqOf(file, dayOf.unknown, 'arm') });
  });
});
