import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reasonOf, SetupError } from './setup-error.mjs';

/**
 * Where the set-up keeps what all copies of the project share: the runtime made from the registry,
 * start scripts, and what it learnt about the network. Follows the XDG base directory rules, which want
 * a relative XDG_CACHE_HOME ignored.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
function cacheFolder(env = process.env) {
  const given = env['XDG_CACHE_HOME'];
  const base = given && path.isAbsolute(given) ? given : path.join(os.homedir(), '.cache');
  return path.join(base, 'loket');
}

/**
 * The cache folder, made if needed and seen to be writable.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 * @throws {SetupError} where it cannot be written
 */
export function writableCacheFolder(env = process.env) {
  const folder = cacheFolder(env);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (fault) {
    throw new SetupError(
      `The cache folder ${folder} cannot be written: ${reasonOf(fault)}.\n` +
        'Set XDG_CACHE_HOME to a folder that can, and start again.',
      fault,
    );
  }
  return folder;
}

/**
 * Writes a small file whole or not at all, so that no reader meets half of it.
 * @param {string} file
 * @param {string} text
 * @param {number} [mode]
 */
export function writeWhole(file, text, mode = 0o644) {
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, text, { mode });
  fs.renameSync(draft, file);
}
