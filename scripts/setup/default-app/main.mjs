// What `electron PATH` does in a runtime which, unlike Electron's own download, has no default app: start
// the project folder named on the command line. It reads the same arguments as Electron's own.
//
// It must be an ES module and wait for the project at its top level: Electron holds its ready event back
// until then, and the project's enableSandbox() and registerSchemesAsPrivileged() must come before that.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { app } from 'electron';

/**
 * @typedef {object} Wish
 * @property {string | undefined} project folder or file to start
 * @property {string[]} preloaded modules to load before it (`-r`; Playwright uses it)
 * @property {boolean} version only print Electron's version
 */

/**
 * Everything before the project's path is for Electron; everything after it is for the project.
 * @param {readonly string[]} args
 * @returns {Wish}
 */
function readArguments(args) {
  /** @type {string[]} */
  const preloaded = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '-v' || argument === '--version')
      return { project: undefined, preloaded, version: true };
    if (argument.startsWith('--app=')) return { project: argument.slice(6), preloaded, version: false };
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloaded.push(args[index] ?? '');
    } else if (!argument.startsWith('-')) return { project: argument, preloaded, version: false };
  }
  return { project: undefined, preloaded, version: false };
}

/** Two setters which Electron has for its default app alone and leaves out of its types. */
const identity = /** @type {{ setVersion(version: string): void, setAppPath(folder: string): void }} */ (
  /** @type {unknown} */ (app)
);

/**
 * Gives the app the name and version of its package.json, as a packaged app has them.
 * @param {string} folder
 * @returns {boolean} whether there is a package.json
 */
function takeIdentity(folder) {
  const file = path.join(folder, 'package.json');
  if (!fs.existsSync(file)) return false;
  const { name, productName, version, desktopName } = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (version) identity.setVersion(version);
  app.name = productName || name || app.name;
  app.setDesktopName(desktopName || `${app.name}.desktop`);
  return true;
}

/** Resolves names as the folder we were started in does. */
const require = createRequire(path.join(process.cwd(), 'package.json'));

const wish = readArguments(process.argv.slice(1));
if (wish.version) {
  process.stdout.write(`v${process.versions['electron']}\n`);
  process.exit(0);
}
if (wish.project === undefined) {
  process.stderr.write('usage: electron [-r MODULE] PATH [ARGUMENTS]\n');
  process.exit(1);
}
try {
  for (const name of wish.preloaded) require(name);
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const named = wish.project.startsWith('file:') ? fileURLToPath(wish.project) : wish.project;
  const folder = path.resolve(named);
  const hasIdentity = takeIdentity(folder);
  const entry = require.resolve(folder);
  identity.setAppPath(hasIdentity ? folder : path.dirname(entry));
  await import(pathToFileURL(entry).href);
} catch (fault) {
  process.stderr.write(
    `The app failed while it was loaded.\n${fault instanceof Error ? fault.stack : String(fault)}\n`,
  );
  process.exit(1);
}
