import fs from 'node:fs';
import path from 'node:path';

/**
 * A package whose code or files lie in what the build makes.
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} identifier its licence's, by SPDX
 * @property {string} [text] of its licence; not where its package brings none
 */

/** Their files are taken and none of their code, so the bundler does not name them. */
const withoutCode = ['@fontsource-variable/plus-jakarta-sans'];

/**
 * What the bundler put into the build, by its own list beside each part, and what it took as files.
 * @param {string} root
 * @returns {BundledPackage[]} by name, nothing twice
 */
export function bundledPackages(root) {
  const out = path.join(root, 'out');
  const lists = fs
    .readdirSync(out)
    .map((part) => path.join(out, part, 'licenses.json'))
    .filter((file) => fs.existsSync(file));
  /** @type {BundledPackage[]} */
  const named = lists.flatMap((file) => JSON.parse(fs.readFileSync(file, 'utf8')));
  const all = [...named, ...withoutCode.map((name) => ofPackage(root, name))];
  const once = new Map(all.map((each) => [`${each.name}@${each.version}`, each]));
  return [...once.keys()].sort().flatMap((key) => once.get(key) ?? []);
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {BundledPackage}
 */
function ofPackage(root, name) {
  const folder = path.join(root, 'node_modules', name);
  const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return {
    name,
    version,
    identifier: String(license),
    text: fs.readFileSync(path.join(folder, 'LICENSE'), 'utf8'),
  };
}

/**
 * The words under which all that is bundled may be passed on. What lies in node_modules brings its own.
 * @param {readonly BundledPackage[]} packages
 * @returns {string}
 */
export function licencesText(packages) {
  return packages
    .map(({ name, version, identifier, text = '' }) =>
      `${name} ${version} (${identifier})\n\n${text.trim()}`.trim(),
    )
    .join(`\n\n${'-'.repeat(72)}\n\n`)
    .concat('\n');
}

/**
 * Writes it where electron-builder.yml takes it from.
 * @param {string} root
 */
export function writeLicences(root) {
  fs.writeFileSync(path.join(root, 'out/third-party-licenses.txt'), licencesText(bundledPackages(root)));
}
