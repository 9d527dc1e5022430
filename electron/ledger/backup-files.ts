import fs from 'node:fs';
import path from 'node:path';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { BackupEntry as ShownBackup } from '../../shared/contract/backups.ts';
import type { Instant } from '../../shared/time.ts';
import { removeDatabase } from './copy-database.ts';
import { readStamp, stampOf } from './stamp.ts';

/** A backup in its folder. */
export interface BackupEntry {
  readonly file: string;
  readonly kind: LedgerKind;
  /** When it was made, to the second, as its name says. */
  readonly at: Instant;
}

/** `loket-<kind>-yyyyMMdd-HHmmss.db`, in UTC. */
export const backupName = (kind: LedgerKind, at: Instant): string => `loket-${kind}-${stampOf(at)}.db`;

/** When a backup of `kind` was made, by its file's name; `undefined` where that is no name of ours. */
export function backupTime(name: string, kind: LedgerKind): Instant | undefined {
  const stamp = /^loket-([a-z]+)-(.{15})\.db$/.exec(name);
  return stamp?.[1] === kind ? readStamp(stamp[2] ?? '') : undefined;
}

/** The backups of `kind` in `folder`, newest first, by their names alone. None where there is no folder to read. */
export const listBackups = (folder: string, kind: LedgerKind): readonly BackupEntry[] =>
  filesIn(folder)
    .flatMap((name) => {
      const at = backupTime(name, kind);
      return at === undefined ? [] : [{ file: path.join(folder, name), kind, at }];
    })
    .sort((one, other) => other.at - one.at);

/**
 * Removes the oldest backups of `kind`, so that `keep` stay. `made` always stays: after a clock that was set back, it
 * looks the oldest. What cannot be removed stays too. Never throws.
 */
export function pruneBackups(folder: string, made: BackupEntry, keep: number): void {
  const others = listBackups(folder, made.kind).filter(({ file }) => file !== made.file);
  for (const { file } of others.slice(Math.max(0, keep - 1))) removeDatabase(file);
}

const day = 24 * 3_600_000;

/** Removes what backups of `kind` left that were cut off a day or more before `at`. Never throws. */
export function removeLeftovers(folder: string, kind: LedgerKind, at: Instant): void {
  for (const name of filesIn(folder)) {
    const begun = name.endsWith('.part') ? backupTime(name.slice(0, -'.part'.length), kind) : undefined;
    if (begun !== undefined && begun <= at - day) removeDatabase(path.join(folder, name));
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

/** The same as the window shows them: by name, with their size. */
export const backupsIn = (folder: string, kind: LedgerKind): readonly ShownBackup[] =>
  listBackups(folder, kind).flatMap(({ file, at }) => {
    const bytes = fs.statSync(file, { throwIfNoEntry: false })?.size;
    return bytes === undefined ? [] : [{ name: path.basename(file), at, bytes }];
  });
