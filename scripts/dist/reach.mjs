import { reasonOf } from '../setup/setup-error.mjs';

const deadlineMs = 5_000;

/** Where electron-builder fetches its tools from, and one of them: what makes an AppImage. */
const tools = 'https://github.com/electron-userland/electron-builder-binaries/releases/download/';
const aTool = 'appimage@1.0.3/appimage-tools-runtime-20251108.tar.gz';

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function toolsUrl(env) {
  const mirror =
    env['ELECTRON_BUILDER_BINARIES_MIRROR'] || env['npm_config_electron_builder_binaries_mirror'] || tools;
  return `${mirror}${aTool}`;
}

/**
 * Whether a file could be downloaded. electron-builder itself would try for the better part of a minute.
 * @param {string} url
 * @param {number} [deadline] milliseconds
 * @returns {Promise<string | undefined>} why not, or undefined where it can
 */
export async function reachFault(url, deadline = deadlineMs) {
  try {
    const reply = await fetch(url, {
      method: 'HEAD',
      redirect: 'follow',
      signal: AbortSignal.timeout(deadline),
    });
    return reply.ok ? undefined : `${new URL(url).host} answered ${reply.status}`;
  } catch (fault) {
    const isLate = fault instanceof Error && fault.name === 'TimeoutError';
    return isLate
      ? `${new URL(url).host} did not answer within ${deadline / 1000} s`
      : `${new URL(url).host} cannot be reached (${reasonOf(fault)})`;
  }
}
