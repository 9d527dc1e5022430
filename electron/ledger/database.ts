import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import { migrations } from './schema.ts';
import { faultBehind } from './sqlite-fault.ts';
import { verifyAtStart } from './verify-at-start.ts';

/** Why a ledger's file was not opened. Nothing in it was changed or repaired. */
export type LedgerFault =
  /** It was born as another kind. */
  | { readonly code: 'other-kind'; readonly found: string }
  /** It is a database of some other program. */
  | { readonly code: 'not-a-ledger' }
  /** A newer Loket wrote it. */
  | { readonly code: 'newer-version'; readonly version: number }
  /** This system does not keep what it is told to keep: `synchronous` is not FULL after a write. */
  | { readonly code: 'not-durable' }
  /** Another program holds it, or it takes no writing, or there is no room, or its pages are damaged. */
  | { readonly code: 'locked' | 'read-only' | 'disk-full' | 'corrupt' }
  /** The event of that number is not as it was written, or is gone. */
  | { readonly code: 'altered'; readonly seq: number }
  | { readonly code: 'unreadable'; readonly detail: string };

const fullSynchronous = 2;
/** Another program that looks into the file for a moment (a backup, a viewer) is waited for. In milliseconds. */
const lockTimeout = 500;

/**
 * Opens or makes the ledger's file at `file`. Builds of SQLite differ in what WAL mode makes of `synchronous`,
 * and some report FULL while they run NORMAL, so it is set after the journal mode and read back after a write.
 */
export function openDatabase(file: string, kind: LedgerKind, now: Instant): Result<Database, LedgerFault> {
  if (!isWritable(file)) return err({ code: 'read-only' });
  let database: Database | undefined;
  try {
    database = new DatabaseSync(file, { timeout: lockTimeout });
    const fault = prepare(database, kind, now);
    if (fault === undefined) return ok(database);
    database.close();
    return err(fault);
  } catch (error) {
    closeQuietly(database);
    const fault = faultBehind(error);
    return fault === undefined || fault === 'io'
      ? err({ code: 'unreadable', detail: error instanceof Error ? error.message : String(error) })
      : err({ code: fault });
  }
}

/** SQLite writes files beside the ledger, too. A folder that is not there is another fault. */
function isWritable(file: string): boolean {
  const places = [path.dirname(file), file].filter((each) => fs.existsSync(each));
  try {
    for (const each of places) fs.accessSync(each, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function closeQuietly(database: Database | undefined): void {
  try {
    database?.close();
  } catch {
    // What made the opening fail is told; that the closing failed too says nothing more.
  }
}

/** Marks the file as ours (SQLite's `application_id`): "LOKT". */
export const applicationId = 0x4c_4f_4b_54;

function prepare(database: Database, kind: LedgerKind, now: Instant): LedgerFault | undefined {
  const version = readPragma(database, 'user_version');
  if (version > migrations.length) return { code: 'newer-version', version };
  const fault = hasTables(database) ? foreign(database, kind) : undefined;
  if (fault !== undefined) return fault;

  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  migrate(database, version, () => {
    database.prepare('INSERT OR IGNORE INTO meta (one, kind, born_at) VALUES (1, ?, ?)').run(kind, now);
  });
  const verdict = verifyAtStart(database);
  if (verdict.kind === 'damaged') return { code: 'corrupt' };
  if (verdict.kind === 'altered') return { code: 'altered', seq: verdict.seq };
  const { seq, hash } = verdict.reached;
  // Also the write that the read-back below must follow.
  inTransaction(database, () => {
    database.prepare('UPDATE chain SET verified_seq = ?, verified_hash = ?').run(seq, hash);
  });
  return readPragma(database, 'synchronous') === fullSynchronous ? undefined : { code: 'not-durable' };
}

/**
 * Brings a ledger of version `from` to the newest or to version `to`, and does `also`, all in one transaction: nobody ever
 * finds a ledger that is half born or half migrated.
 */
export function migrate(
  database: Database,
  from: number,
  also: () => void = () => undefined,
  to: number = migrations.length,
): void {
  // A table that others refer to is rebuilt by dropping it (sqlite.org/lang_altertable.html, section 7).
  database.exec('PRAGMA foreign_keys = OFF');
  inTransaction(database, () => {
    for (const step of migrations.slice(from, to).flat()) {
      if (typeof step === 'string') database.exec(step);
      else step(database);
    }
    if (from < to) database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${to}`);
    also();
  });
  database.exec('PRAGMA foreign_keys = ON');
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
    if (database.isTransaction) rollBack(database);
    throw error;
  }
}

/** Where the disk has failed, rolling back may fail too; the first error is the one to tell. */
function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // The connection is given up after this anyway (`writer.ts`).
  }
}
