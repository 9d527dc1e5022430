import fs from 'node:fs';
import path from 'node:path';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import { applyStagedRestore, type RestoreAtStart } from './apply-restore.ts';
import { backUpBeforeMigration } from './backup.ts';
import type { LedgerFault } from './database.ts';
import type { Ledger } from './ledger.ts';
import { confirmRestored, type Restored } from './restore-files.ts';
import { openLedger } from './sqlite-ledger.ts';

export interface RunOrder {
  readonly file: string;
  readonly kind: LedgerKind;
  readonly backupFolder: string;
  readonly now: Instant;
}

/** Why a run has no ledger, and which file it was about. */
export type RunFault = (LedgerFault & { readonly file: string }) | RestoreFault;

export interface RestoreFault {
  readonly code: 'restore-failed';
  readonly detail: string;
  readonly file: string;
}

/**
 * Opens the ledger of a run: a backup that was chosen takes its place first, and what that does not know becomes a gap;
 * one of an older version is backed up before it is migrated. The data folder is locked by then.
 */
export async function openForRun({
  file,
  kind,
  backupFolder,
  now,
}: RunOrder): Promise<Result<Ledger, RunFault>> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const applied = finishRestore({ file, kind, now });
  if (!applied.ok) return applied;
  const kept = await backUpBeforeMigration({ file, kind, folder: backupFolder, at: now });
  if (!kept.ok)
    return err({ code: 'unreadable', detail: `backup before the migration: ${kept.error}`, file });
  const opened = openLedger(file, kind, now);
  if (!opened.ok) return err({ ...opened.error, file });
  const ledger = opened.value;
  if (applied.value !== undefined) {
    // Twice is once: a crash between the two brings it here again.
    const { archive, backupAt, restoredAt } = applied.value;
    if (archive === null || !archive.knowsAll) ledger.addGap(backupAt, restoredAt);
    confirmRestored(file);
  }
  return ok(ledger);
}

/** Puts a backup that was chosen in its place, or finishes that where it was cut off (`apply-restore.ts`). */
export function finishRestore(start: RestoreAtStart): Result<Restored | undefined, RestoreFault> {
  const applied = applyStagedRestore(start);
  if (applied.ok) return applied;
  const { error } = applied;
  const detail = error.code === 'refused' ? error.fault : error.detail;
  return err({ code: 'restore-failed', detail, file: start.file });
}
