import fs from 'node:fs';
import path from 'node:path';
import { writableCacheFolder, writeWhole } from './cache-folder.mjs';
import { textHash } from './content-hash.mjs';
import { projectRoot } from './project-root.mjs';
import { provideRuntime } from './runtime.mjs';
import { asUser, sandboxing } from './sandbox.mjs';

/**
 * How to start Electron here. The path alone is enough, also for Playwright, which takes no wrapper:
 * `_electron.launch({ executablePath, args: ['.'], chromiumSandbox: sandboxed })`.
 * @typedef {object} Launcher
 * @property {string} executablePath Electron, or a small script that starts it in the right way
 * @property {boolean} sandboxed whether Chromium's sandbox is on
 * @property {string} version Electron's, for instance `45.4.1`
 * @property {string} source where it is from, in words
 */

/**
 * The launcher that the set-up of this run has made, or, where a test or a script was started by itself,
 * the one it would make. Everything must have been set up once; otherwise this fetches what is missing.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Launcher>}
 */
export async function electronLauncher(env = process.env) {
  return launcherFrom(env) ?? makeLauncher(await provideRuntime(projectRoot, { recheck: false }));
}

/**
 * Makes the launcher for a runtime.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @returns {Launcher}
 */
export function makeLauncher({ executable, version, source }) {
  const kind = sandboxing(executable);
  const script = startScript(executable, kind);
  const executablePath = script === undefined ? executable : placeScript(script);
  return { executablePath, sandboxed: kind !== 'none', version, source };
}

/**
 * The script that starts Electron, or undefined where it can be started as it is. It replaces itself by
 * Electron, so that the process id, signals and the exit code are Electron's.
 * @param {string} executable
 * @param {import('./sandbox.mjs').Sandboxing} kind
 * @returns {string | undefined}
 */
export function startScript(executable, kind) {
  if (kind === 'plain') return undefined;
  const words = kind === 'as-user' ? [...asUser, executable] : [executable, '--no-sandbox'];
  return `#!/bin/sh\nexec ${words.map(quoted).join(' ')} "$@"\n`;
}

/**
 * A word as a POSIX shell reads it unchanged.
 * @param {string} word
 * @returns {string}
 */
export function quoted(word) {
  return /^[\w./:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** @param {string} script */
function placeScript(script) {
  const name = textHash(script).slice(0, 12);
  const file = path.join(writableCacheFolder(), `start-electron-${name}.sh`);
  if (!fs.existsSync(file)) writeWhole(file, script, 0o755);
  return file;
}

/**
 * What the set-up hands to tests, the demo and benchmarks. The app itself reads none of these.
 * @param {Launcher} launcher
 * @returns {Record<string, string>}
 */
export function launcherVariables({ executablePath, sandboxed, version, source }) {
  return {
    LOKET_ELECTRON: executablePath,
    LOKET_ELECTRON_SANDBOXED: sandboxed ? 'yes' : 'no',
    LOKET_ELECTRON_VERSION: version,
    LOKET_ELECTRON_SOURCE: source,
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Launcher | undefined}
 */
export function launcherFrom(env) {
  const executablePath = env['LOKET_ELECTRON'];
  const version = env['LOKET_ELECTRON_VERSION'];
  if (!executablePath || !version) return undefined;
  return {
    executablePath,
    sandboxed: env['LOKET_ELECTRON_SANDBOXED'] === 'yes',
    version,
    source: env['LOKET_ELECTRON_SOURCE'] ?? '',
  };
}
