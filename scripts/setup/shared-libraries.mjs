import fs from 'node:fs';
import path from 'node:path';
import { capture } from './command.mjs';

/**
 * Libraries which Electron opens while it runs, so that no loader misses them at start: the screen's, without which it dies without
 * a word, the key store, notifications, and, in newer versions, the toolkit itself.
 */
export const openedLater = ['libX11-xcb.so.1', 'libgtk-3.so.0', 'libnotify.so.4', 'libsecret-1.so.0'];

/**
 * Which shared libraries an Electron lacks on this machine.
 * @param {string} executable
 * @returns {Promise<string[]>} sonames, for instance `libnss3.so`
 */
export async function missingLibraries(executable) {
  const folder = path.dirname(executable);
  const beside = fs.readdirSync(folder).filter((name) => /\.so(\.\d+)*$/.test(name));
  const [linked, known] = await Promise.all([
    capture('ldd', [executable, ...beside.map((name) => path.join(folder, name))]),
    knownLibraries(),
  ]);
  const missing = [...notFound(linked.stdout), ...openedLater.filter((name) => !known.has(name))];
  return [...new Set(missing)].filter((name) => !beside.includes(name)).sort();
}

/**
 * The libraries that `ldd` did not find.
 * @param {string} output of ldd, for one file or many
 * @returns {string[]}
 */
export function notFound(output) {
  return [...output.matchAll(/^\s+(\S+) => not found/gm)].map(([, name = '']) => name);
}

/** @returns {Promise<Set<string>>} all that the loader knows */
async function knownLibraries() {
  // An ordinary user's PATH has no /sbin.
  const { stdout } = await capture('/sbin/ldconfig', ['-p']);
  return librariesListed(stdout);
}

/**
 * The libraries that `ldconfig -p` lists.
 * @param {string} output
 * @returns {Set<string>}
 */
export function librariesListed(output) {
  return new Set([...output.matchAll(/^\s+(\S+) \(/gm)].map(([, name = '']) => name));
}
