import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './command.mjs';
import { onVirtualDisplay } from './display.mjs';
import { duration, say } from './progress.mjs';
import { projectRoot } from './project-root.mjs';
import { tallyVitest, timeOfParts } from './test-summary.mjs';

/**
 * Runs vitest, which tells what it does on the console, and counts what came of it and how long each part took.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./test-summary.mjs').Tally>}
 */
export async function runVitest(args, env) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-test-'));
  const report = path.join(folder, 'report.json');
  const words = [
    path.join(projectRoot, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ];
  const { command, args: wrapped, options } = onVirtualDisplay(process.execPath, words, env);
  try {
    const exitCode = await run(command, wrapped, { ...options, cwd: projectRoot });
    const read = readReport(report);
    for (const { part, files, milliseconds } of timeOfParts(read))
      say(`${part}: ${files} files in ${duration(milliseconds)}`);
    return tallyVitest(read, exitCode);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
