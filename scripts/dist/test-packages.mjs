import fs from 'node:fs';
import path from 'node:path';
import { contentHash, textHash } from '../setup/content-hash.mjs';
import { commandExists } from '../setup/find-command.mjs';
import { duration, say } from '../setup/progress.mjs';
import { projectRoot } from '../setup/project-root.mjs';
import { builderEnvironment } from './electron-builder.mjs';
import { pack } from './pack.mjs';

const folder = 'out/package-test';

/** Two versions, so that one can be upgraded to the other. By their names a program that a test left installed is known. */
const testVersions = ['test.1', 'test.2'];

/**
 * Whether packages can be built and tried here: only as root is anything installed.
 * @returns {boolean}
 */
export function canTryPackages() {
  return (
    process.platform === 'linux' &&
    process.arch === 'x64' &&
    process.getuid?.() === 0 &&
    commandExists('dpkg-deb') &&
    commandExists('apt-get')
  );
}

/**
 * The packages that the tests install, in the order of their versions.
 * @returns {string[]} files, whether or not they are there
 */
export function testPackages() {
  return testVersions.map((each) =>
    path.join(projectRoot, folder, each, `loket_${versionOf(each)}_amd64.deb`),
  );
}

/** @param {string} each */
function versionOf(each) {
  const { version } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  return `${version}-${each}`;
}

/**
 * Builds them by the way of `npm run dist`, only packed less tightly, unless they were built of exactly this. The app must have
 * been built.
 * @param {{ readonly executable: string, readonly version: string }} runtime
 */
export async function buildTestPackages({ executable, version: electronVersion }) {
  const stamp = path.join(projectRoot, folder, '.built-from');
  const wanted = contentHash(projectRoot, [
    'out/.built-from',
    'electron-builder.yml',
    'scripts/dist',
    'package.json',
    'package-lock.json',
  ]);
  const hash = textHash(`${wanted} ${electronVersion}`);
  const isDone = fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash;
  if (isDone && testPackages().every((file) => fs.existsSync(file))) return;
  const began = Date.now();
  say('packing two versions for the package test …');
  fs.rmSync(path.join(projectRoot, folder), { recursive: true, force: true });
  const env = builderEnvironment(process.env, { level: '1' });
  for (const each of testVersions) {
    await pack(
      { system: 'linux', runtime: 'at-hand', electronVersion, targets: ['deb'] },
      {
        output: path.join(folder, each),
        electronDist: path.dirname(executable),
        env,
        version: versionOf(each),
        debCompression: 'gz',
      },
    );
  }
  fs.writeFileSync(stamp, hash);
  say(`packed in ${duration(Date.now() - began)}`);
}
