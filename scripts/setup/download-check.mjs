import fs from 'node:fs';
import path from 'node:path';
import { writeWhole } from './cache-folder.mjs';
import { reasonOf } from './setup-error.mjs';

/**
 * That Electron's own download could not be had, so that not every start waits for the same refusal.
 * @typedef {object} Refusal
 * @property {string} url what was asked
 * @property {string} reason
 * @property {number} at milliseconds since 1970
 */

const releases = 'https://github.com/electron/electron/releases/download/';
const firstByteDeadlineMs = 15_000;

/**
 * Where the electron package downloads its binary from, mirrors included: the rules are those of
 * @electron/get 5 (its artifact-utils), which has no way to ask it without starting the download.
 * @param {string} version for instance `45.4.1`
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @param {string} arch
 * @returns {string}
 */
export function electronDownloadUrl(version, env, platform, arch) {
  const base = mirrorSetting('mirror', env) ?? releases;
  const folder = (mirrorSetting('customDir', env) ?? `v${version}`).replace('{{ version }}', version);
  const file = mirrorSetting('customFilename', env) ?? `electron-v${version}-${platform}-${arch}.zip`;
  return `${base}${folder}/${file}`;
}

/**
 * @param {string} name in camel case
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
function mirrorSetting(name, env) {
  const snake = name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  return (
    env[`npm_config_electron_${name.toLowerCase()}`] ||
    env[`NPM_CONFIG_ELECTRON_${snake.toUpperCase()}`] ||
    env[`npm_config_electron_${snake}`] ||
    env[`npm_package_config_electron_${name}`] ||
    env[`npm_package_config_electron_${snake}`] ||
    env[`ELECTRON_${snake.toUpperCase()}`] ||
    undefined
  );
}

/**
 * Whether a zip can be downloaded: asks for it, follows redirects, and hangs up at its first bytes.
 * @param {string} url
 * @param {number} [deadlineMs] until the first byte
 * @returns {Promise<string | undefined>} why not, or undefined where it can
 */
export async function downloadFault(url, deadlineMs = firstByteDeadlineMs) {
  const hangUp = new AbortController();
  const timer = setTimeout(() => hangUp.abort(), deadlineMs);
  try {
    const reply = await fetch(url, { redirect: 'follow', signal: hangUp.signal });
    if (!reply.ok) return `the server answered ${reply.status}`;
    // A login page of a captive network also answers 200.
    return (await firstBytes(reply, 2)) === 'PK' ? undefined : 'the answer is not a zip archive';
  } catch (fault) {
    return hangUp.signal.aborted ? `no answer within ${deadlineMs / 1000} s` : reasonOf(fault);
  } finally {
    clearTimeout(timer);
    hangUp.abort();
  }
}

/**
 * @param {Response} reply
 * @param {number} count
 */
async function firstBytes(reply, count) {
  let text = '';
  for await (const chunk of reply.body ?? []) {
    text += Buffer.from(chunk).toString('latin1');
    if (text.length >= count) break;
  }
  return text.slice(0, count);
}

/**
 * What was learnt last time, if anything.
 * @param {string} folder the cache folder
 * @returns {Refusal | undefined}
 */
export function readRefusal(folder) {
  try {
    const { url, reason, at } = JSON.parse(fs.readFileSync(refusalFile(folder), 'utf8'));
    return typeof url === 'string' && typeof at === 'number'
      ? { url, reason: String(reason), at }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder the cache folder
 * @param {Refusal} refusal
 */
export function rememberRefusal(folder, refusal) {
  writeWhole(refusalFile(folder), JSON.stringify(refusal));
}

/** @param {string} folder */
function refusalFile(folder) {
  return path.join(folder, 'electron-download-refused.json');
}
