import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { instant, type Instant } from '../../shared/time.ts';
import { backupName, pruneBackups, removeLeftovers, type BackupEntry } from './backup-files.ts';
import { versionOf, withCheckedCopy, type VerifyCopy } from './check-copy.ts';
import { copyDatabase, removeDatabase } from './copy-database.ts';
import { renameDurably } from './durable-files.ts';
import { migrations } from './schema.ts';
import { freeMoment } from './stamp.ts';

/** What is backed up, and where to. */
export interface BackupOrder {
  /** The ledger's file. It may be open and written to. */
  readonly file: string;
  readonly kind: LedgerKind;
  /** Where backups go. Made if it is missing, but not its parent: a stick that is not in is not replaced by a folder. */
  readonly folder: string;
  readonly at: Instant;
  /** How many backups of this kind stay; 14 unless told. */
  readonly keep?: number;
  readonly verify?: VerifyCopy;
}

/** Why there is no new backup. Those made before are still there. */
export type BackupFault =
  | 'folder-not-writable'
  | 'no-room'
  /** The copy was made, and it is not what it should be: the ledger itself may be damaged. */
  | 'not-verified'
  | 'source-unreadable';

/**
 * Backs a ledger up to `<folder>/loket-<kind>-yyyyMMdd-HHmmss.db` (UTC): one file that needs no other, under its name
 * only once it was read whole, checked and synced. Older ones are removed after that. Copying runs beside the sale, but
 * the check runs on the caller's thread and reads the whole file. Never throws.
 */
export async function backUp(order: BackupOrder): Promise<Result<BackupEntry, BackupFault>> {
  const { file, kind, folder, keep = 14, verify } = order;
  if (!makeFolder(folder)) return err('folder-not-writable');
  removeLeftovers(folder, kind, order.at);
  const nameAt = (at: Instant): string => path.join(folder, backupName(kind, at));
  const at = freeMoment(order.at, (moment) =>
    [nameAt(moment), `${nameAt(moment)}.part`].some((name) => fs.existsSync(name)),
  );
  const part = `${nameAt(at)}.part`;

  const copied = await copyDatabase(file, part);
  if (!copied.ok) return copied;
  if (!withCheckedCopy(part, { kind, verify }, () => undefined).ok) {
    removeDatabase(part);
    return err('not-verified');
  }
  try {
    renameDurably(part, nameAt(at));
  } catch {
    removeDatabase(part);
    return err('folder-not-writable');
  }
  const made = { file: nameAt(at), kind, at: instant(Math.floor(at / 1000) * 1000) };
  pruneBackups(folder, made, keep);
  return ok(made);
}

/**
 * Backs up a ledger that the next opening would migrate, and must not be open yet; `undefined` where there is nothing
 * to migrate: no file, a new one, or one of this version; or one that the opening will refuse, which then says why.
 * Never throws.
 */
export async function backUpBeforeMigration(
  order: BackupOrder,
): Promise<Result<BackupEntry | undefined, BackupFault>> {
  if (!fs.existsSync(order.file)) return ok(undefined);
  const version = readVersion(order.file) ?? 0;
  return version > 0 && version < migrations.length ? await backUp(order) : ok(undefined);
}

function readVersion(file: string): number | undefined {
  try {
    // Not read-only: what a crash left of a transaction is rolled back first, as the opening does.
    const database = new DatabaseSync(file);
    try {
      // An earlier program's birth, cut off between its steps, has a version and no kind yet: nothing was ever in it.
      return database.prepare('SELECT 1 FROM meta').get() === undefined ? undefined : versionOf(database);
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function makeFolder(folder: string): boolean {
  try {
    if (!fs.existsSync(folder)) fs.mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
