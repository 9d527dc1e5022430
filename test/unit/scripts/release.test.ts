import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../electron/ledger/schema.ts';
import { readReleaseKeys } from '../../../electron/updates/release-keys.ts';
import { createReleases } from '../../../electron/updates/releases.ts';
import {
  makeManifest,
  packageOf,
  readPrivateKey,
  writeSigned,
} from '../../../scripts/release/make-manifest.ts';
import { releaseKeysOf } from '../../../scripts/release/public-keys.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';

const pair = generateKeyPairSync('ed25519');
const pem = String(pair.publicKey.export({ type: 'spki', format: 'pem' }));
const facts = { version: '1.2.3', minimum: '1.0.0', released: new Date('2026-11-01T00:00:00Z') };

describe('a release that is signed', () => {
  it('is taken by a build that was given the key, and by no other', async () => {
    const home = memoryFolder();
    const folder = path.join(home, 'release');
    fs.mkdirSync(folder);
    for (const name of [
      'loket_1.2.3_amd64.deb',
      'loket_1.2.3_arm64.deb',
      'Loket Setup 1.2.3.exe',
      'builder.yml',
    ])
      fs.writeFileSync(path.join(folder, name), name);
    const manifest = makeManifest({ folder, ...facts });
    expect(manifest).toMatchObject({ version: '1.2.3', ledgerSchema: migrations.length });
    expect(manifest.files.map((file) => `${file.package} ${file.arch} ${file.bytes}`)).toEqual([
      'nsis x64 21',
      'deb x64 21',
      'deb arm64 21',
    ]);
    writeSigned(folder, manifest, pair.privateKey);

    const keyFile = path.join(home, 'release-keys.json');
    const looks = async () =>
      await createReleases({
        folder: path.join(home, 'own'),
        keys: readReleaseKeys(keyFile),
        onFault: () => undefined,
      }).look({ kind: 'folder', path: folder });
    expect(await looks()).toEqual({ ok: false, error: 'no-release-key' });
    fs.writeFileSync(keyFile, JSON.stringify(releaseKeysOf(pem)));
    expect(await looks()).toMatchObject({ ok: true, value: { manifest: { version: '1.2.3' } } });
    const other = String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
    fs.writeFileSync(keyFile, JSON.stringify(releaseKeysOf(other)));
    expect(await looks()).toEqual({ ok: false, error: 'bad-signature' });
    fs.writeFileSync(keyFile, JSON.stringify(releaseKeysOf(other + pem)));
    expect((await looks()).ok).toBe(true);
  });

  it('has one file a machine, and at least one', () => {
    const folder = memoryFolder();
    expect(() => makeManifest({ folder, ...facts })).toThrow();
    for (const name of ['a.deb', 'b.deb']) fs.writeFileSync(path.join(folder, name), name);
    expect(() => makeManifest({ folder, ...facts })).toThrow('same machine');
  });

  it.each([
    ['Loket Setup 1.2.3.exe', 'nsis'],
    ['Loket-1.2.3.AppImage', 'AppImage'],
    ['loket-1.2.3.tar.gz', 'tar.gz'],
    ['Loket-1.2.3.AppImage.blockmap', undefined],
    ['elevate.exe', undefined],
    ['latest.yml', undefined],
  ])('knows %s by its name', (name, kind) => expect(packageOf(name)).toBe(kind));
});

describe('the keys', () => {
  it('of a build are public ones of Ed25519, and never a private one', () => {
    expect(() => releaseKeysOf(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)).toThrow(
      'private',
    );
    expect(() =>
      releaseKeysOf(pem + (pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)),
    ).toThrow('private');
    expect(() => releaseKeysOf('nothing')).toThrow('no public key');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    expect(() => releaseKeysOf(rsa.export({ type: 'spki', format: 'pem' }) as string)).toThrow('Ed25519');
  });

  it('that a build carries in another form are refused whole', () => {
    const file = path.join(memoryFolder(), 'release-keys.json');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    for (const content of [
      '',
      '{}',
      '["AAAA"]',
      JSON.stringify([rsa.export({ type: 'spki', format: 'der' }).toString('base64')]),
    ]) {
      fs.writeFileSync(file, content);
      expect(() => readReleaseKeys(file)).toThrow();
    }
  });

  it('that signs may be locked by a passphrase', () => {
    const file = path.join(memoryFolder(), 'key');
    const passphrase = 'kunci rilis';
    fs.writeFileSync(
      file,
      pair.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }),
    );
    expect(readPrivateKey(file, passphrase).equals(pair.privateKey)).toBe(true);
    expect(() => readPrivateKey(file, 'another')).toThrow();
    expect(() => readPrivateKey(file)).toThrow();
  });
});
