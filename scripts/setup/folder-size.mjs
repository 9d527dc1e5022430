import fs from 'node:fs';
import path from 'node:path';

/**
 * Bytes of all files in a folder, which may be changing meanwhile; 0 where there is none.
 * @param {string} folder
 * @returns {number}
 */
export function folderSize(folder) {
  try {
    return fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => fs.statSync(path.join(folder, name), { throwIfNoEntry: false }))
      .reduce((sum, stat) => sum + (stat?.isFile() ? stat.size : 0), 0);
  } catch {
    return 0;
  }
}
