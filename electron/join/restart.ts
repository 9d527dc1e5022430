import { app } from 'electron';

/** Ends the program and begins it anew; with a provisioning file to be set up by, where one is given. */
export function restart(provision?: string): void {
  // The stick with the provisioning file of this run may be gone by then.
  const others = process.argv.slice(1).filter((arg) => !/^(--?|\/)provision\b/.test(arg));
  app.relaunch({ args: provision === undefined ? others : [`--provision=${provision}`, ...others] });
  app.quit();
}
