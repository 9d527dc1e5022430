import fs from 'node:fs';
import path from 'node:path';
import { backup, DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { err, ok, type Result } from '../../shared/result.ts';
import { z } from '../../shared/zod.ts';
import { databaseSuffixes, syncFile } from './durable-files.ts';
import { hasRoom } from './reserve.ts';
import { isDamaged, isFull, isNoDatabase } from './sqlite-error.ts';

export type CopyProblem = 'folder-not-writable' | 'no-room' | 'source-unreadable';

/**
 * Copies the database in `source`, which may be written to meanwhile, as it is at this moment, to the new file
 * `target`: one file, synced, with nothing beside it. Sales go on; the work is done on another thread. Never throws;
 * on a problem nothing is left at `target`.
 */
export async function copyDatabase(source: string, target: string): Promise<Result<undefined, CopyProblem>> {
  const opened = openSource(source);
  if (!opened.ok) return opened;
  const { database, bytes } = opened.value;
  try {
    if (!hasRoom(path.dirname(target), bytes)) return err('no-room');
    // Made by us, so that only this user reads it, and so that a folder that refuses is told from a disk that fails.
    fs.closeSync(fs.openSync(target, 'wx', 0o600));
    // In one step: between steps the backup would begin again at each sale.
    await backup(database, target, { rate: wholeDatabase });
    leaveWal(target);
    syncFile(target);
    return ok(undefined);
  } catch (error) {
    removeDatabase(target);
    if (isFull(error)) return err('no-room');
    return err(isDamaged(error) || isNoDatabase(error) ? 'source-unreadable' : 'folder-not-writable');
  } finally {
    database.close();
  }
}

const wholeDatabase = 0x7f_ff_ff_ff;

/**
 * The backup waits for a busy source without end and without rest (`BackupJob::Execute` of @photostructure/sqlite 2.6.0),
 * so the state to be copied is taken hold of before: a reader in WAL mode is never kept waiting after that.
 */
function openSource(
  source: string,
): Result<{ readonly database: Database; readonly bytes: number }, CopyProblem> {
  let database: Database | undefined;
  try {
    database = new DatabaseSync(source, { readOnly: true, timeout: 2000 });
    database.exec('BEGIN');
    const size = database.prepare(
      'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size, (SELECT count(*) FROM sqlite_schema)',
    );
    return ok({ database, bytes: sizeRow.parse(size.get()).bytes });
  } catch {
    database?.close();
    return err('source-unreadable');
  }
}

const sizeRow = z.object({ bytes: z.int() });

/**
 * The copy has the source's journal mode in its header, and even a reader would put a -wal and a -shm beside it, or fail
 * on a disk that is read-only.
 */
function leaveWal(target: string): void {
  const database = new DatabaseSync(target);
  try {
    // Without shared memory, which a network share, good enough for a copy, does not have.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    modeRow.parse(database.prepare('PRAGMA journal_mode = DELETE').get());
  } finally {
    database.close();
  }
}

const modeRow = z.object({ journal_mode: z.literal('delete') });

/** Removes a copy that came to nothing. Never throws. */
export function removeDatabase(file: string): void {
  for (const suffix of databaseSuffixes) {
    try {
      fs.rmSync(file + suffix, { force: true });
    } catch {
      // It will be in nobody's way: no list shows it.
    }
  }
}
