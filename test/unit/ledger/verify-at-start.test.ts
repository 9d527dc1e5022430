import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { z } from '../../../shared/zod.ts';
import { aDay, alter, alterationIn, dayOf, putCheckpoint, seqOf } from './altered-ledger.ts';
import { arming, quote, quoteId, start } from './documents.ts';
import { memoryFolder } from './temp-folder.ts';

const head = z.object({ seq: z.int(), hash: z.string() });
const verified = z.object({ verified_seq: z.int(), verified_hash: z.string() });

function chainIn(file: string): { readonly newest: Checkpoint; readonly checkpoint: Checkpoint } {
  const raw = new DatabaseSync(file, { readOnly: true });
  try {
    const row: unknown = raw.prepare('SELECT * FROM chain').get();
    const { verified_seq: seq, verified_hash: hash } = verified.parse(row);
    return { newest: head.parse(row), checkpoint: { seq, hash } };
  } finally {
    raw.close();
  }
}

const opens = (file: string): string | number => {
  const opened = openLedger(file, 'live', start);
  if (!opened.ok) return opened.error.code === 'altered' ? opened.error.seq : opened.error.code;
  opened.value.close();
  return 'opened';
};

/** In memory: 5200 events, half of them quotes and half their ends. */
function manyEvents(): string {
  const file = path.join(memoryFolder(), 'ledger.db');
  const opened = openLedger(file, 'live', start);
  if (!opened.ok) throw new Error(opened.error.code);
  for (let n = 1; n <= 2600; n += 1) opened.value.addQuote(quote(n));
  expect(opened.value.expireQuotes(start)).toBe(2600);
  opened.value.close();
  return file;
}

describe('a start', () => {
  it('moves the checkpoint to the newest event where everything is as it was written', () => {
    const { file, reopen, close } = aDay();
    reopen();
    close();
    const { newest, checkpoint } = chainIn(file);
    expect(checkpoint).toEqual(newest);
  });

  it('follows five thousand events at most and goes on from there the next time', () => {
    const file = manyEvents();
    putCheckpoint(file, 0);
    alter(file, (raw) => raw.exec('UPDATE event SET at = at + 1 WHERE seq = 5100'));
    expect(opens(file)).toBe('opened');
    expect(chainIn(file).checkpoint.seq).toBe(5000);
    expect(opens(file)).toBe(5100);
    expect(opens(file)).toBe(5100);
    expect(alterationIn(file)).toEqual({ seq: 5100, what: 'edited' });
  });

  it('that comes just to the newest event misses one behind it by the quote that it ended', () => {
    const file = manyEvents();
    putCheckpoint(file, 200);
    expect(opens(file)).toBe('opened');
    putCheckpoint(file, 199);
    alter(file, (raw) => raw.exec('DELETE FROM event WHERE seq = 5200'));
    // The last quote's own event: it says "quoted", and the quote is closed.
    expect(opens(file)).toBe(2600);
  });

  it('leaves what lies before the checkpoint to the check of the whole', () => {
    const { file, reopen, close } = aDay();
    reopen();
    close();
    alter(file, (raw) => raw.exec('UPDATE event SET at = at + 1 WHERE seq = 3'));
    expect(opens(file)).toBe('opened');
    expect(alterationIn(file)).toEqual({ seq: 3, what: 'edited' });
  });

  it('folds every payment that is open, however long ago its last event was', () => {
    const { file, reopen, close } = aDay();
    reopen();
    close();
    alter(file, (raw) =>
      raw.exec(
        `UPDATE payment SET state = 'unknown', settled_at = NULL WHERE id = '${quoteId(dayOf.rejected)}'`,
      ),
    );
    expect(opens(file)).toBe(seqOf(file, dayOf.rejected, 'reply-rejected'));
  });

  it('does not believe a checkpoint that names another hash', () => {
    const { file, close } = aDay();
    close();
    putCheckpoint(file, 5);
    alter(file, (raw) => raw.exec(`UPDATE chain SET verified_hash = '${'f'.repeat(64)}'`));
    expect(opens(file)).toBe(6);
  });
});

describe('what the check of the whole found', () => {
  it('to be whole is where the next start begins', () => {
    const { file, ledger, close } = aDay();
    const { newest } = chainIn(file);
    ledger.noteVerified(newest);
    close();
    expect(chainIn(file).checkpoint).toEqual(newest);
    alter(file, (raw) => raw.exec('UPDATE event SET at = at + 1 WHERE seq = 3'));
    expect(opens(file)).toBe('opened');
  });

  it('never moves the checkpoint back, nor beyond the newest event', () => {
    const { file, ledger } = aDay();
    const { newest } = chainIn(file);
    ledger.noteVerified(newest);
    ledger.noteVerified({ seq: 2, hash: 'a' });
    ledger.noteVerified({ seq: newest.seq + 1, hash: 'b' });
    expect(chainIn(file).checkpoint).toEqual(newest);
  });

  it('to be altered keeps the ledger closed at every start, though nothing else shows it', () => {
    const { file, ledger, close } = aDay();
    ledger.noteAltered(7);
    close();
    expect(opens(file)).toBe(7);
    expect(opens(file)).toBe(7);
  });
});

describe('a payment whose events and state have parted while the program runs', () => {
  it('is not settled: neither of the two can be believed', () => {
    const { file, ledger } = aDay();
    alter(file, (raw) =>
      raw.exec(`UPDATE payment SET state = 'unknown', settled_at = NULL WHERE id = '${quoteId(dayOf.paid)}'`),
    );
    const settle = () =>
      ledger.settle({
        payment: quoteId(dayOf.paid),
        at: start,
        actor: 'owner',
        by: 'hand',
        outcome: { kind: 'rejected-by-hand', reason: 'biller-said', evidence: 'rang' },
      });
    expect(settle).toThrow(/events led to paid/);
    expect(ledger.payment(quoteId(dayOf.paid))?.state).toBe('unknown');
  });

  it('keeps its customer’s place all the same', () => {
    const { file, ledger } = aDay();
    alter(file, (raw) =>
      raw.exec(
        `UPDATE payment SET state = 'unknown', settled_at = NULL WHERE id = '${quoteId(dayOf.rejected)}'`,
      ),
    );
    ledger.addQuote(quote(20, { customer: quote(dayOf.rejected).customer }));
    expect(ledger.arm(arming(20))).toEqual({ ok: false, error: { code: 'payment-open' } });
  });
});
