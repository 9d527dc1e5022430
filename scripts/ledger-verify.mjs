// `npm run ledger:verify -- [FILE | --data-folder DIR]`: installs the packages if they are missing and follows ledgers
// from their first event. Needs neither Electron nor a display.
import path from 'node:path';
import { run } from './setup/command.mjs';
import { runEntry } from './setup/entry.mjs';
import { installPackages } from './setup/install.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { withLock } from './setup/set-up-lock.mjs';

await runEntry(async () => {
  await withLock(path.join(projectRoot, 'out/.set-up-lock'), (hold) => installPackages(projectRoot, hold));
  const words = ['--import', 'tsx', 'scripts/ledger-verify.ts', ...process.argv.slice(2)];
  return run(process.execPath, words, { cwd: projectRoot });
});
