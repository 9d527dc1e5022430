import { app } from 'electron';

/** Ends the program and begins it anew. */
export function restart(): void {
  // The stick with the provisioning file may be gone by then.
  const args = process.argv.slice(1).filter((arg) => !/^(--?|\/)provision\b/.test(arg));
  app.relaunch({ args });
  app.quit();
}
