import fs from 'node:fs';
import path from 'node:path';

/**
 * Whether a program can be called by its name.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean}
 */
export function commandExists(name, env = process.env) {
  return commandPath(name, env) !== undefined;
}

/**
 * Where a program lies that can be called by its name.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function commandPath(name, env = process.env) {
  return (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));
}
