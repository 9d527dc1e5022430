import fs from 'node:fs';
import path from 'node:path';

/** What a runtime has for whoever develops with it, and no installed program needs. */
const forDevelopers = ['resources/default_app.asar', 'loket-default-app', 'version'];

/**
 * electron-builder's hook: the runtime lies where the program will be. One that was downloaded it cleans by itself; one that
 * was copied from a folder it leaves as it was.
 * @param {{ readonly appOutDir: string }} context
 */
export function afterExtract({ appOutDir }) {
  for (const name of forDevelopers) fs.rmSync(path.join(appOutDir, name), { force: true });
}
