// `npm run test:mutants [-- WORD …]`: sets up what is missing, plants faults in a copy of the program, one at a time,
// and shows which tests see them. A word chooses those that have it in their name.
import { run } from './setup/command.mjs';
import { runEntry } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { projectRoot } from './setup/project-root.mjs';

await runEntry(async () => {
  const { env } = await prepare({ virtualDisplay: false, keyStore: false, build: false, recheck: false });
  const words = ['--import', 'tsx', 'test/crash/mutants/run-mutants.ts', ...process.argv.slice(2)];
  return run(process.execPath, words, { cwd: projectRoot, env });
});
