import { app } from 'electron';
import { appImageOf } from '../updates/installed-by.ts';
import { surroundings } from './surroundings.ts';

/** Ends the program and begins it anew. */
export function restart(): void {
  // The stick with the provisioning file may be gone by then.
  const args = process.argv.slice(1).filter((arg) => !/^(--?|\/)provision\b/.test(arg));
  // What an AppImage holds is mounted for as long as it runs: begun anew is the image itself.
  const execPath = appImageOf(surroundings());
  app.relaunch(execPath === undefined ? { args } : { args, execPath });
  app.quit();
}
