import { inPackage, packedFiles, weigh } from './contents.mjs';

/**
 * What is in a packed program, largest first: by folder, and of ours by file.
 * @param {string} folder
 * @param {{ readonly everyFile?: boolean }} [options]
 * @returns {string}
 */
export function contentsReport(folder, { everyFile = false } = {}) {
  const files = packedFiles(folder);
  const { runtime, ours, share } = weigh(files);
  const listed = everyFile ? files.map(({ name, bytes }) => ({ name, bytes })) : partsOf(files);
  const lines = listed
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ name, bytes }) => `${megabytes(bytes).padStart(9)}  ${name}`);
  return [
    ...lines,
    `${megabytes(runtime + ours).padStart(9)}  in all: the runtime's ${megabytes(runtime)} and ours of ${megabytes(ours)}, ${(share * 100).toFixed(1)} % of it`,
  ].join('\n');
}

/**
 * @param {readonly import('./contents.mjs').PackedFile[]} files
 * @returns {import('./contents.mjs').PackedFile[]} what belongs together, added up
 */
function partsOf(files) {
  /** @type {Map<string, number>} */
  const parts = new Map();
  for (const { name, bytes } of files) {
    const part = partOf(name);
    parts.set(part, (parts.get(part) ?? 0) + bytes);
  }
  return [...parts].map(([name, bytes]) => ({ name, bytes }));
}

/** @param {string} name */
function partOf(name) {
  if (!name.startsWith('resources/')) return 'the runtime';
  const from = inPackage(name);
  if (from !== undefined) return `node_modules/${from.name}`;
  const [, built] = /(out\/[\w-]+)\//.exec(name) ?? [];
  return built ?? name;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(2)} MB`;
}
