import { SetupError } from './setup-error.mjs';

/**
 * One entry of a zip's central directory, its name already found harmless.
 * @typedef {object} ZipEntry
 * @property {string} name with `/` between folders and none at the end
 * @property {'file' | 'folder' | 'link'} kind
 * @property {number} mode permission bits only, never set-uid; 0 where the archive gives none
 * @property {'stored' | 'deflated'} method
 * @property {number} crc32
 * @property {number} packedSize bytes
 * @property {number} size bytes
 * @property {number} offset of the local header, bytes
 */

/**
 * Reads bytes from a place in the archive; fewer only where it ends.
 * @typedef {(offset: number, length: number) => Promise<Buffer>} ReadAt
 */

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const centralSize = 46;
const localSize = 30;
const longestComment = 0xffff;
const unixHost = 3;

/**
 * Lists an archive. Refuses what a sound archive of ours never holds: encrypted or zip64 entries, names
 * that lead out of the target folder, one name twice, an entry that lies beneath a link.
 * @param {ReadAt} readAt
 * @param {number} archiveSize bytes
 * @returns {Promise<ZipEntry[]>}
 * @throws {SetupError} on a damaged or hostile archive
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16
 */
export async function readZipEntries(readAt, archiveSize) {
  const end = await readEnd(readAt, archiveSize);
  const directory = await readAt(end.directoryOffset, end.directorySize);
  if (directory.length !== end.directorySize) throw damaged('its directory is cut off');
  /** @type {ZipEntry[]} */
  const entries = [];
  let position = 0;
  for (let index = 0; index < end.count; index += 1) {
    const { entry, next } = parseEntry(directory, position);
    entries.push(entry);
    position = next;
  }
  refuseClashes(entries);
  return entries;
}

/**
 * Where an entry's packed bytes begin.
 * @param {ReadAt} readAt
 * @param {ZipEntry} entry
 * @param {number} archiveSize bytes
 * @returns {Promise<number>} offset in bytes
 */
export async function packedOffset(readAt, entry, archiveSize) {
  const header = await readAt(entry.offset, localSize);
  if (header.length < localSize || header.readUInt32LE(0) !== localSignature) {
    throw damaged(`${entry.name} has no header`);
  }
  const offset = entry.offset + localSize + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (offset + entry.packedSize > archiveSize) throw damaged(`${entry.name} is cut off`);
  return offset;
}

/**
 * Why a name must not be unpacked, or undefined where it is harmless.
 * @param {string} name
 * @returns {string | undefined}
 */
export function nameFault(name) {
  if (name === '') return 'an empty name';
  if (/[\0\\]/.test(name)) return 'a backslash or a NUL in a name';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'an absolute name';
  if (name.split('/').some((part) => part === '..' || part === '.' || part === '')) {
    return 'a name that leads out of its folder';
  }
  return undefined;
}

/**
 * Why a symbolic link must not be made, or undefined where it stays inside. `..` may only lead: after a
 * folder's name it would be taken from wherever that folder really is.
 * @param {string} name the link's own name
 * @param {string} target what it points to
 * @param {ReadonlySet<string>} links names of all links of the archive
 * @returns {string | undefined}
 */
export function linkFault(name, target, links) {
  const parts = target.split('/');
  const ups = parts.findIndex((part) => part !== '..');
  const down = ups === -1 ? [] : parts.slice(ups);
  const from = name.split('/').slice(0, -1);
  const climbed = ups === -1 ? parts.length : ups;
  if (climbed > from.length) return 'a link that leads out of its folder';
  if (down.length > 0 && nameFault(down.join('/'))) return 'a link with an unsafe target';
  const reached = [...from.slice(0, from.length - climbed), ...down];
  if (ancestors(reached.join('/')).some((folder) => links.has(folder))) return 'a link through a link';
  return undefined;
}

/**
 * @param {ReadAt} readAt
 * @param {number} archiveSize
 */
async function readEnd(readAt, archiveSize) {
  const length = Math.min(archiveSize, endSize + longestComment);
  const start = archiveSize - length;
  const last = await readAt(start, length);
  for (let at = last.length - endSize; at >= 0; at -= 1) {
    if (last.readUInt32LE(at) !== endSignature) continue;
    if (at + endSize + last.readUInt16LE(at + 20) !== last.length) continue;
    const count = last.readUInt16LE(at + 10);
    const directorySize = last.readUInt32LE(at + 12);
    const directoryOffset = last.readUInt32LE(at + 16);
    if (count === 0xffff || directoryOffset === 0xffffffff) throw damaged('zip64 is not supported');
    if (directoryOffset + directorySize > start + at) throw damaged('its directory is cut off');
    return { count, directorySize, directoryOffset };
  }
  throw damaged('its end is missing');
}

/**
 * @param {Buffer} directory
 * @param {number} at
 * @returns {{ entry: ZipEntry, next: number }}
 */
function parseEntry(directory, at) {
  if (at + centralSize > directory.length || directory.readUInt32LE(at) !== centralSignature) {
    throw damaged('its directory is broken');
  }
  const nameEnd = at + centralSize + directory.readUInt16LE(at + 28);
  const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  if (next > directory.length) throw damaged('its directory is cut off');
  const rawName = directory.toString('utf8', at + centralSize, nameEnd);
  const name = rawName.replace(/\/$/, '');
  const fault = nameFault(name);
  if (fault) throw damaged(`${fault}: ${JSON.stringify(rawName)}`);
  const unixMode = directory.readUInt8(at + 5) === unixHost ? directory.readUInt32LE(at + 38) >>> 16 : 0;
  const flags = directory.readUInt16LE(at + 8);
  if (flags & 1) throw damaged(`${name} is encrypted`);
  return {
    entry: {
      name,
      kind: kindOf(rawName, unixMode),
      mode: unixMode & 0o777,
      method: methodOf(name, directory.readUInt16LE(at + 10)),
      crc32: directory.readUInt32LE(at + 16),
      packedSize: sizeAt(directory, at + 20),
      size: sizeAt(directory, at + 24),
      offset: sizeAt(directory, at + 42),
    },
    next,
  };
}

/**
 * @param {string} rawName
 * @param {number} unixMode
 * @returns {ZipEntry['kind']}
 */
function kindOf(rawName, unixMode) {
  if (rawName.endsWith('/')) return 'folder';
  const type = unixMode & 0o170000;
  if (type === 0o120000) return 'link';
  if (type === 0 || type === 0o100000) return 'file';
  if (type === 0o040000) return 'folder';
  throw damaged(`${rawName} is a device or a socket`);
}

/**
 * @param {string} name
 * @param {number} method
 * @returns {ZipEntry['method']}
 */
function methodOf(name, method) {
  if (method === 0) return 'stored';
  if (method === 8) return 'deflated';
  throw damaged(`${name} is packed in an unknown way (${method})`);
}

/**
 * @param {Buffer} directory
 * @param {number} at
 */
function sizeAt(directory, at) {
  const size = directory.readUInt32LE(at);
  if (size === 0xffffffff) throw damaged('zip64 is not supported');
  return size;
}

/** @param {readonly ZipEntry[]} entries */
function refuseClashes(entries) {
  const names = new Set();
  const leaves = new Set(entries.filter(({ kind }) => kind !== 'folder').map(({ name }) => name));
  for (const { name } of entries) {
    if (names.has(name)) throw damaged(`${JSON.stringify(name)} is there twice`);
    names.add(name);
    if (ancestors(name).some((folder) => leaves.has(folder))) {
      throw damaged(`${JSON.stringify(name)} lies beneath a file or a link`);
    }
  }
}

/**
 * The folders above a name: `a/b/c` gives `a` and `a/b`.
 * @param {string} name
 * @returns {string[]}
 */
function ancestors(name) {
  const parts = name.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** @param {string} what */
export function damaged(what) {
  return new SetupError(`The zip archive is refused: ${what}.`);
}
