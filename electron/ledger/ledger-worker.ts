import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseSync } from '@photostructure/sqlite';
import type { BackupPreview, BackupProblemCode } from '../../shared/contract/backups.ts';
import { ledgerKinds } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import { backUp } from './backup.ts';
import { isWhole, versionOf, type CopyFault } from './check-copy.ts';
import { keeperTaskSchema, type KeeperTask } from './keeper-task.ts';
import type { StagedFromArchive, Verdict } from './ledger.ts';
import { countMissing } from './missing-payments.ts';
import { previewBackup } from './preview-backup.ts';
import { migrations } from './schema.ts';
import { stageRestore, unstageRestore } from './stage-restore.ts';
import { verifyWhole } from './verify.ts';

// The worker beside the sale. It opens its own connections, reads, and writes only backups.

const { ledger, kind } = z.object({ ledger: z.string(), kind: z.enum(ledgerKinds) }).parse(workerData);

/** A ledger of an older version has no chain to follow. */
const isUnaltered = (copy: InstanceType<typeof DatabaseSync>): boolean =>
  versionOf(copy) < migrations.length || verifyWhole(copy).alteration === undefined;

async function answer(task: KeeperTask): Promise<unknown> {
  switch (task.kind) {
    case 'back-up':
      return await backUpTo(task.folder, task.at);
    case 'preview':
      return preview(task.file);
    case 'stage':
      return await stage(task.file, task.archive);
    case 'unstage':
      unstageRestore(ledger);
      return ok(undefined);
    case 'verify':
      return verify();
  }
}

async function backUpTo(folder: string, at: Instant): Promise<Result<{ at: Instant }, BackupProblemCode>> {
  const made = await backUp({ file: ledger, kind, folder, at, verify: isUnaltered });
  return made.ok ? ok({ at: made.value.at }) : made;
}

function preview(file: string): Result<BackupPreview, BackupProblemCode> {
  const found = previewBackup(file, kind, isUnaltered);
  if (!found.ok) return err(problemOf(found.error));
  const { madeAt: at, newestEventAt: newestAt, payments, open: unresolved } = found.value;
  return ok({ at, newestAt, payments, unresolved, missing: countMissing(ledger, file) });
}

async function stage(
  file: string,
  archive: StagedFromArchive | null,
): Promise<Result<undefined, BackupProblemCode>> {
  const staged = await stageRestore(ledger, file, kind, isUnaltered, archive);
  return staged.ok ? ok(undefined) : err(problemOf(staged.error));
}

function problemOf(fault: CopyFault | 'folder-not-writable' | 'no-room'): BackupProblemCode {
  switch (fault) {
    case 'folder-not-writable':
    case 'no-room':
      return fault;
    case 'unreadable':
      return 'backup-not-found';
    case 'not-a-ledger':
    case 'other-kind':
    case 'newer-version':
    case 'damaged':
      return 'not-verified';
  }
}

function verify(): Verdict {
  const database = new DatabaseSync(ledger, { readOnly: true });
  try {
    // Past the chain there are pages that no row tells of: a lost one of an index hides what it points to.
    if (!isWhole(database)) return { kind: 'damaged' };
    const { reached, alteration } = verifyWhole(database);
    return alteration === undefined ? { kind: 'whole', reached } : { kind: 'altered', seq: alteration.seq };
  } catch (error) {
    // A number larger than this program can have written: SQLite has no fault to find with it.
    if (error instanceof RangeError) return { kind: 'damaged' };
    throw error;
  } finally {
    database.close();
  }
}

parentPort?.on('message', (message: unknown) => {
  // One that fails ends the worker, and its asker is told.
  void answer(keeperTaskSchema.parse(message)).then((said) => parentPort?.postMessage(said));
});
