import fs from 'node:fs';
import path from 'node:path';
import { captureNpm } from './command.mjs';
import { contentHash, textHash } from './content-hash.mjs';
import { duration, say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

const stampName = '.loket-installed';

/**
 * Installs the packages with `npm ci` unless exactly these are installed already. The stamp lies inside
 * node_modules, which `npm ci` deletes first, and is written last: a half-finished install has none.
 * @param {string} root
 * @param {(pid: number) => void} [onStart] told npm's process id, for the lock: npm outlives a killed start
 */
export async function installPackages(root, onStart = () => {}) {
  const wanted = installHash(root);
  if (readStamp(root) === wanted) return;
  const began = Date.now();
  say('installing packages with npm ci …');
  const npm = await captureNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, onStart });
  if (npm.code !== 0) {
    throw new SetupError(
      `npm ci failed (exit code ${npm.code}):\n${npmReason(npm.stderr)}\n` +
        'The packages come from the npm registry: check the network and the registry that npm is set to, and start again.',
    );
  }
  markInstalled(root);
  say(`packages installed in ${duration(Date.now() - began)}`);
}

/** Says that what lies in node_modules is what the lock file asks for. @param {string} root */
function markInstalled(root) {
  fs.writeFileSync(path.join(root, 'node_modules', stampName), installHash(root));
}

/** What `npm ci` reads of package.json; a new script or version number is no reason to install again. */
const installFields = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'allowScripts',
];

/** @param {string} root */
function installHash(root) {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const read = installFields.map((name) => manifest[name]);
  return `${contentHash(root, ['package-lock.json'])}-${textHash(JSON.stringify(read))}`;
}

/** @param {string} root */
function readStamp(root) {
  try {
    return fs.readFileSync(path.join(root, 'node_modules', stampName), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * npm's own words for why it failed, without its warnings, stacks and the name of its log.
 * @param {string} stderr
 * @returns {string}
 */
export function npmReason(stderr) {
  const errors = stderr
    .split('\n')
    .filter((line) => /^npm error [^\s}]/.test(line) && !line.includes('complete log of this run'));
  return errors.length > 0 ? errors.slice(0, 12).join('\n') : tail(stderr);
}

/**
 * The end of a program's output, where its reason stands.
 * @param {string} output
 * @param {number} [lines]
 * @returns {string}
 */
export function tail(output, lines = 25) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
