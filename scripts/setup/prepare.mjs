import path from 'node:path';
import { buildApp } from './build.mjs';
import { hasDisplay } from './display.mjs';
import { installPackages } from './install.mjs';
import { launcherVariables, makeLauncher } from './launcher.mjs';
import { say } from './progress.mjs';
import { projectRoot } from './project-root.mjs';
import { provideRuntime } from './runtime.mjs';
import { withLock } from './set-up-lock.mjs';
import { provideSystemPackages } from './system-packages.mjs';

/**
 * @typedef {object} Wishes
 * @property {boolean} virtualDisplay wanted whatever display there is (otherwise only where there is none)
 * @property {boolean} [keyStore] whether a real key store is wanted
 * @property {boolean} [failingDisks] whether tests will make disks fail
 * @property {boolean} [otherPrograms] whether tests will open files in programs that are not ours
 * @property {boolean} [fakeDevices] whether tests will stand printers at the far end of real wires
 * @property {boolean} [screens] whether tests will plug a second screen in, and press real keys
 * @property {boolean} [pictures] whether pictures for the documentation will be made
 * @property {boolean} build whether the built app is needed
 * @property {boolean} recheck whether to ask, once a day, if Electron's own download can be had by now
 */

/**
 * @typedef {object} Prepared
 * @property {import('./launcher.mjs').Launcher} launcher
 * @property {import('./runtime.mjs').Runtime} runtime
 * @property {NodeJS.ProcessEnv} env for what is started next
 */

/**
 * Brings this copy of the project from wherever it is to where it can run: packages, Electron, system
 * libraries, build. What is done already is not done again, and a step that was cut off is done anew.
 * @param {Wishes} wishes
 * @returns {Promise<Prepared>}
 */
export async function prepare({
  virtualDisplay,
  keyStore = false,
  failingDisks = false,
  otherPrograms = false,
  fakeDevices = false,
  screens = false,
  pictures = false,
  build,
  recheck,
}) {
  const { launcher, runtime } = await withLock(path.join(projectRoot, 'out/.set-up-lock'), async (hold) => {
    await installPackages(projectRoot, hold);
    const found = await provideRuntime(projectRoot, { recheck });
    await provideSystemPackages(found.executable, {
      virtualDisplay: virtualDisplay || !hasDisplay(),
      keyStore,
      failingDisks,
      otherPrograms,
      fakeDevices,
      screens,
      pictures,
    });
    if (build) await buildApp(projectRoot);
    return { launcher: makeLauncher(found), runtime: found };
  });
  say(readyLine(launcher));
  return { launcher, runtime, env: { ...process.env, ...launcherVariables(launcher) } };
}

/**
 * The one line that every start prints.
 * @param {import('./launcher.mjs').Launcher} launcher
 * @returns {string}
 */
function readyLine({ version, source, sandboxed }) {
  const sandbox = sandboxed ? '' : '; WITHOUT the Chromium sandbox: this system refuses user namespaces';
  return `ready with Electron ${version} (from ${source})${sandbox}`;
}
