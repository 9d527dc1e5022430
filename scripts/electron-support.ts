import fs from 'node:fs';
import path from 'node:path';
import { z } from '../shared/zod.ts';

const root = path.resolve(import.meta.dirname, '..');

const supportSchema = z.strictObject({
  line: z.int().min(1),
  supportedUntil: z.iso.date(),
  because: z.string().min(1),
});
const manifestSchema = z.object({ devDependencies: z.object({ electron: z.string() }) });

/** Which Electron users get, and until when its makers mend it. */
export interface ElectronSupport {
  /** As `package.json` pins it. */
  readonly version: string;
  /** The last day, as yyyy-mm-dd. */
  readonly supportedUntil: string;
}

/**
 * @throws where the line that support is known of is not the one that `package.json` pins: whoever takes another one looks up
 * its day first.
 */
export function electronSupport(
  manifest: unknown = read('package.json'),
  support: unknown = read('scripts/electron-support.json'),
): ElectronSupport {
  const version = manifestSchema.parse(manifest).devDependencies.electron;
  const { line, supportedUntil } = supportSchema.parse(support);
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`electron is not pinned exactly: ${version}`);
  if (Number(version.split('.')[0]) !== line) {
    throw new Error(`electron ${version} is pinned, and scripts/electron-support.json speaks of ${line}`);
  }
  return { version, supportedUntil };
}

/** Whether that Electron is still mended on a day (yyyy-mm-dd): what a release asks. */
export const isSupported = ({ supportedUntil }: ElectronSupport, day: string): boolean =>
  day <= supportedUntil;

const read = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
