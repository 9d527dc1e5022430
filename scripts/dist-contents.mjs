// `npm run dist:contents`: lists every file of the programs in release/, largest first, and fails on what should not be there.
// Another packed program can be named instead.
import fs from 'node:fs';
import path from 'node:path';
import { programFaults } from './dist/pack.mjs';
import { contentsReport } from './dist/report.mjs';
import { runEntry } from './setup/entry.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { SetupError } from './setup/setup-error.mjs';

await runEntry(async () => {
  const folders = process.argv.length > 2 ? process.argv.slice(2) : packedFolders();
  if (folders.length === 0) throw new SetupError('There is nothing in release/: run `npm run dist` first.');
  let worst = 0;
  for (const folder of folders) {
    process.stdout.write(`${folder}\n${contentsReport(folder, { everyFile: true })}\n`);
    const faults = await programFaults(folder, path.basename(folder).startsWith('win') ? 'win' : 'linux');
    for (const fault of faults) process.stderr.write(`loket: ${fault}\n`);
    if (faults.length > 0) worst = 1;
  }
  return worst;
});

function packedFolders() {
  return ['linux-unpacked', 'win-unpacked']
    .map((name) => path.join(projectRoot, 'release', name))
    .filter((folder) => fs.existsSync(folder));
}
