// `npm run bench -- NAME`: sets up what is missing and runs one benchmark of test/bench.
import fs from 'node:fs';
import path from 'node:path';
import { run } from './setup/command.mjs';
import { runEntry } from './setup/entry.mjs';
import { commandExists } from './setup/find-command.mjs';
import { installPackages } from './setup/install.mjs';
import { prepare } from './setup/prepare.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { runScript } from './setup/run-script.mjs';
import { withLock } from './setup/set-up-lock.mjs';
import { SetupError } from './setup/setup-error.mjs';

/** Benchmarks of code alone: they need neither Electron nor a display, but one core to themselves. */
const ofCode = new Set(['kolektif', 'receipt']);

await runEntry(async () => {
  const [name = '', ...rest] = process.argv.slice(2);
  const names = benchmarks();
  if (!names.includes(name)) {
    throw new SetupError(`usage: npm run bench -- NAME\nBenchmarks: ${names.join(', ') || 'none yet'}`);
  }
  const file = `test/bench/${name}.ts`;
  if (ofCode.has(name)) {
    await installAll([projectRoot, ...peersOf(name)]);
    return runOnOneCore(process.execPath, ['--import', 'tsx', file, ...rest]);
  }
  const { env } = await prepare({ virtualDisplay: false, keyStore: true, build: true, recheck: false });
  return runScript(file, rest, env);
});

/** @returns {string[]} names, sorted */
function benchmarks() {
  const folder = path.join(projectRoot, 'test/bench');
  const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return files.flatMap((file) => (file.endsWith('.ts') ? [path.basename(file, '.ts')] : [])).sort();
}

/**
 * The packages that a benchmark compares with, which the program itself never has: a folder with a lock of its own.
 * @param {string} name
 * @returns {string[]}
 */
function peersOf(name) {
  const folder = path.join(projectRoot, 'test/bench', name, 'peers');
  return fs.existsSync(folder) ? [folder] : [];
}

/** @param {readonly string[]} folders */
async function installAll(folders) {
  await withLock(path.join(projectRoot, 'out/.set-up-lock'), async (hold) => {
    for (const folder of folders) await installPackages(folder, hold);
  });
}

/**
 * Runs a command on the last core that we may use; on any, where the system has no `taskset`.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
function runOnOneCore(command, args) {
  const core = commandExists('taskset') ? lastCore() : undefined;
  const words = core === undefined ? [command, ...args] : ['taskset', '-c', core, command, ...args];
  const [first = command, ...others] = words;
  return run(first, others, { cwd: projectRoot });
}

/** @returns {string | undefined} its number, from a list such as `0-3,8` */
function lastCore() {
  const status = '/proc/self/status';
  const text = fs.existsSync(status) ? fs.readFileSync(status, 'utf8') : '';
  return /^Cpus_allowed_list:.*?(\d+)$/m.exec(text)?.[1];
}
