import fs from 'node:fs';
import path from 'node:path';

/** A main that does not come to its own code until it is let: as on a slow computer, and for as long as a test wants. */
export interface HeldMain {
  /** What the program is started with. */
  readonly args: readonly string[];
  /** Lets it go on. */
  readonly release: () => void;
}

/**
 * In `folder`, which is the test's own. Electron's `-r` loads a file before the program, in development only.
 *
 * @param inPage runs in the counter's page before its own scripts do.
 */
export function holdMain(folder: string, inPage = ''): HeldMain {
  const hook = path.join(folder, 'hold-main.cjs');
  const released = path.join(folder, 'main-is-released');
  fs.rmSync(released, { force: true });
  fs.writeFileSync(
    hook,
    `const { Module } = require('node:module');
     const { existsSync } = require('node:fs');
     const load = Module._load;
     const letGo = () => new Promise((resolve) => {
       const look = setInterval(() => {
         if (!existsSync(${JSON.stringify(released)})) return;
         clearInterval(look);
         resolve();
       }, 10);
     });
     Module._load = (request, ...others) =>
       request.endsWith('build-program.cjs')
         ? letGo().then(() => load(request, ...others))
         : load(request, ...others);
     require('electron').app.on('web-contents-created', (_event, contents) =>
       contents.once('did-navigate', () => void contents.mainFrame.executeJavaScript(${JSON.stringify(inPage)})));`,
  );
  return { args: ['-r', hook], release: () => fs.writeFileSync(released, '') };
}
