import fs from 'node:fs';
import path from 'node:path';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { backupTime } from './backup-files.ts';
import { withCheckedCopy, type CopyFault, type VerifyCopy } from './check-copy.ts';
import { copyDatabase, removeDatabase } from './copy-database.ts';
import { removeDurably, renameDurably } from './durable-files.ts';
import { previewBackup, type BackupPreview } from './preview-backup.ts';
import type { StagedFromArchive } from './ledger.ts';
import { restoreFiles, writePlan } from './restore-files.ts';

/** Why a backup was not made ready. The ledger is as it was. */
export type StageFault = CopyFault | 'folder-not-writable' | 'no-room';

/**
 * Makes the backup in `backupFile` ready to become the ledger in `ledgerFile` at the next start
 * (`applyStagedRestore`): copied beside it, checked and synced. One that was ready before is given up. Never throws.
 *
 * `archive`: where it is from one, and not from a backup of this ledger, for which there may not be a folder yet.
 *
 * Only the last rename makes it ready: what a crash leaves before that is removed at the next start.
 */
export async function stageRestore(
  ledgerFile: string,
  backupFile: string,
  kind: LedgerKind,
  verify?: VerifyCopy,
  archive: StagedFromArchive | null = null,
): Promise<Result<BackupPreview, StageFault>> {
  const { staged, plan } = restoreFiles(ledgerFile);
  const part = `${staged}.part`;
  // The backup first, for a copy of what is no ledger fails in less telling ways; then the copy, which is what counts.
  const preview = previewBackup(backupFile, kind, verify);
  if (!preview.ok) return preview;
  try {
    if (archive !== null) fs.mkdirSync(path.dirname(ledgerFile), { recursive: true });
    removeDurably(staged);
    removeDurably(plan);
    removeDatabase(part);
    const copied = await copyDatabase(backupFile, part);
    if (!copied.ok) return err(copied.error === 'source-unreadable' ? 'unreadable' : copied.error);
    const checked = withCheckedCopy(part, { kind, verify }, () => undefined);
    if (!checked.ok) {
      removeDatabase(part);
      return checked;
    }
    // Copying a file may renew its time, which then says nothing of what the backup knows.
    const { newestEventAt, madeAt } = preview.value;
    const backupAt =
      archive?.madeAt ?? backupTime(path.basename(backupFile), kind) ?? newestEventAt ?? madeAt;
    writePlan(ledgerFile, {
      archive: archive === null ? null : { id: archive.id, knowsAll: archive.knowsAll },
      backupAt,
      moving: null,
    });
    renameDurably(part, staged);
    return ok(preview.value);
  } catch {
    removeDatabase(part);
    return err('folder-not-writable');
  }
}

/** Gives up what was made ready. The next start opens the ledger as it is. @throws Error where it cannot be removed. */
export function unstageRestore(ledgerFile: string): void {
  const { staged, plan } = restoreFiles(ledgerFile);
  removeDurably(staged);
  removeDurably(plan);
}
