import { createRequire } from 'node:module';

/**
 * Electron's fuses in the order in which they lie in its executable, by electron-builder's names; the value where
 * electron-builder has no name for one, and so it stays as Electron ships it.
 * @see https://www.electronjs.org/docs/latest/tutorial/fuses
 * @type {readonly (string | { readonly name: string, readonly value: boolean })[]}
 */
export const fuseOrder = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  // Newer than 33. WebAssembly finds a memory fault by the processor instead of asking each time: no way in, and quicker.
  { name: 'wasmTrapHandlers', value: true },
];

/** How a fuse stands in the executable. */
const bytes = new Map([
  [0x30, false],
  [0x31, true],
]);
/** A fuse that Electron has no longer. */
const removed = 0x72;

/**
 * What of a program's fuses is not as it was decided; nothing where all are.
 * @param {Readonly<Record<string, unknown>>} decided `electronFuses` of the configuration
 * @param {readonly number[]} wire the bytes in the executable
 * @returns {string[]}
 */
export function fuseFaults(decided, wire) {
  /** @type {string[]} */
  const faults = [];
  wire.forEach((byte, index) => {
    const fuse = fuseOrder[index];
    if (byte === removed) return;
    if (fuse === undefined) {
      faults.push(
        `fuse ${index} is new, and nobody has decided it: see Electron's documentation of its fuses`,
      );
      return;
    }
    const name = typeof fuse === 'string' ? fuse : fuse.name;
    const wanted = typeof fuse === 'string' ? decided[fuse] : fuse.value;
    const found = bytes.get(byte);
    if (typeof wanted !== 'boolean') faults.push(`${name} is not decided in electron-builder.yml`);
    else if (found !== wanted) faults.push(`${name} is ${String(found)} and not ${String(wanted)}`);
  });
  for (const name of Object.keys(decided)) {
    const place = fuseOrder.indexOf(name);
    if (place === -1) faults.push(`${name} is decided, and no fuse of that name is known`);
    else if (place >= wire.length) faults.push(`${name} is decided, and this Electron has no such fuse`);
  }
  return faults;
}

/**
 * Reads the fuses of a program.
 * @param {string} executable
 * @returns {Promise<number[]>} one byte each
 */
export async function readFuseWire(executable) {
  // After the install only: before it there is no node_modules.
  const { getCurrentFuseWire } = /** @type {typeof import('@electron/fuses')} */ (
    createRequire(import.meta.url)('@electron/fuses')
  );
  const { version, ...wire } = /** @type {Record<string, number | string>} */ (
    /** @type {unknown} */ (await getCurrentFuseWire(executable))
  );
  if (version !== '1')
    throw new Error(`the fuses of ${executable} are of version ${version}, which is not known`);
  return Object.keys(wire)
    .map(Number)
    .sort((a, b) => a - b)
    .map((index) => Number(wire[index]));
}
