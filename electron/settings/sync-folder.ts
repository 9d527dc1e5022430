import fs from 'node:fs';

/** A new name is durable only with its folder; Windows has no such call. @throws Error where the disk fails. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(open);
  } finally {
    fs.closeSync(open);
  }
}
