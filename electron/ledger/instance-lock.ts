import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { err, ok, type Result } from '../../shared/result.ts';
import { isBusy } from './sqlite-error.ts';

export interface FolderLock {
  /** Gives the folder free. A process that ends in any way, a kill too, does the same. */
  release(): void;
}

/** Why a data folder is not this program's. */
export type LockFault =
  /** Another program works on it now. */
  | 'already-open'
  /** It is not writable for this user, or its file system has no locks. */
  | 'cannot-lock';

/** A connection nobody refers to is closed by the garbage collector, and its lock is gone without a word. */
const held = new Set<Database>();

/**
 * Takes `folder` for this process alone, whoever runs the other ones: Electron's single-instance lock knows only one
 * user's and only Electron's. The lock is SQLite's own on the file `loket.lock`, which stays empty, so that it is as good
 * as the ledger's; the system releases it with the process. POSIX drops it as soon as this process closes any other
 * handle on that file (sqlite.org/howtocorrupt.html 2.2): nothing of ours may read or copy it.
 */
export function lockDataFolder(folder: string): Result<FolderLock, LockFault> {
  let database: Database | undefined;
  try {
    database = new DatabaseSync(path.join(folder, 'loket.lock'), { timeout: 0 });
    // No journal beside it.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    // A file that this user may only read is opened all the same, and BEGIN EXCLUSIVE then locks nothing: writing
    // tells. It is never committed.
    database.exec('PRAGMA user_version = 1');
  } catch (error) {
    database?.close();
    return err(isBusy(error) ? 'already-open' : 'cannot-lock');
  }
  const lock = database;
  held.add(lock);
  return ok({
    release() {
      if (held.delete(lock)) lock.close();
    },
  });
}
