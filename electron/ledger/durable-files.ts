import fs from 'node:fs';
import path from 'node:path';

/** Makes what is written in `file` stay after a power cut. @throws Error where the disk fails. */
export function syncFile(file: string): void {
  // Windows flushes only a handle that may write.
  const open = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(open);
  } finally {
    fs.closeSync(open);
  }
}

/** Makes the names in `folder` stay after a power cut: Windows does so by itself. @throws Error where the disk fails. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(open);
  } catch (error) {
    if (!cannotSyncFolders(error)) throw error;
  } finally {
    fs.closeSync(open);
  }
}

/** Some file systems of sticks and shares have no such call: there is nothing more to be had. */
const cannotSyncFolders = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(String(error.code));

/** Gives `from` the name `to` in the same folder, for good. A file of that name is replaced in one step. */
export function renameDurably(from: string, to: string): void {
  fs.renameSync(from, to);
  syncFolder(path.dirname(to));
}

/** Writes a small file so that it is there whole or, after a crash, as it was before. */
export function writeDurably(file: string, text: string): void {
  const part = `${file}.part`;
  // Whatever an earlier start left when it was cut off; a link there is not followed.
  fs.rmSync(part, { force: true });
  fs.writeFileSync(part, text, { flag: 'wx', mode: 0o600 });
  syncFile(part);
  renameDurably(part, file);
}

/** Removes `file` for good, if it is there. */
export function removeDurably(file: string): void {
  if (!fs.existsSync(file)) return;
  fs.rmSync(file);
  syncFolder(path.dirname(file));
}

/** A database's file and what SQLite keeps beside it. The file itself comes first. */
export const databaseSuffixes = ['', '-wal', '-shm', '-journal'] as const;
