import { supportFault } from './electron-support.mjs';
import { changelogEntry, isLater, latestRelease } from './version.mjs';

/** @typedef {import('./electron-support.mjs').ElectronSupport} ElectronSupport */

/** For which systems there are installers, as `built.json` names them. */
const systems = ['linux', 'win'];

/**
 * All that is looked at before a release.
 * @typedef {object} ReleaseFacts
 * @property {string} version
 * @property {string} commit
 * @property {string[]} uncommitted what git says is not committed
 * @property {string[]} tags
 * @property {string} changelog
 * @property {string} homepage
 * @property {string} maintainer
 * @property {string} ownElectron the Electron it is to be released with
 * @property {ElectronSupport} support until when that one is mended by its makers
 * @property {string} today as yyyy-mm-dd
 * @property {string | undefined} testedCommit where all tests last passed
 * @property {{ version: string, commit: string, electron: Record<string, string>, takesUpdates: boolean } | undefined} built what lies in release/
 * @property {string[]} files names in release/
 * @property {string[]} unsignedPrograms of Windows; one that is not there has no signature either
 * @property {string | undefined} checksumsFault why the signature of the sums does not hold
 */

/**
 * One line of the checklist; without a fault it holds.
 * @typedef {{ what: string, fault?: string | undefined }} Item
 */

/**
 * The installers of a version, by their names (`artifactName` in electron-builder.yml).
 * @param {string} version
 * @returns {string[]}
 */
export function installersOf(version) {
  return [
    `loket_${version}_amd64.deb`,
    `loket-${version}-linux-x64.tar.gz`,
    `loket-${version}-linux-x86_64.AppImage`,
    `loket-${version}-win-x64-setup.exe`,
    `loket-${version}-win-x64-portable.exe`,
  ];
}

/**
 * The checklist of a release (docs/releasing.md).
 * @param {ReleaseFacts} facts
 * @returns {Item[]} in the order in which they are mended
 */
export function checklist(facts) {
  const { version, commit, built, files, uncommitted, unsignedPrograms, checksumsFault } = facts;
  const latest = latestRelease(facts.tags);
  const entry = changelogEntry(facts.changelog, version);
  const missing = installersOf(version).filter((name) => !files.includes(name));
  const carried = systems.map((system) => ({
    system,
    electron: built?.electron[system] ?? 'nobody knows which',
  }));
  const others = carried.filter(({ electron }) => electron !== facts.ownElectron);
  const signed = ['loket-update.json', 'loket-update.json.sig'];
  const unsigned = signed.filter((name) => !files.includes(name));
  return [
    item('everything is committed', uncommitted.length > 0 && `not committed: ${uncommitted.join(', ')}`),
    item(
      `${version} comes after the last release`,
      !isLater(version, latest ?? '0.0.0') && `${version} is not later than ${latest ?? '0.0.0'}`,
    ),
    item(`the changelog tells of ${version}, with its day`, changelogFault(entry)),
    item(
      'homepage and maintainer are real',
      [facts.homepage, facts.maintainer].some((each) => each.includes('.example')) &&
        `package.json and electron-builder.yml have placeholders: ${facts.homepage}, ${facts.maintainer}`,
    ),
    item(
      'all tests passed on this very commit',
      facts.testedCommit !== commit &&
        (facts.testedCommit
          ? `they passed on ${facts.testedCommit.slice(0, 12)}: run npm test`
          : 'run npm test with everything committed'),
    ),
    item(
      'release/ was built from this very commit',
      (built?.commit !== commit || built.version !== version) && 'run npm run dist with everything committed',
    ),
    item('every installer is there', missing.length > 0 && `not built: ${missing.join(', ')}`),
    item(
      `they carry Electron ${facts.ownElectron}`,
      others.length > 0 &&
        `built with ${others.map(({ system, electron }) => `${electron} for ${system}`).join(', ')}`,
    ),
    item(`Electron ${facts.ownElectron} is mended by its makers`, supportFault(facts)),
    item(
      'they take updates',
      built?.takesUpdates !== true &&
        'built without LOKET_RELEASE_KEYS: the next version is installed by hand',
    ),
    item(
      'the programs for Windows are signed',
      unsignedPrograms.length > 0 && `without a signature: ${unsignedPrograms.join(', ')}`,
    ),
    item('the checksums are signed', checksumsFault),
    item(
      'the update is signed',
      unsigned.length > 0 && `run npm run release:sign: there is no ${unsigned.join(', ')}`,
    ),
  ];
}

/**
 * @param {string} what
 * @param {string | false | undefined} fault
 * @returns {Item}
 */
function item(what, fault) {
  return fault ? { what, fault } : { what };
}

/** @param {ReturnType<typeof changelogEntry>} entry */
function changelogFault(entry) {
  if (entry === undefined) return 'CHANGELOG.md has no entry for it';
  if (entry.lines === 0) return 'its entry says nothing';
  return !/^\d{4}-\d\d-\d\d$/.test(entry.date) && `its entry has no day, but: ${entry.date || 'nothing'}`;
}
