import fs from 'node:fs';
import path from 'node:path';

/**
 * Until when a line of Electron is mended by its makers.
 * @typedef {object} ElectronSupport
 * @property {number} line the major version
 * @property {string} supportedUntil the last day, as yyyy-mm-dd
 */

/**
 * What `scripts/electron-support.json` says.
 * @param {string} root
 * @returns {ElectronSupport}
 */
export const readElectronSupport = (root) =>
  JSON.parse(fs.readFileSync(path.join(root, 'scripts/electron-support.json'), 'utf8'));

/**
 * Why the Electron that users get is not known to be mended on a day.
 * @param {object} facts
 * @param {string} facts.ownElectron
 * @param {ElectronSupport} facts.support
 * @param {string} facts.today as yyyy-mm-dd
 * @returns {string | undefined}
 */
export function supportFault({ ownElectron, support: { line, supportedUntil }, today }) {
  if (Number(ownElectron.split('.')[0]) !== line) {
    return `scripts/electron-support.json speaks of ${line}: look up the day of ${ownElectron}`;
  }
  return today > supportedUntil ? `only until ${supportedUntil}` : undefined;
}
