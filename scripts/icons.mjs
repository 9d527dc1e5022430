// `npm run icons`: draws the program's icons anew from scripts/dist/resources/icon.svg, for Linux and for Windows.
import { runEntry } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { runScript } from './setup/run-script.mjs';

await runEntry(async () => {
  const { env } = await prepare({ virtualDisplay: false, build: false, recheck: false });
  return runScript('scripts/draw-icons.ts', [], env);
});
