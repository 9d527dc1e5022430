// `npm run test:day`: sets up what is missing and works a day at the counter; its last line is what the day came to.
import { runEntry } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { runScript } from './setup/run-script.mjs';

await runEntry(async () => {
  const { env } = await prepare({ virtualDisplay: true, keyStore: true, build: true, recheck: false });
  return runScript('test/day/day.ts', process.argv.slice(2), env);
});
