// `npm run screens`: sets up what is missing and makes the pictures of docs/screens anew, with their page, on the tour
// that the tests walk. All tours are walked, whatever went wrong on one before.
import fs from 'node:fs';
import path from 'node:path';
import { runEntry } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { runVitest } from './setup/run-vitest.mjs';

await runEntry(async () => {
  const { env } = await prepare({
    virtualDisplay: true,
    keyStore: true,
    failingDisks: true,
    fakeDevices: true,
    screens: true,
    pictures: true,
    build: true,
    recheck: false,
  });
  const folder = path.join(projectRoot, 'docs/screens');
  // What no tour shows any more must not stay behind.
  fs.rmSync(folder, { recursive: true, force: true });
  const { failed } = await runVitest(
    ['--project', 'electron', 'test/electron/tour.test.ts', ...process.argv.slice(2)],
    { ...env, LOKET_SCREENS: folder },
  );
  return failed === 0 ? 0 : 1;
});
