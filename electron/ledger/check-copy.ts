import { DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { z } from '../../shared/zod.ts';
import { applicationId } from './database.ts';
import { migrations } from './schema.ts';
import { isDamaged, isNoDatabase, sqliteCode } from './sqlite-error.ts';

/** A deeper look at a copy of this version, such as at its chain of hashes. `false`, or to throw, refuses it. */
export type VerifyCopy = (copy: Database) => boolean;

/** Why a copy of a ledger is not to be relied on. */
export type CopyFault =
  /** There is no such file, or it cannot be read. */
  | 'unreadable'
  /** It is something else than a ledger. */
  | 'not-a-ledger'
  /** It is a ledger of another kind. */
  | 'other-kind'
  /** A newer Loket wrote it. */
  | 'newer-version'
  /** It is a ledger, and it is not whole. */
  | 'damaged';

export interface CopyCheck {
  readonly kind: LedgerKind;
  readonly verify?: VerifyCopy | undefined;
}

/**
 * Opens the copy of a ledger in `file`, which nobody writes to, for reading, checks the whole of it, and hands it to
 * `read`. Nothing is written beside a copy that our own backup made.
 */
export function withCheckedCopy<T>(
  file: string,
  check: CopyCheck,
  read: (copy: Database) => T,
): Result<T, CopyFault> {
  let copy: Database | undefined;
  try {
    copy = new DatabaseSync(file, { readOnly: true });
    const fault = faultOf(copy, check);
    return fault === undefined ? ok(read(copy)) : err(fault);
  } catch (error) {
    if (isNoDatabase(error)) return err('not-a-ledger');
    // All else that SQLite says is of the disk; what others throw is of what they read.
    return err(sqliteCode(error) === undefined || isDamaged(error) ? 'damaged' : 'unreadable');
  } finally {
    copy?.close();
  }
}

function faultOf(copy: Database, { kind, verify }: CopyCheck): CopyFault | undefined {
  if (numberOf(copy, 'application_id') !== applicationId) return 'not-a-ledger';
  const version = versionOf(copy);
  if (version > migrations.length) return 'newer-version';
  if (!isWhole(copy)) return 'damaged';
  if (kindRow.parse(copy.prepare('SELECT kind FROM meta').get()).kind !== kind) return 'other-kind';
  // Of an older version it may look for what is not there yet; the opening migrates that and follows its chain.
  const isRefused = verify !== undefined && version === migrations.length && !verify(copy);
  return isRefused ? 'damaged' : undefined;
}

/** SQLite's own check of every page. */
export const isWhole = (copy: Database): boolean =>
  wholeRows.safeParse(copy.prepare('PRAGMA integrity_check').all()).success;

const wholeRows = z.tuple([z.object({ integrity_check: z.literal('ok') })]);
const kindRow = z.object({ kind: z.string() });

/** How many migrations made this ledger. */
export const versionOf = (database: Database): number => numberOf(database, 'user_version');

function numberOf(database: Database, pragma: 'application_id' | 'user_version'): number {
  const row: unknown = database.prepare(`PRAGMA ${pragma}`).get();
  return z.record(z.string(), z.int()).parse(row)[pragma] ?? 0;
}
