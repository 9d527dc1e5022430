import { DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import { migrations } from './schema.ts';

/** Why a ledger's file was not opened. Nothing in it was changed. */
export type LedgerFault =
  /** It was born as another kind. */
  | { readonly code: 'other-kind'; readonly found: string }
  /** It is a database of some other program. */
  | { readonly code: 'not-a-ledger' }
  /** A newer Loket wrote it. */
  | { readonly code: 'newer-version'; readonly version: number }
  /** This system does not keep what it is told to keep: `synchronous` is not FULL after a write. */
  | { readonly code: 'not-durable' }
  | { readonly code: 'unreadable'; readonly detail: string };

const fullSynchronous = 2;

/**
 * Opens or makes the ledger's file at `path`. Builds of SQLite differ in what WAL mode makes of `synchronous`,
 * and some report FULL while they run NORMAL, so it is set after the journal mode and read back after a write.
 */
export function openDatabase(path: string, kind: LedgerKind, now: Instant): Result<Database, LedgerFault> {
  let database: Database | undefined;
  try {
    // Another program that looks into the file for a moment (a backup, a viewer) is waited for.
    database = new DatabaseSync(path, { timeout: 500 });
    const fault = prepare(database, kind, now);
    if (fault === undefined) return ok(database);
    database.close();
    return err(fault);
  } catch (error) {
    database?.close();
    return err({ code: 'unreadable', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Marks the file as ours (SQLite's `application_id`): "LOKT". */
const applicationId = 0x4c_4f_4b_54;

function prepare(database: Database, kind: LedgerKind, now: Instant): LedgerFault | undefined {
  const version = readPragma(database, 'user_version');
  if (version > migrations.length) return { code: 'newer-version', version };
  const fault = hasTables(database) ? foreign(database, kind) : undefined;
  if (fault !== undefined) return fault;

  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  migrations.slice(version).forEach((migration, index) => {
    inTransaction(database, () => {
      database.exec(migration);
      database.exec(`PRAGMA application_id = ${applicationId}`);
      database.exec(`PRAGMA user_version = ${version + index + 1}`);
    });
  });
  inTransaction(database, () => {
    database.prepare('INSERT OR IGNORE INTO meta (one, kind, born_at) VALUES (1, ?, ?)').run(kind, now);
    // The INSERT writes only at birth; the read-back below must follow a real write.
    database.exec('UPDATE meta SET born_at = born_at');
  });
  return readPragma(database, 'synchronous') === fullSynchronous ? undefined : { code: 'not-durable' };
}

const hasTables = (database: Database): boolean =>
  database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table'").get() !== undefined;

/** Why a file that has tables must not be touched. */
function foreign(database: Database, kind: LedgerKind): LedgerFault | undefined {
  if (readPragma(database, 'application_id') !== applicationId) return { code: 'not-a-ledger' };
  const meta = database.prepare('SELECT kind FROM meta').get();
  const found = z.object({ kind: z.string() }).optional().parse(meta);
  return found === undefined || found.kind === kind ? undefined : { code: 'other-kind', found: found.kind };
}

function readPragma(database: Database, name: 'user_version' | 'synchronous' | 'application_id'): number {
  const row = z.record(z.string(), z.number()).parse(database.prepare(`PRAGMA ${name}`).get());
  return row[name] ?? 0;
}

/** Runs `work` in one transaction: all of it is committed when this returns, none of it when it throws. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
