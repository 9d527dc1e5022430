import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { damaged, linkFault, nameFault, packedOffset, readZipEntries } from './zip-entries.mjs';

/** @typedef {import('./zip-entries.mjs').ZipEntry} ZipEntry */

/**
 * @typedef {object} ExtractOptions
 * @property {(name: string) => string | undefined} [place] where an entry goes in the target folder, with
 *   `/`; undefined leaves it out. Without it everything goes where its name says.
 * @property {(fraction: number) => void} [onProgress] by unpacked bytes, 0 to 1
 * @property {number} [sizeLimit] bytes that all files may have together; 2 GB unless given
 */

const longestLinkTarget = 4096;
const defaultSizeLimit = 2 * 2 ** 30;

/**
 * Unpacks a zip archive into a new or empty folder, as a stream: memory stays small whatever its size.
 * Permission bits and symbolic links are kept; every file's length and checksum are checked; nothing is
 * written outside the folder.
 * @param {string} archive
 * @param {string} folder
 * @param {ExtractOptions} [options]
 * @returns {Promise<number>} how many entries were written
 * @throws {SetupError} on a damaged or hostile archive
 */
export async function extractZip(archive, folder, options = {}) {
  const handle = await open(archive, 'r');
  try {
    const { size: archiveSize } = await handle.stat();
    /** @type {import('./zip-entries.mjs').ReadAt} */
    const readAt = async (offset, length) => {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    const wanted = placed(await readZipEntries(readAt, archiveSize), options.place);
    const total = wanted.reduce((sum, { entry }) => sum + entry.size, 0);
    if (total > (options.sizeLimit ?? defaultSizeLimit)) throw damaged(`it unpacks to ${total} bytes`);
    let written = 0;
    for (const { entry, target } of wanted) {
      const file = path.join(folder, target);
      if (entry.kind === 'link') continue;
      fs.mkdirSync(entry.kind === 'folder' ? file : path.dirname(file), { recursive: true });
      if (entry.kind === 'folder') continue;
      const start = await packedOffset(readAt, entry, archiveSize);
      const output = fs.createWriteStream(file, { flags: 'wx', mode: entry.mode || 0o644 });
      await unpack(packedStream(archive, start, entry), entry, output, (bytes) => {
        written += bytes;
        options.onProgress?.(total === 0 ? 1 : written / total);
      });
      // The file mode given at creation is cut by the umask.
      fs.chmodSync(file, entry.mode || 0o644);
    }
    await makeLinks(wanted, folder, async (entry) => {
      if (entry.size > longestLinkTarget) throw damaged(`${entry.name} is too long a link`);
      const start = await packedOffset(readAt, entry, archiveSize);
      return unpackText(packedStream(archive, start, entry), entry);
    });
    return wanted.length;
  } finally {
    await handle.close();
  }
}

/**
 * @param {readonly ZipEntry[]} entries
 * @param {ExtractOptions['place']} place
 * @returns {{ entry: ZipEntry, target: string }[]}
 */
function placed(entries, place) {
  return entries.flatMap((entry) => {
    const target = place ? place(entry.name) : entry.name;
    if (target === undefined) return [];
    const fault = nameFault(target);
    if (fault) throw damaged(`${fault}: ${JSON.stringify(target)}`);
    return [{ entry, target }];
  });
}

/**
 * Links come last, when every file is written: none is written through a link.
 * @param {readonly { entry: ZipEntry, target: string }[]} wanted
 * @param {string} folder
 * @param {(entry: ZipEntry) => Promise<string>} readTarget
 */
async function makeLinks(wanted, folder, readTarget) {
  const links = wanted.filter(({ entry }) => entry.kind === 'link');
  const names = new Set(links.map(({ target }) => target));
  for (const { entry, target } of links) {
    const pointsTo = await readTarget(entry);
    const fault = linkFault(target, pointsTo, names);
    if (fault) throw damaged(`${fault}: ${JSON.stringify(`${target} -> ${pointsTo}`)}`);
    const file = path.join(folder, target);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.symlinkSync(pointsTo, file);
  }
}

/**
 * @param {string} archive
 * @param {number} start
 * @param {ZipEntry} entry
 * @returns {AsyncIterable<Buffer>}
 */
function packedStream(archive, start, entry) {
  if (entry.packedSize === 0) return (async function* () {})();
  return fs.createReadStream(archive, { start, end: start + entry.packedSize - 1, highWaterMark: 2 ** 18 });
}

/**
 * @param {AsyncIterable<Buffer>} packed
 * @param {ZipEntry} entry
 * @param {NodeJS.WritableStream} output
 * @param {(bytes: number) => void} onBytes
 */
async function unpack(packed, entry, output, onBytes) {
  let size = 0;
  let checksum = 0;
  /** @param {AsyncIterable<Buffer>} plain */
  const checked = async function* (plain) {
    for await (const chunk of plain) {
      size += chunk.length;
      if (size > entry.size) throw damaged(`${entry.name} is longer than it says`);
      checksum = zlib.crc32(chunk, checksum);
      onBytes(chunk.length);
      yield chunk;
    }
  };
  try {
    if (entry.method === 'stored') await pipeline(packed, checked, output);
    else await pipeline(packed, zlib.createInflateRaw({ chunkSize: 2 ** 18 }), checked, output);
  } catch (fault) {
    throw fault instanceof Error && 'code' in fault && String(fault.code).startsWith('Z_')
      ? damaged(`${entry.name} cannot be unpacked (${fault.message})`)
      : fault;
  }
  if (size !== entry.size) throw damaged(`${entry.name} is shorter than it says`);
  if (checksum !== entry.crc32) throw damaged(`${entry.name} has a wrong checksum`);
}

/**
 * @param {AsyncIterable<Buffer>} packed
 * @param {ZipEntry} entry
 */
async function unpackText(packed, entry) {
  const { Writable } = await import('node:stream');
  /** @type {Buffer[]} */
  const chunks = [];
  const output = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await unpack(packed, entry, output, () => {});
  return Buffer.concat(chunks).toString('utf8');
}
