import fs from 'node:fs';
import path from 'node:path';

/**
 * What of the emulator of devices is missing, by Debian's names: umockdev's library under which programs see its
 * devices, and what lets the system's Python drive it. No program of theirs tells.
 * @param {string} [root] where the system lies
 * @returns {string[]}
 */
export function missingEmulatorPackages(root = '/') {
  const libraries = ['usr/lib', 'usr/lib64'].map((folder) => path.join(root, folder));
  // Of each processor's own, too.
  const places = libraries.flatMap((folder) => [folder, ...foldersIn(folder)]);
  /** @param {string} file */
  const isThere = (file) => places.some((folder) => fs.existsSync(path.join(folder, file)));
  return [
    ...(isThere('libumockdev-preload.so.0') ? [] : ['umockdev']),
    ...(isThere('girepository-1.0/UMockdev-1.0.typelib') ? [] : ['gir1.2-umockdev-1.0']),
    ...(isThere('python3/dist-packages/gi') ? [] : ['python3-gi']),
  ];
}

/** @param {string} folder */
function foldersIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).map((name) => path.join(folder, name));
}
