import fs from 'node:fs';
import path from 'node:path';

/**
 * Whether a program can be called by its name.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean}
 */
export function commandExists(name, env = process.env) {
  return (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .some((folder) => fs.existsSync(path.join(folder, name)));
}
