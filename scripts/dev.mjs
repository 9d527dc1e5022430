// `npm run dev`: sets up what is missing and runs the app with live reload (dev-loop.ts does the work).
import { forgetBuild } from './setup/build.mjs';
import { runEntry } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { runScript } from './setup/run-script.mjs';

await runEntry(async () => {
  const { env } = await prepare({ virtualDisplay: false, build: false, recheck: true });
  // The watch builds write into out/ as well, in development mode.
  forgetBuild(projectRoot);
  return runScript('scripts/dev-loop.ts', process.argv.slice(2), env);
});
