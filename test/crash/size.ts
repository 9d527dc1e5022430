import fs from 'node:fs';

const given = (name: string): number | undefined => {
  const value = Number(process.env[name] ?? '');
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
};

/** How large a crash test is: `usual` in a run of everything, more by `npm run test:crash -- --runs N`. */
export const runsOr = (usual: number): number => given('LOKET_CRASH_RUNS') ?? usual;

/** The same for tests that count commands instead: more by `--commands N`. */
export const commandsOr = (usual: number): number => given('LOKET_CRASH_COMMANDS') ?? usual;

/** Whether a counterexample is made as small as can be, which takes longer than to find it. */
export const isShrinking = process.env['LOKET_CRASH_SHRINKING'] !== 'off';

/** The same in every run, so that what fails has failed by a change; `--seed N` makes another. */
export const seed = given('LOKET_CRASH_SEED') ?? 20_261_127;

/** One line of JSON a test on the console, past the runner's own report. */
export const summarize = (summary: Readonly<Record<string, string | number | boolean>>): void =>
  void fs.writeSync(1, `${JSON.stringify(summary)}\n`);
