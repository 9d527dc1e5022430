import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './progress.mjs';
import { codeOf, SetupError } from './setup-error.mjs';

/** Longer than the slowest install seen, shorter than anyone's patience. */
const patienceMs = 15 * 60_000;

/**
 * Does a piece of work that only one process may do in this copy of the project: two `npm ci` at once
 * would tear down each other's node_modules. A second one waits; the lock of a dead process is taken over,
 * once the helpers that a killed one has left running are gone too.
 * @template T
 * @param {string} file the lock; holds the process ids of its owner and of its helpers, a line each
 * @param {(hold: (pid: number) => void) => Promise<T>} work given a function that names a helper process
 * @param {() => void} [onWait] called once, when another has the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = sayWaiting) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const until = Date.now() + patienceMs;
  for (let told = false; !take(file); told = true) {
    if (!told) onWait();
    if (Date.now() > until) {
      throw new SetupError(`Another start has been setting up for too long. If none runs, delete ${file}.`);
    }
    await sleep(300);
  }
  const release = () => fs.rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work((pid) => fs.appendFileSync(file, `${pid}\n`));
  } finally {
    process.off('exit', release);
    release();
  }
}

function sayWaiting() {
  say('another start is setting this copy up; waiting for it');
}

/**
 * @param {string} file
 * @returns {boolean} whether the lock is ours now
 */
function take(file) {
  try {
    fs.writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault;
  }
  if (!isOrphan(file)) return false;
  fs.rmSync(file, { force: true });
  return take(file);
}

/**
 * @param {string} file
 * @returns {boolean} whether its holders are dead, or its owner died before it could write its name
 */
function isOrphan(file) {
  const holders = holdersOf(file);
  if (holders.length > 0) return !holders.some(isAlive);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > 5000;
}

/**
 * @param {string} file
 * @returns {number[]} none where it is gone, or just being written
 */
function holdersOf(file) {
  try {
    const pids = fs.readFileSync(file, 'utf8').split('\n').map(Number);
    return pids.filter((pid) => Number.isInteger(pid) && pid > 0);
  } catch {
    return [];
  }
}

/**
 * Whether a process of this machine runs. One that has ended and waits for its parent to notice, for ever
 * in a container without an init, does not.
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    return codeOf(fault) === 'EPERM';
  }
  return process.platform !== 'linux' || !/^State:\s+Z/m.test(statusOf(pid));
}

/** @param {number} pid */
function statusOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
