/**
 * What is known before anything is fetched.
 * @typedef {object} Situation
 * @property {boolean} overridden ELECTRON_OVERRIDE_DIST_PATH is set
 * @property {boolean} ownReady the electron package has downloaded its binary
 * @property {boolean} registryPossible this machine can run the registry's runtime (Linux, x64)
 * @property {boolean} registryReady the registry's runtime lies in the cache
 * @property {string} url where the electron package would download from
 * @property {import('./download-check.mjs').Refusal | undefined} refusal
 * @property {boolean} recheck ask again when the last refusal is a day old
 * @property {number} now milliseconds since 1970
 */

const day = 24 * 60 * 60 * 1000;

/**
 * Which Electron to use; `ask` means: see whether its own download can be reached, then decide by
 * `afterAsking`. Electron's own is always preferred: the registry's is old and no longer maintained.
 * @param {Situation} situation
 * @returns {'override' | 'own' | 'registry' | 'ask'}
 */
export function chooseRuntime(situation) {
  if (situation.overridden) return 'override';
  if (situation.ownReady) return 'own';
  return situation.registryPossible && situation.registryReady && refusalHolds(situation)
    ? 'registry'
    : 'ask';
}

/**
 * @param {boolean} downloaded whether Electron's own download worked
 * @param {Pick<Situation, 'registryPossible'>} situation
 * @returns {'own' | 'registry' | 'none'}
 */
export function afterAsking(downloaded, { registryPossible }) {
  if (downloaded) return 'own';
  return registryPossible ? 'registry' : 'none';
}

/** @param {Situation} situation */
function refusalHolds({ refusal, url, recheck, now }) {
  if (!refusal || refusal.url !== url) return false;
  const age = now - refusal.at;
  // A clock that was wrong then or is wrong now must not make a refusal last for ever.
  return !recheck || (age >= 0 && age < day);
}
