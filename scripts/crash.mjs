// `npm run test:crash -- [--runs N] [--commands N] [--seed N] [--only PART,PART …]`: sets up what is missing and runs
// the tests that kill the program, fail its disk and put its payments in every order, as large as is wanted. `--runs`
// counts kills, cuts and the like, `--commands` what the model goes through; a part is a folder of test/crash.
import fs from 'node:fs';
import path from 'node:path';
import { runEntry } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { runVitest } from './setup/run-vitest.mjs';
import { SetupError } from './setup/setup-error.mjs';
import { summaryLine } from './setup/test-summary.mjs';

/**
 * What `npm run test:crash -- …` asks for.
 * @typedef {object} CrashRequest
 * @property {string[]} only the parts that are wanted; empty: all
 * @property {Record<string, string>} sizes for the environment of the tests (`test/crash/size.ts`)
 */

/** @type {Readonly<Record<string, string>>} */
const variables = {
  '--runs': 'LOKET_CRASH_RUNS',
  '--commands': 'LOKET_CRASH_COMMANDS',
  '--seed': 'LOKET_CRASH_SEED',
};

await runEntry(async () => {
  const request = readRequest(process.argv.slice(2), allParts());
  const { env } = await prepare({
    virtualDisplay: true,
    failingDisks: true,
    build: false,
    recheck: false,
  });
  const parts = request.only.map((part) => `test/crash/${part}/`);
  const tally = await runVitest(['--project=crash', ...parts], { ...env, ...request.sizes });
  if (tally.skipped > 0) process.stdout.write(`${tally.skipped} skipped\n`);
  process.stdout.write(`${summaryLine(tally)}\n`);
  return tally.failed === 0 ? 0 : 1;
});

/** @returns {string[]} the folders of test/crash that have tests of their own */
function allParts() {
  const folder = path.join(projectRoot, 'test/crash');
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => fs.readdirSync(path.join(folder, name)).some((file) => file.endsWith('.test.ts')))
    .sort();
}

/**
 * @param {readonly string[]} args
 * @param {readonly string[]} parts the parts there are
 * @returns {CrashRequest}
 */
function readRequest(args, parts) {
  /** @type {CrashRequest} */
  const request = { only: [], sizes: {} };
  const words = args.flatMap((word) => (word.startsWith('--') ? word.split('=') : [word]));
  for (let index = 0; index < words.length; index += 2) {
    const option = words[index] ?? '';
    const value = words[index + 1] ?? '';
    const variable = variables[option];
    if (variable !== undefined && /^[1-9]\d{0,14}$/.test(value)) request.sizes[variable] = value;
    else if (option === '--only' && value.split(',').every((part) => parts.includes(part)))
      request.only.push(...value.split(','));
    else throw new SetupError(usage(parts));
  }
  return request;
}

/** @param {readonly string[]} parts */
function usage(parts) {
  return `usage: npm run test:crash -- [--runs N] [--commands N] [--seed N] [--only ${parts.join('|')}]`;
}
