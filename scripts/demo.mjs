// `npm run demo`: sets up what is missing and makes a sale on the real app, with a biller of our own.
import { demo } from './demo-command.mjs';
import { runEntry } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';

await runEntry(async () => {
  const { env } = await prepare({ virtualDisplay: false, build: true, recheck: false });
  return demo(process.argv.slice(2), env);
});
