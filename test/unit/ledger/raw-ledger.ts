import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { migrations } from '../../../electron/ledger/schema.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import { start } from './documents.ts';

export interface RawLedger {
  readonly kind?: LedgerKind;
  readonly version?: number;
  readonly payments?: readonly { readonly state: string; readonly total?: number; readonly at?: number }[];
  /** How many bytes more it is to take. */
  readonly ballast?: number;
}

/**
 * A file with what every version of a ledger has, and no more: so that these tests do not change with each migration.
 * The connection stays open, and what was written is in the -wal, as in a counter that is at work.
 */
export function rawLedger(file: string, about: RawLedger = {}): DatabaseSyncInstance {
  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA journal_mode = WAL');
  raw.exec(`
    PRAGMA application_id = 1280265044;
    PRAGMA user_version = ${about.version ?? migrations.length};
    CREATE TABLE meta (one INTEGER PRIMARY KEY, kind TEXT NOT NULL, born_at INTEGER NOT NULL) STRICT;
    CREATE TABLE payment (id INTEGER PRIMARY KEY, state TEXT NOT NULL, total INTEGER NOT NULL) STRICT;
    CREATE TABLE event (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
    CREATE TABLE ballast (bytes BLOB NOT NULL) STRICT;
  `);
  raw.prepare('INSERT INTO meta VALUES (1, ?, ?)').run(about.kind ?? 'live', start);
  if (about.ballast !== undefined)
    raw.prepare('INSERT INTO ballast VALUES (randomblob(?))').run(about.ballast);
  for (const payment of about.payments ?? []) addPayment(raw, payment);
  return raw;
}

export function addPayment(
  raw: DatabaseSyncInstance,
  { state, total = 1000, at = start }: { state: string; total?: number; at?: number },
): void {
  raw.prepare('INSERT INTO payment (state, total) VALUES (?, ?)').run(state, total);
  raw.prepare('INSERT INTO event (at) VALUES (?)').run(at);
}

/** The states of the payments in a ledger's file, in their order: what tells one ledger from another. */
export function statesIn(file: string): readonly string[] {
  const raw = new DatabaseSync(file);
  try {
    return raw
      .prepare('SELECT state FROM payment ORDER BY id')
      .all()
      .map((row) => String((row as { state: unknown }).state));
  } finally {
    raw.close();
  }
}
