import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** As `sha256sum --check` reads it. */
export const checksumsFile = 'SHA256SUMS';

/**
 * @param {string} file
 * @returns {Promise<string>} hexadecimal
 */
async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * The sums of some files of a folder.
 * @param {string} folder
 * @param {readonly string[]} names
 * @returns {Promise<string>} a line each, by name
 */
export async function checksumsOf(folder, names) {
  const lines = await Promise.all(
    names.toSorted().map(async (name) => `${await sha256(path.join(folder, name))}  ${name}\n`),
  );
  return lines.join('');
}
