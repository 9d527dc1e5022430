import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../setup/project-root.mjs';

/**
 * A file of a packed program.
 * @typedef {object} PackedFile
 * @property {string} name with `/`; what lies in the archive stands as if it were a folder of that name
 * @property {number} bytes
 */

/** The runtime's own, on Linux and Windows: beside the program there is nothing of ours. */
const runtime = [
  /^(loket|Loket\.exe|chrome-sandbox|chrome_crashpad_handler)$/,
  /^LICENSE(\.electron\.txt|S\.chromium\.html)$/,
  /^(chrome_100_percent|chrome_200_percent|resources)\.pak$/,
  /^(snapshot_blob|v8_context_snapshot)\.bin$/,
  /^(icudtl\.dat|vk_swiftshader_icd\.json)$/,
  /^(libEGL|libGLESv2|libffmpeg|libvk_swiftshader)\.so$/,
  /^libvulkan\.so\.1$/,
  /^(libEGL|libGLESv2|ffmpeg|vk_swiftshader|vulkan-1|d3dcompiler_47|dxcompiler|dxil)\.dll$/,
  /^locales\/(id|en-US)\.pak$/,
];

/** What lies beside the archive: the others' licences, and what electron-builder puts there. */
const besideArchive = [/^LICENSES\.third-party\.txt$/, /^apparmor-profile$/, /^elevate\.exe$/];

/** What the build makes (vite.config.ts). */
const built = [
  /^out\/([\w-]+)\/\1\.cjs$/,
  // Main's pieces, and the keys of the updates that this build takes.
  /^out\/main\/[\w-]+\.cjs$/,
  /^out\/main\/release-keys\.json$/,
  /^out\/renderer\/\w+\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png)$/,
];

/** What of a package in node_modules is ever loaded, and the words under which it may be passed on. */
const ofPackage = [
  /^package\.json$/,
  /^licen[cs]e(\.(md|txt))?$/i,
  /^usb\.js$/,
  /^(index|node-gyp-build)\.js$/,
  /^(dist|src)\/[\w./-]+\.c?js$/,
];

/**
 * Everything in a packed program: the folder's files, and in place of the archive what is in it.
 * @param {string} folder
 * @returns {PackedFile[]}
 */
export function packedFiles(folder) {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.flatMap((given) => {
    const stat = fs.lstatSync(path.join(folder, given));
    const name = given.split(path.sep).join('/');
    if (stat.isDirectory()) return [];
    if (name !== 'resources/app.asar') return [{ name, bytes: stat.size }];
    return filesInArchive(path.join(folder, given)).map((file) => ({
      ...file,
      name: `${name}/${file.name}`,
    }));
  });
}

/**
 * @param {string} archive
 * @returns {PackedFile[]} without those that lie beside it
 */
function filesInArchive(archive) {
  // After the install only: before it there is no node_modules.
  const asar = /** @type {typeof import('@electron/asar')} */ (
    createRequire(import.meta.url)('@electron/asar')
  );
  return asar.listPackage(archive, { isPack: false }).flatMap((given) => {
    const name = given.slice(1);
    const entry = asar.statFile(archive, name, false);
    if (!('size' in entry) || entry.unpacked) return [];
    return [{ name: name.split(path.sep).join('/'), bytes: entry.size }];
  });
}

/**
 * What is in a package and is on no list of what may be.
 * @param {readonly PackedFile[]} files
 * @param {ReadonlySet<string>} packages names of all that may come from node_modules
 * @param {string} target for instance `linux-x64`, as the folders of native code are named
 * @returns {string[]}
 */
export function foreignFiles(files, packages, target) {
  return files.map(({ name }) => name).filter((name) => !mayBeThere(name, packages, target));
}

/**
 * @param {string} name
 * @param {ReadonlySet<string>} packages
 * @param {string} target
 */
function mayBeThere(name, packages, target) {
  if (!name.startsWith('resources/')) return runtime.some((each) => each.test(name));
  const inside = name.slice('resources/'.length);
  const [, ours] = /^app\.asar(?:\.unpacked)?\/(.*)$/.exec(inside) ?? [];
  if (ours === undefined) return besideArchive.some((each) => each.test(inside));
  const from = inPackage(ours);
  if (from === undefined) return ours === 'package.json' || built.some((each) => each.test(ours));
  if (!packages.has(from.name)) return false;
  return ofPackage.some((each) => each.test(from.file)) || isNativeFor(from.file, target);
}

/**
 * Which package of node_modules a file is of. A package may have packages of its own: the last one counts.
 * @param {string} place of the file, with `/`
 * @returns {{ readonly name: string, readonly file: string } | undefined} the package's name and the file's place in it
 */
export function inPackage(place) {
  const [, name, file] = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(place) ?? [];
  return name === undefined || file === undefined ? undefined : { name, file };
}

/**
 * @param {string} file
 * @param {string} target
 */
function isNativeFor(file, target) {
  return file.startsWith(`prebuilds/${target}/`) && /^[\w@+./-]+(?<!\.musl)\.node$/.test(file);
}

/**
 * The packages that the installed program loads from node_modules, by the lock file: what is depended on for running, and what
 * these depend on.
 * @param {string} [root]
 * @returns {Set<string>}
 */
export function packagesToRun(root = projectRoot) {
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  /** @type {[string, { dev?: boolean }][]} */
  const entries = Object.entries(lock.packages);
  const running = entries.filter(([place, { dev }]) => place !== '' && dev !== true);
  return new Set(running.map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 13)));
}

/**
 * The packages of node_modules that are in a program.
 * @param {readonly PackedFile[]} files
 * @returns {Set<string>} names
 */
export function packedPackages(files) {
  return new Set(files.flatMap(({ name }) => inPackage(name)?.name ?? []));
}

/** How much larger than the bare runtime a program may be. */
const mostShare = 0.1;

/**
 * How large the program is beside the runtime it came with.
 * @param {readonly PackedFile[]} files
 * @returns {{ runtime: number, ours: number, share: number, isSmall: boolean }} bytes; `share`: ours by the runtime's
 */
export function weigh(files) {
  const sum = (/** @type {readonly PackedFile[]} */ some) => some.reduce((all, { bytes }) => all + bytes, 0);
  const ours = sum(files.filter(({ name }) => name.startsWith('resources/')));
  const bare = sum(files) - ours;
  return { runtime: bare, ours, share: ours / bare, isSmall: ours <= bare * mostShare };
}
