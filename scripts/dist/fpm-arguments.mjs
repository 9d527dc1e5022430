/**
 * What electron-builder asks of fpm, as far as it concerns a Debian package.
 * @typedef {object} DebOrder
 * @property {string} output the file to make
 * @property {string} name
 * @property {string} version
 * @property {string} architecture Debian's word, `amd64`
 * @property {string} maintainer
 * @property {string} homepage
 * @property {string} section
 * @property {string} priority
 * @property {string} description its first line is the synopsis
 * @property {string[]} depends
 * @property {string[]} recommends
 * @property {string} compression `xz`, `gzip`, `zstd`, `none`
 * @property {Partial<Record<'preinst' | 'postinst' | 'prerm' | 'postrm', string>>} scripts files
 * @property {{ source: string, target: string }[]} files what lies where; a source that ends with `/` is a folder
 */

/** Options of ours to fields of the order. */
const fields = {
  '--package': 'output',
  '--name': 'name',
  '--version': 'version',
  '--architecture': 'architecture',
  '--maintainer': 'maintainer',
  '--url': 'homepage',
  '--category': 'section',
  '--deb-priority': 'priority',
  '--description': 'description',
  '--deb-compression': 'compression',
};
const scripts = {
  '--before-install': 'preinst',
  '--after-install': 'postinst',
  '--before-remove': 'prerm',
  '--after-remove': 'postrm',
};
const lists = { '-d': 'depends', '--depends': 'depends', '--deb-recommends': 'recommends' };
/** They say nothing that a Debian package has a place for. */
const withoutMeaning = new Set(['-s', '--vendor', '--license', '--log']);
const flags = new Set(['--force', '--debug']);
const compressions = { gz: 'gzip', gzip: 'gzip', xz: 'xz', zst: 'zstd', zstd: 'zstd', none: 'none' };

/**
 * Reads fpm's arguments.
 * @param {readonly string[]} args
 * @returns {DebOrder}
 * @throws {Error} for an option whose meaning is not known: better no package than one without what was asked for
 */
export function readFpmArguments(args) {
  /** @type {Record<string, string>} */
  const given = { section: 'misc', priority: 'optional', compression: 'xz' };
  /** @type {Record<string, string[]>} */
  const listed = { depends: [], recommends: [] };
  /** @type {Record<string, string>} */
  const found = {};
  /** @type {DebOrder['files']} */
  const files = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    if (flags.has(word)) continue;
    if (!word.startsWith('-')) {
      files.push(fileOf(word));
      continue;
    }
    index += 1;
    const value = args[index];
    if (value === undefined) throw new Error(`fpm: ${word} has no value`);
    if (word === '-t') refuseUnless(value === 'deb', `only Debian packages are made here, not ${value}`);
    else if (word in fields) given[fields[/** @type {keyof typeof fields} */ (word)]] = value;
    else if (word in scripts) found[scripts[/** @type {keyof typeof scripts} */ (word)]] = value;
    else if (word in lists) listed[lists[/** @type {keyof typeof lists} */ (word)]]?.push(value);
    else refuseUnless(withoutMeaning.has(word), `the option ${word} is not known`);
  }
  for (const name of ['output', 'name', 'version', 'architecture', 'maintainer', 'description']) {
    refuseUnless(given[name] !== undefined, `nothing says the ${name}`);
  }
  const wanted = String(given['compression']);
  refuseUnless(wanted in compressions, `the compression ${wanted} is not known`);
  const compression = compressions[/** @type {keyof typeof compressions} */ (wanted)];
  return /** @type {DebOrder} */ (
    /** @type {unknown} */ ({ homepage: '', ...given, compression, ...listed, scripts: found, files })
  );
}

/**
 * @param {string} word `source=/target`
 * @returns {DebOrder['files'][number]}
 */
function fileOf(word) {
  const at = word.lastIndexOf('=/');
  refuseUnless(at > 0, `${word} does not say where it goes`);
  return { source: word.slice(0, at), target: word.slice(at + 1) };
}

/**
 * @param {boolean} condition
 * @param {string} fault
 */
function refuseUnless(condition, fault) {
  if (!condition) throw new Error(`fpm: ${fault}`);
}
