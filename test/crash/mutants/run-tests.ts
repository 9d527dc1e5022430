import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { z } from '../../../shared/zod.ts';
import { workplace } from './workplace.ts';

/** A copy of the program and the files of its tests that are to run, relative to it. */
export interface Copy {
  readonly folder: string;
  readonly files: readonly string[];
}

/** How a file of tests went. */
export interface FileVerdict {
  readonly file: string;
  /** The names of the tests that failed, and what they said first. */
  readonly failed: readonly { readonly name: string; readonly because: string }[];
  /** It did not come as far as its tests: that shows nothing. */
  readonly isBroken: boolean;
  readonly seconds: number;
}

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(
        z.object({
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});
type Report = z.infer<typeof reportSchema>;

/** Small enough to be quick, large enough to catch what is planted: a fault is in nearly every sale. */
const sizes = { LOKET_CRASH_RUNS: '8', LOKET_CRASH_COMMANDS: '1500', LOKET_CRASH_SHRINKING: 'off' };

/**
 * Runs tests of many copies at once: to start a runner for each takes longer than most of the tests.
 *
 * @param place a folder for what is written on the way, with `node_modules` in it.
 */
export async function runTests(
  place: string,
  copies: readonly Copy[],
): Promise<readonly (readonly FileVerdict[])[]> {
  const config = path.join(place, 'vitest.config.mjs');
  const report = path.join(place, 'report.json');
  fs.writeFileSync(
    config,
    `export default ${JSON.stringify({ test: { projects: copies.map(projectOf) } })};\n`,
  );
  const vitest = path.join(place, 'node_modules/vitest/vitest.mjs');
  const output = await run(place, [vitest, 'run', '--reporter=json', `--outputFile.json=${report}`]);
  if (!fs.existsSync(report)) throw new Error(`vitest made no report:\n${output}`);
  const { testResults } = reportSchema.parse(JSON.parse(fs.readFileSync(report, 'utf8')));
  return copies.map(({ folder, files }) => files.map((file) => verdictOf(file, folder, testResults)));
}

const projectOf = ({ folder, files }: Copy) => ({
  root: folder,
  cacheDir: path.join(folder, '.vite'),
  test: {
    name: path.basename(folder),
    include: files,
    // A fault may keep somebody waiting for ever; only the crash tests themselves take long.
    testTimeout: files.some((file) => file.startsWith('test/crash/')) ? 300_000 : 20_000,
    hookTimeout: 60_000,
  },
});

function verdictOf(file: string, folder: string, results: Report['testResults']): FileVerdict {
  const found = results.find(({ name }) => name === path.join(folder, file));
  const tests = found?.assertionResults ?? [];
  const failed = tests
    .filter(({ status }) => status === 'failed')
    .map(({ title, failureMessages }) => ({ name: title, because: firstReason(failureMessages ?? []) }));
  const ran = tests.filter(({ status }) => status === 'passed' || status === 'failed');
  const seconds = found === undefined ? 0 : (found.endTime - found.startTime) / 1000;
  return { file, failed, isBroken: ran.length === 0, seconds };
}

/** A property names what was broken behind its counterexample. */
function firstReason(messages: readonly string[]): string {
  const text = messages.join('\n');
  return /Got \w+: (.+)/.exec(text)?.[1] ?? text.split('\n', 1)[0] ?? '';
}

function run(cwd: string, args: readonly string[]): Promise<string> {
  // Whatever runs inside of vitest tells its children so.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|LOKET_|TEST$|NODE_OPTIONS)/.test(name)),
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd, env: { ...env, ...sizes, TMPDIR: workplace() } });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}
