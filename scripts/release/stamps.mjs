import fs from 'node:fs';
import path from 'node:path';
import { cleanCommit } from './git.mjs';

const testsPassed = 'out/.tests-passed';
const built = 'release/built.json';

/** Remembers that all tests passed on this commit; of a copy with changes nothing. @param {string} root */
export async function rememberTestsPassed(root) {
  const file = path.join(root, testsPassed);
  const commit = await cleanCommit(root);
  if (commit === undefined) fs.rmSync(file, { force: true });
  else fs.writeFileSync(file, commit);
}

/**
 * @param {string} root
 * @returns {string | undefined}
 */
export function testedCommit(root) {
  const file = path.join(root, testsPassed);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * Remembers what the installers in release/ were built of.
 * @param {string} root
 * @param {{ version: string, electron: Record<string, string>, takesUpdates: boolean }} build `electron`: its version for each system
 */
export async function rememberBuilt(root, build) {
  const commit = (await cleanCommit(root)) ?? 'with changes';
  fs.writeFileSync(path.join(root, built), `${JSON.stringify({ ...build, commit }, null, 2)}\n`);
}

/**
 * @param {string} root
 * @returns {import('./checklist.mjs').ReleaseFacts['built']}
 */
export function readBuilt(root) {
  const file = path.join(root, built);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
