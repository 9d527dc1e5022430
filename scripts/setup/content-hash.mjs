import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * One hash over the names and contents of files and folders (with all that is in them). A path that does
 * not exist counts as absent, which is a content of its own.
 * @param {string} root
 * @param {readonly string[]} paths relative to `root`
 * @returns {string} hexadecimal SHA-256
 */
export function contentHash(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((entry) => filesUnder(root, entry))) {
    const content = fs.readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} text
 * @returns {string} hexadecimal SHA-256
 */
export function textHash(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * @param {string} root
 * @param {string} entry
 * @returns {string[]} in a fixed order
 */
function filesUnder(root, entry) {
  const stat = fs.statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs
    .readdirSync(path.join(root, entry))
    .sort()
    .flatMap((name) => filesUnder(root, `${entry}/${name}`));
}

/**
 * A file's hash in the form the lock file uses (`sha512-…`, base64), read as a stream.
 * @param {string} file
 * @returns {Promise<string>}
 * @see https://www.w3.org/TR/SRI/
 */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
