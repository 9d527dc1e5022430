import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from './set-up-lock.mjs';

const hour = 60 * 60 * 1000;

/**
 * The folder in which this process makes something before it moves it to its place by one rename.
 * Its name says whose it is, so that what a killed start left behind can be told from work under way.
 * @param {string} place the final path
 * @returns {string}
 */
export function partFolder(place) {
  return `${place}.part-${os.hostname()}-${process.pid}`;
}

/**
 * Deletes what killed starts left beside `place`.
 * @param {string} place the final path
 */
export function removeAbandonedParts(place) {
  const folder = path.dirname(place);
  for (const name of fs.readdirSync(folder)) {
    const rest = name.startsWith(`${path.basename(place)}.part-`);
    const file = path.join(folder, name);
    const stat = rest ? fs.statSync(file, { throwIfNoEntry: false }) : undefined;
    if (stat && isAbandoned(name, os.hostname(), isAlive, Date.now() - stat.mtimeMs)) {
      fs.rmSync(file, { recursive: true, force: true });
    }
  }
}

/**
 * Whether a part folder belongs to nobody any more: its process on this machine is dead, or it is of
 * another machine (a shared home, a container) and has not been touched for hours.
 * @param {string} name
 * @param {string} hostname
 * @param {(pid: number) => boolean} alive
 * @param {number} ageMs
 * @returns {boolean}
 */
export function isAbandoned(name, hostname, alive, ageMs) {
  const [, owner = '', pid = ''] = /\.part-(.*)-(\d+)$/.exec(name) ?? [];
  return owner === hostname ? !alive(Number(pid)) : ageMs > 6 * hour;
}
