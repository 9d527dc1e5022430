import fs from 'node:fs';
import path from 'node:path';
import { writableCacheFolder } from './cache-folder.mjs';
import { putDefaultApp } from './default-app.mjs';
import { downloadFault, electronDownloadUrl, readRefusal, rememberRefusal } from './download-check.mjs';
import { downloadOwn, executableName, ownExecutable, ownVersion } from './own-runtime.mjs';
import { say } from './progress.mjs';
import {
  makeRegistryRuntime,
  registryRuntime,
  registryRuntimeFolder,
  registryRuntimePossible,
  registryRuntimeReady,
} from './registry-runtime.mjs';
import { afterAsking, chooseRuntime } from './runtime-choice.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * An Electron that is there.
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} version for instance `45.4.1`
 * @property {string} source where it is from, in words
 */

/**
 * Finds an Electron, and fetches one where there is none.
 * @param {string} root
 * @param {{ recheck: boolean }} options `recheck`: ask once a day whether Electron's own can be had by now
 * @returns {Promise<Runtime>}
 * @throws {SetupError} where none can be had
 */
export async function provideRuntime(root, { recheck }) {
  const { env, platform, arch } = process;
  const cache = writableCacheFolder(env);
  const url = electronDownloadUrl(ownVersion(root), env, platform, arch);
  const registryPossible = registryRuntimePossible(platform, arch);
  const choice = chooseRuntime({
    overridden: Boolean(env['ELECTRON_OVERRIDE_DIST_PATH']),
    ownReady: ownExecutable(root) !== undefined,
    registryPossible,
    registryReady: registryRuntimeReady(cache),
    refusal: readRefusal(cache),
    url,
    recheck,
    now: Date.now(),
  });
  if (choice !== 'ask') return take(choice, root, cache);
  const fault = await download(root, url);
  if (fault !== undefined) rememberRefusal(cache, { url, reason: fault, at: Date.now() });
  const next = afterAsking(fault === undefined, { registryPossible });
  if (next === 'none') {
    throw new SetupError(
      `Electron could not be downloaded from ${url}: ${fault}.\n` +
        'Make that address reachable, set ELECTRON_MIRROR to a mirror, or set ELECTRON_OVERRIDE_DIST_PATH to the\n' +
        `folder of an unpacked Electron. (Only Linux x64 has another source; this is ${platform} ${arch}.)`,
    );
  }
  if (next === 'registry' && !registryRuntimeReady(cache)) await makeRegistryRuntime(cache);
  return take(next, root, cache);
}

/**
 * @param {string} root
 * @param {string} url
 * @returns {Promise<string | undefined>} why it did not work, or undefined
 */
async function download(root, url) {
  say(`looking for Electron ${ownVersion(root)} at ${url} …`);
  const unreachable = await downloadFault(url);
  if (unreachable !== undefined) {
    say(`Electron's own download cannot be reached: ${unreachable}`);
    return unreachable;
  }
  say(`downloading Electron ${ownVersion(root)} …`);
  if (await downloadOwn(root)) return undefined;
  say('the download failed');
  return 'the download failed';
}

/**
 * @param {'override' | 'own' | 'registry'} choice
 * @param {string} root
 * @param {string} cache
 * @returns {Promise<Runtime>}
 */
async function take(choice, root, cache) {
  if (choice === 'override') return overriddenRuntime(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '');
  if (choice === 'own') {
    return { executable: ownExecutable(root) ?? '', version: ownVersion(root), source: 'its own download' };
  }
  const dist = registryRuntimeFolder(cache);
  await putDefaultApp(dist);
  return {
    executable: path.join(dist, 'electron'),
    version: registryRuntime.version,
    source: `the npm registry, ${registryRuntime.package}`,
  };
}

/**
 * The runtime which someone names by hand.
 * @param {string} folder value of ELECTRON_OVERRIDE_DIST_PATH
 * @returns {Runtime}
 * @throws {SetupError} where it holds no Electron that can start a project folder
 */
function overriddenRuntime(folder) {
  const executable = path.resolve(folder, executableName(process.platform));
  if (!fs.statSync(executable, { throwIfNoEntry: false })?.isFile()) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${executable}.\n` +
        'Set it to the folder of an unpacked Electron, or unset it.',
    );
  }
  const hasDefaultApp =
    process.platform === 'darwin' || fs.existsSync(path.resolve(folder, 'resources/default_app.asar'));
  if (!hasDefaultApp) {
    throw new SetupError(
      `The Electron in ${folder} has no resources/default_app.asar: it can only run a packaged app.\n` +
        'Set ELECTRON_OVERRIDE_DIST_PATH to a complete Electron, or unset it.',
    );
  }
  const versionFile = path.resolve(folder, 'version');
  const version = fs.existsSync(versionFile)
    ? fs.readFileSync(versionFile, 'utf8').trim()
    : 'of unknown version';
  return { executable, version: version.replace(/^v/, ''), source: 'ELECTRON_OVERRIDE_DIST_PATH' };
}
