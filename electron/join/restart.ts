import { app } from 'electron';
import { appImageOf } from '../updates/installed-by.ts';
import { forgetLook, lookFileIn } from '../window/look-file.ts';
import { surroundings } from './surroundings.ts';

/** Ends the program and begins it anew; with a provisioning file to be set up by, where one is given. */
export function restart(provision?: string): void {
  // The stick with the provisioning file of this run may be gone by then.
  const others = process.argv.slice(1).filter((arg) => !/^(--?|\/)provision\b/.test(arg));
  const args = provision === undefined ? others : [`--provision=${provision}`, ...others];
  // What an AppImage holds is mounted for as long as it runs: begun anew is the image itself.
  const execPath = appImageOf(surroundings());
  try {
    // Whatever it is begun anew for, it may look otherwise afterwards.
    forgetLook(lookFileIn(app.getPath('userData')));
  } catch {
    // It looks as it did for a moment, then.
  }
  app.relaunch(execPath === undefined ? { args } : { args, execPath });
  app.quit();
}
