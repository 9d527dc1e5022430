import fs from 'node:fs';
import path from 'node:path';
import { capture } from './command.mjs';
import { contentHash } from './content-hash.mjs';
import { tail } from './install.mjs';
import { duration, say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

/** All that decides what the build makes. */
const sources = [
  'shared',
  'electron',
  'renderer',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** What the build makes, relative to the project's folder. */
const products = [
  'out/main',
  'out/ledger-worker',
  'out/query-worker',
  'out/tables-worker',
  'out/archive-worker',
  'out/preload',
  'out/customer-preload',
  'out/renderer',
];
const proofs = [
  'out/main/main.cjs',
  'out/ledger-worker/ledger-worker.cjs',
  'out/query-worker/query-worker.cjs',
  'out/tables-worker/tables-worker.cjs',
  'out/archive-worker/archive-worker.cjs',
  'out/preload/preload.cjs',
  'out/customer-preload/customer-preload.cjs',
  'out/renderer/index.html',
];

/**
 * Builds the app unless it was built from exactly these sources. A build that fails leaves nothing
 * behind, so that nobody tries or tests the one before it unawares.
 * @param {string} root
 * @throws {SetupError} with the compiler's words
 */
export async function buildApp(root) {
  const wanted = contentHash(root, sources) + releaseKeys();
  if (readStamp(root) === wanted && proofs.every((file) => fs.existsSync(path.join(root, file)))) return;
  const began = Date.now();
  forgetBuild(root);
  say('building the app …');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const { code, stdout, stderr } = await capture(process.execPath, [vite, 'build', '--app'], { cwd: root });
  if (code !== 0) {
    for (const folder of products) fs.rmSync(path.join(root, folder), { recursive: true, force: true });
    throw new SetupError(`The app could not be built:\n${tail(`${stdout}\n${stderr}`, 40)}`);
  }
  fs.writeFileSync(stampFile(root), wanted);
  say(`app built in ${duration(Date.now() - began)}`);
}

/** Makes the next start build again: what lies in out/ is no longer this build. @param {string} root */
export function forgetBuild(root) {
  fs.rmSync(stampFile(root), { force: true });
}

/** @param {string} root */
function readStamp(root) {
  try {
    return fs.readFileSync(stampFile(root), 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} root */
function stampFile(root) {
  return path.join(root, 'out/.built-from');
}

/** The keys that a build is given are a part of what it was built from. */
function releaseKeys() {
  const file = process.env['LOKET_RELEASE_KEYS'] ?? '';
  return file === '' ? '' : ` ${fs.readFileSync(file, 'utf8')}`;
}
