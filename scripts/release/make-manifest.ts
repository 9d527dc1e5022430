import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { migrations } from '../../electron/ledger/schema.ts';
import { defaultSettings } from '../../electron/settings/settings-file.ts';
import {
  manifestName,
  signatureName,
  updateManifestSchema,
  type UpdateFile,
  type UpdateManifest,
  type UpdatePackage,
} from '../../shared/update/manifest.ts';

/** What a file of a release is, by its name; `undefined` for one that no counter installs. */
export function packageOf(name: string): UpdatePackage | undefined {
  if (name.endsWith('.blockmap')) return undefined;
  if (name.endsWith('.deb')) return 'deb';
  if (name.endsWith('.AppImage')) return 'AppImage';
  if (name.endsWith('.tar.gz')) return 'tar.gz';
  return /setup.*\.exe$/i.test(name) ? 'nsis' : undefined;
}

const archOf = (name: string): string => (/arm64|aarch64/i.test(name) ? 'arm64' : 'x64');

export interface ReleaseFacts {
  /** Holds the files of the release. The manifest and its signature go beside them. */
  readonly folder: string;
  readonly version: string;
  /** The oldest version that it may be installed over. */
  readonly minimum: string;
  readonly released: Date;
}

/**
 * The manifest of the files in a folder, with the schema of the ledger that this very source writes.
 *
 * @throws Error where there is none of them, or two for the same machine.
 */
export function makeManifest({ folder, version, minimum, released }: ReleaseFacts): UpdateManifest {
  const files = fs.readdirSync(folder).flatMap((name): readonly UpdateFile[] => {
    const kind = packageOf(name);
    return kind === undefined ? [] : [factsOf(path.join(folder, name), kind)];
  });
  const machines = files.map((file) => `${file.package} ${file.arch}`);
  if (new Set(machines).size < machines.length)
    throw new Error(`two files are for the same machine: ${machines.join(', ')}`);
  return updateManifestSchema.parse({
    format: 1,
    program: 'loket',
    version,
    released: released.toISOString(),
    ledgerSchema: migrations.length,
    settingsVersion: defaultSettings.version,
    minimum,
    files,
  });
}

function factsOf(file: string, kind: UpdatePackage): UpdateFile {
  const content = fs.readFileSync(file);
  const name = path.basename(file);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { package: kind, arch: archOf(name), name, bytes: content.length, sha256 };
}

/** The private key of a PEM file; `passphrase` opens one that is locked. @throws Error where it is none of Ed25519. */
export function readPrivateKey(file: string, passphrase?: string): KeyObject {
  const pem = fs.readFileSync(file);
  const key = createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('a release is signed by a key of Ed25519');
  return key;
}

/** Writes the manifest and the signature over its bytes into the release's folder. */
export function writeSigned(folder: string, manifest: UpdateManifest, key: KeyObject): void {
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8');
  fs.writeFileSync(path.join(folder, manifestName), bytes);
  fs.writeFileSync(path.join(folder, signatureName), `${sign(null, bytes, key).toString('base64')}\n`);
}
