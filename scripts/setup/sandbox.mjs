import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * How Electron gets Chromium's sandbox on this machine.
 * - `plain`: it makes it by itself.
 * - `as-user`: root is not allowed a sandbox, so root starts it as user 1000 of a new user namespace.
 * - `none`: the system refuses user namespaces; Electron then only starts without a sandbox.
 * @typedef {'plain' | 'as-user' | 'none'} Sandboxing
 */

/** Root becomes user 1000 inside; its files stay readable, since they are the same user's outside. */
export const asUser = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/** What Chromium's zygote will ask of the kernel. */
const probe = ['unshare', '--user', '--map-root-user', '--net', '--', 'true'];

/**
 * @param {string} executable Electron's
 * @returns {Sandboxing}
 */
export function sandboxing(executable) {
  if (process.platform !== 'linux') return 'plain';
  const asRoot = process.getuid?.() === 0;
  if (succeeds(asRoot ? [...asUser, ...probe] : probe)) return asRoot ? 'as-user' : 'plain';
  return !asRoot && hasSetuidHelper(executable) ? 'plain' : 'none';
}

/** @param {readonly string[]} command */
function succeeds([command = '', ...args]) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/**
 * The older way to a sandbox, which an installed package may have set up.
 * @param {string} executable
 */
function hasSetuidHelper(executable) {
  const stat = fs.statSync(path.join(path.dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4001) === 0o4001;
}
