import { createHash, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  manifestName,
  mostManifestBytes,
  mostSignatureBytes,
  readUpdateManifest,
  signatureName,
  type UpdateFile,
  type UpdateManifest,
} from '../../shared/update/manifest.ts';
import { versionSchema } from '../../shared/update/version.ts';
import { BrokenOff, systemCode } from './broken-off.ts';
import { folderOrigin } from './folder-origin.ts';
import { readWhole, type Origin } from './origin.ts';
import { originOf } from './origin-of.ts';
import { isSigned } from './release-keys.ts';
import { takeIn } from './take-in.ts';
import { updateAddress } from './update-address.ts';
import type { FetchFault, LookFault, Release, Releases } from './updates.ts';
import type { Patience } from './web-origin.ts';

export interface ReleasesOptions {
  /** Our own, for what was fetched: `<folder>/<version>/`, with the manifest, its signature and one file. */
  readonly folder: string;
  readonly keys: readonly KeyObject[];
  readonly onFault: (what: string, error: unknown) => void;
  readonly patience?: Patience;
  /** Whom an address is believed instead of the system's own authorities. */
  readonly ca?: string;
}

const incoming = 'incoming';

export function createReleases({ folder, keys, onFault, patience, ca }: ReleasesOptions): Releases {
  const folderOf = (version: string): string => path.join(folder, version);

  const versions = (): readonly string[] =>
    fs.existsSync(folder)
      ? fs.readdirSync(folder).filter((name) => versionSchema.safeParse(name).success)
      : [];

  const quietly = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      onFault(what, error);
    }
  };

  /** @throws where one of them cannot be read. */
  const readKept = (): readonly UpdateManifest[] =>
    versions().flatMap((version) => {
      const place = folderOf(version);
      const bytes = readSmall(path.join(place, manifestName), mostManifestBytes);
      const signature = readSmall(path.join(place, signatureName), mostSignatureBytes);
      if (bytes === undefined || signature === undefined || !isSigned(bytes, signature, keys)) return [];
      const manifest = readUpdateManifest(bytes.toString('utf8'));
      return manifest?.version === version ? [manifest] : [];
    });

  return {
    hasKey: keys.length > 0,

    accepts: (source) => source.kind !== 'address' || updateAddress(source.url) !== undefined,

    async look(source) {
      if (keys.length === 0) return err('no-release-key');
      const origin = originOf(source, patience, ca);
      if (!origin.ok) return origin;
      return await readRelease(origin.value, keys, onFault);
    },

    async fetch(source, release, file) {
      const origin = originOf(source, patience, ca);
      if (!origin.ok) return origin;
      const part = path.join(folder, incoming);
      try {
        fs.rmSync(part, { recursive: true, force: true });
        fs.mkdirSync(part, { recursive: true, mode: 0o700 });
        const taken = await takeIn(origin.value, path.join(part, file.name), file);
        if (!taken.ok) return taken;
        writeDurably(path.join(part, manifestName), release.bytes);
        writeDurably(path.join(part, signatureName), release.signature);
        const place = folderOf(release.manifest.version);
        fs.rmSync(place, { recursive: true, force: true });
        fs.renameSync(part, place);
        syncFolder(folder);
        return ok(undefined);
      } catch (error) {
        onFault('an update could not be kept', error);
        return err(faultOf(error));
      } finally {
        quietly('what was left of an update could not be removed', () =>
          fs.rmSync(part, { recursive: true, force: true }),
        );
      }
    },

    kept() {
      try {
        return readKept();
      } catch (error) {
        onFault('the versions that are kept could not be read', error);
        return [];
      }
    },

    fileOf(version, file) {
      const place = path.join(folderOf(version), file.name);
      try {
        const seen = fs.lstatSync(place);
        return seen.isFile() && seen.size === file.bytes ? place : undefined;
      } catch {
        return undefined;
      }
    },

    async isWhole(place, file) {
      try {
        const opened = await folderOrigin(path.dirname(place)).open(path.basename(place));
        return opened.ok && (await hasHash(opened.value, file));
      } catch (error) {
        onFault('an update could not be read', error);
        return false;
      }
    },

    keepOnly(worth) {
      quietly('versions that are not kept could not be removed', () => {
        // One that cannot be read now may be the way back: then none is removed.
        const stay = worth(readKept().map(({ version }) => version));
        for (const version of [...versions(), incoming])
          if (!stay.includes(version)) fs.rmSync(folderOf(version), { recursive: true, force: true });
      });
    },
  };
}

/** The signature is looked at before anything is read out of what it signs. */
async function readRelease(
  origin: Origin,
  keys: readonly KeyObject[],
  onFault: ReleasesOptions['onFault'],
): Promise<Result<Release, LookFault>> {
  try {
    const bytes = await readNamed(origin, manifestName, mostManifestBytes);
    if (!bytes.ok) return bytes;
    const signature = await readNamed(origin, signatureName, mostSignatureBytes);
    if (!signature.ok) return signature;
    if (!isSigned(bytes.value, signature.value, keys)) return err('bad-signature');
    const manifest = readUpdateManifest(bytes.value.toString('utf8'));
    if (manifest === undefined) return err('manifest-unreadable');
    return ok({ manifest, bytes: bytes.value, signature: signature.value });
  } catch (error) {
    if (!(error instanceof BrokenOff)) onFault('the source of updates could not be read', error);
    return err('source-gone');
  }
}

async function readNamed(origin: Origin, name: string, most: number): Promise<Result<Buffer, LookFault>> {
  const opened = await origin.open(name);
  if (!opened.ok) return err(opened.error === 'absent' ? 'no-manifest' : opened.error);
  const whole = await readWhole(opened.value, most);
  return whole === undefined ? err('no-manifest') : ok(whole);
}

async function hasHash(content: AsyncIterable<Uint8Array>, { bytes, sha256 }: UpdateFile): Promise<boolean> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const chunk of content) {
    read += chunk.length;
    hash.update(chunk);
  }
  return read === bytes && hash.digest('hex') === sha256;
}

function readSmall(file: string, most: number): Buffer | undefined {
  const seen = fs.lstatSync(file, { throwIfNoEntry: false });
  return seen?.isFile() === true && seen.size <= most ? fs.readFileSync(file) : undefined;
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const out = fs.openSync(file, 'wx', 0o600);
  try {
    fs.writeFileSync(out, bytes);
    fs.fsyncSync(out);
  } finally {
    fs.closeSync(out);
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(open);
  } finally {
    fs.closeSync(open);
  }
}

const faultOf = (error: unknown): FetchFault =>
  error instanceof BrokenOff
    ? 'source-gone'
    : ['ENOSPC', 'EDQUOT'].includes(systemCode(error))
      ? 'no-room-here'
      : 'file-not-written';
