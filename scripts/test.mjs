// `npm test`: sets up what is missing, then every static check and every test. All of them run, whatever
// failed before; the last line counts them.
import fs from 'node:fs';
import path from 'node:path';
import { buildTestPackages, canTryPackages } from './dist/test-packages.mjs';
import { rememberTestsPassed } from './release/stamps.mjs';
import { buildApp } from './setup/build.mjs';
import { captureNpm } from './setup/command.mjs';
import { runEntry, showFault } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { duration, say } from './setup/progress.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { runVitest } from './setup/run-vitest.mjs';
import { providePackagingTools } from './setup/system-packages.mjs';
import { readTestRequest } from './setup/test-request.mjs';
import { addChecks, summaryLine } from './setup/test-summary.mjs';

/** @typedef {import('./setup/test-summary.mjs').Tally} Tally */

const staticChecks = ['typecheck', 'lint', 'format:check'];
const atRoot = { cwd: projectRoot };

await runEntry(async () => {
  const tally = await testAll(process.argv.slice(2));
  const isWhole = process.argv.length === 2;
  if (isWhole && tally.failed === 0) await rememberTestsPassed(projectRoot);
  if (tally.skipped > 0) process.stdout.write(`${tally.skipped} skipped\n`);
  process.stdout.write(`${summaryLine(tally)}\n`);
  return tally.failed === 0 ? 0 : 1;
});

/**
 * @param {readonly string[]} args
 * @returns {Promise<Tally>}
 */
async function testAll(args) {
  const request = readTestRequest(args, isProject);
  try {
    const { env, runtime } = await prepare({
      virtualDisplay: true,
      keyStore: true,
      failingDisks: true,
      otherPrograms: true,
      fakeDevices: true,
      screens: true,
      build: false,
      recheck: false,
    });
    /** @type {boolean[]} */
    const checks = [];
    // Side by side: none of them keeps all processors busy to its end.
    const wanted = request.wholeSuite ? staticChecks : [];
    checks.push(...(await Promise.all(wanted.map((name) => timed(name, () => passes(name))))));
    if (request.needsApp) checks.push(await timed('build', () => succeeds(() => buildApp(projectRoot))));
    // Here and not in a test: packing must know nothing of vitest.
    if (request.needsPackages && canTryPackages()) {
      checks.push(await timed('packages', () => succeeds(() => packForTest(runtime))));
    }
    const began = Date.now();
    // The sizes of the contract tables, where they were among what ran.
    const tally = await runVitest(
      ['--reporter=./test/contract/tally-reporter.ts', ...request.vitestArgs],
      env,
    );
    say(`vitest: ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${duration(Date.now() - began)}`);
    return addChecks(checks, tally);
  } catch (fault) {
    showFault(fault);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * Runs a check and shows what it said when it has ended, so that none talks into another's words.
 * @param {string} name of a script of package.json
 * @returns {Promise<boolean>}
 */
async function passes(name) {
  const { code, stdout, stderr } = await captureNpm(['run', '--silent', name], atRoot);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return code === 0;
}

/** @param {import('./setup/runtime.mjs').Runtime} runtime */
async function packForTest(runtime) {
  await providePackagingTools();
  await buildTestPackages(runtime);
}

/**
 * @param {() => Promise<void>} step
 * @returns {Promise<boolean>} whether it came to its end
 */
async function succeeds(step) {
  try {
    await step();
    return true;
  } catch (fault) {
    showFault(fault);
    return false;
  }
}

/**
 * @param {string} name
 * @param {() => Promise<boolean>} step
 * @returns {Promise<boolean>} whether it passed
 */
async function timed(name, step) {
  const began = Date.now();
  const passed = await step();
  say(`${name}: ${passed ? 'passed' : 'FAILED'} in ${duration(Date.now() - began)}`);
  return passed;
}

/** A project has a folder of its own name. @param {string} word */
function isProject(word) {
  return /^[\w-]+$/.test(word) && fs.existsSync(path.join(projectRoot, 'test', word));
}
