// `npm start`: sets up what is missing and opens Loket. Without a display it shows the demo instead.
import { demo } from './demo-command.mjs';
import { run } from './setup/command.mjs';
import { displaySwitches, hasDisplay } from './setup/display.mjs';
import { runEntry } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { say } from './setup/progress.mjs';
import { projectRoot } from './setup/project-root.mjs';

await runEntry(async () => {
  const prepared = await prepare({ virtualDisplay: false, build: true, recheck: true });
  if (!hasDisplay()) {
    say('there is no display to open the counter on: running the demo instead (npm run demo)');
    return demo([], prepared.env);
  }
  const args = ['.', ...displaySwitches(), ...process.argv.slice(2)];
  return run(prepared.launcher.executablePath, args, { cwd: projectRoot });
});
