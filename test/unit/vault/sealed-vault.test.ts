import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { KeyStore } from '../../../electron/vault/key-store.ts';
import { fakeKeyStore } from '../app/billers-to-set-up.ts';
import { bench, canary, locked, none, other, sealed, store, stored, written } from './vault-bench.ts';

describe('a vault', () => {
  it('is empty at first, and makes no file', async () => {
    const { vault, file } = await bench();
    expect(vault.hasCredentials('iak')).toBe(false);
    expect(vault.credentials('iak')).toBeUndefined();
    expect(vault.allSecrets()).toEqual([]);
    expect(fs.existsSync(file)).toBe(false);
  });

  it('gives back what it was given, in this run and the next', async () => {
    const { vault, open } = await bench();
    expect(await store(vault, 'iak', canary)).toEqual({ ok: true, value: undefined });
    for (const each of [vault, await open()]) {
      expect(each.hasCredentials('iak')).toBe(true);
      expect(each.credentials('iak')).toEqual(canary);
      expect(each.hasCredentials('teleanjar')).toBe(false);
      expect(each.credentials('teleanjar')).toBeUndefined();
      expect(each.state().closed).toEqual([]);
    }
  });

  it('keeps the other billers’ secrets when one’s are stored, and gives each only its own', async () => {
    const { vault } = await bench();
    await store(vault, 'iak', { username: 'first' });
    await store(vault, 'teleanjar', other);
    await store(vault, 'iak', canary);
    expect(vault.credentials('iak')).toEqual(canary);
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect([...vault.allSecrets()].toSorted()).toEqual(
      [...Object.values(canary), ...Object.values(other)].toSorted(),
    );
  });

  it('stores nothing by sealing alone, and nothing that another vault sealed', async () => {
    const { vault, file } = await bench();
    const elsewhere = await (await bench()).vault.seal('iak', canary);
    await vault.seal('iak', canary);
    expect(fs.existsSync(file)).toBe(false);
    expect(vault.credentials('iak')).toBeUndefined();
    if (!elsewhere.ok) throw new Error('not sealed');
    expect(() => vault.store(elsewhere.value)).toThrow('did not seal');
  });

  it('has no biller that only JavaScript knows', async () => {
    const { vault } = await bench();
    await store(vault, 'iak', canary);
    expect(vault.hasCredentials('constructor')).toBe(false);
    expect(vault.credentials('constructor')).toBeUndefined();
  });

  it('holds no secret that can be read, in no form, and no other file beside it; what sealed it is named', async () => {
    const { vault, file } = await bench();
    await store(vault, 'iak', canary);
    await store(vault, 'teleanjar', other);
    const text = fs.readFileSync(file, 'utf8');
    for (const secret of [...Object.values(canary), ...Object.values(other), 'username', 'apiKey']) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    }
    expect(fs.readdirSync(path.dirname(file))).toEqual(['vault.json']);
    const part = { by: 'gnome_libsecret', sealed: expect.any(String) };
    expect(stored(file)).toEqual({ version: 3, billers: { iak: part, teleanjar: part }, passphrase: null });
  });

  it.skipIf(process.platform === 'win32')('is a file only its owner can read', async () => {
    const { vault, file } = await bench();
    await store(vault, 'iak', canary);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['without a key store', none],
    ['beside one that is locked', locked],
  ])('keeps nothing %s: no plain text, no file', async (_where, keyStore) => {
    const { vault, file } = await bench(keyStore);
    expect(vault.canKeepSecrets()).toBe(false);
    expect(await store(vault, 'iak', canary)).toEqual({ ok: false, error: 'no-key-store' });
    expect(fs.existsSync(file)).toBe(false);
  });

  it('whose key store is gone, or locked, says that there are credentials, and gives none', async () => {
    const { vault, open } = await bench();
    await store(vault, 'iak', canary);
    for (const keyStore of [none, locked]) {
      const without = await open(keyStore);
      expect(without.hasCredentials('iak')).toBe(true);
      expect(without.credentials('iak')).toBeUndefined();
      expect(without.allSecrets()).toEqual([]);
      expect(without.state().closed).toEqual([{ biller: 'iak', by: 'gnome_libsecret' }]);
    }
  });

  it('opens when it is told to once its key store was unlocked, without a new start', async () => {
    const { vault, open } = await bench();
    await store(vault, 'iak', canary);
    let now: Parameters<typeof fakeKeyStore>[0] = locked;
    const later = await open({
      state: () => fakeKeyStore(now).state(),
      seal: (text) => fakeKeyStore(now).seal(text),
      open: (bytes) => fakeKeyStore(now).open(bytes),
    });
    expect(later.credentials('iak')).toBeUndefined();
    now = { kind: 'open', name: 'gnome_libsecret' };
    await later.open();
    expect(later.credentials('iak')).toEqual(canary);
  });

  it('that another key store sealed opens nothing, says which it was, and stores beside it', async () => {
    const { vault, open, file } = await bench();
    await store(vault, 'iak', canary);
    const wallet = {
      ...fakeKeyStore({ kind: 'open', name: 'kwallet6' }),
      open: () => Promise.reject(new Error('not mine')),
    };
    const later = await open(wallet);
    expect(later.state()).toEqual({
      keyStore: { kind: 'open', name: 'kwallet6' },
      passphrase: 'not-set',
      closed: [{ biller: 'iak', by: 'gnome_libsecret' }],
    });
    expect((await store(later, 'teleanjar', other)).ok).toBe(true);
    expect(stored(file)).toMatchObject({
      billers: { iak: { by: 'gnome_libsecret' }, teleanjar: { by: 'kwallet6' } },
    });
    expect((await open()).credentials('iak')).toEqual(canary);
  });

  it('seals anew what its key store says is stale, once, and gives it all the same', async () => {
    const { vault, open, file } = await bench();
    await store(vault, 'iak', canary);
    // A newer key: what it sealed is told from the older one's by a byte at the end.
    const isNew = (bytes: Uint8Array): boolean => bytes.at(-1) === 0;
    const usual = fakeKeyStore();
    const rotated: KeyStore = {
      ...usual,
      seal: async (text) => Buffer.from([...(await usual.seal(text)), 0]),
      async open(bytes) {
        const { text } = await usual.open(isNew(bytes) ? bytes.slice(0, -1) : bytes);
        return { text, isStale: !isNew(bytes) };
      },
    };
    const before = fs.readFileSync(file, 'utf8');
    const again = await open(rotated);
    expect(again.credentials('iak')).toEqual(canary);
    expect(again.state().closed).toEqual([]);
    const after = fs.readFileSync(file, 'utf8');
    expect(after).not.toBe(before);
    expect((await open(rotated)).credentials('iak')).toEqual(canary);
    expect(fs.readFileSync(file, 'utf8')).toBe(after);
  });

  it('that cannot be written says so, and gives what it had', async () => {
    const { vault, file, faults, open } = await bench();
    await store(vault, 'iak', canary);
    fs.rmSync(file);
    fs.mkdirSync(path.join(file, 'a folder where the file should be'), { recursive: true });
    expect(await store(vault, 'iak', other)).toEqual({ ok: false, error: 'file-not-written' });
    expect(faults).toHaveLength(1);
    expect(String(faults[0])).not.toContain('b0r0ng');
    expect(vault.credentials('iak')).toEqual(canary);
    expect((await open()).credentials('iak')).toBeUndefined();
  });

  it('forgets all, for good', async () => {
    const { vault, file, open } = await bench();
    await store(vault, 'iak', canary);
    vault.forgetAll();
    for (const each of [vault, await open()]) {
      expect(each.hasCredentials('iak')).toBe(false);
      expect(each.credentials('iak')).toBeUndefined();
      expect(each.allSecrets()).toEqual([]);
    }
    expect(fs.existsSync(file)).toBe(false);
  });
});

describe('a vault of a former version', () => {
  it('of the time of one biller has Teleanjar’s secrets, and keeps them when another’s are stored', async () => {
    const { vault, file } = await written({ version: 1, teleanjar: await sealed(JSON.stringify(other)) });
    expect(vault.hasCredentials('teleanjar')).toBe(true);
    expect(vault.hasCredentials('iak')).toBe(false);
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect((await store(vault, 'iak', canary)).ok).toBe(true);
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect(stored(file)).toMatchObject({ version: 3 });
  });

  it('that did not name its key store names the one that opened it', async () => {
    const { vault, file } = await written({
      version: 2,
      billers: { iak: await sealed(JSON.stringify(canary)), teleanjar: 'b3RoZXI=' },
    });
    expect(vault.credentials('iak')).toEqual(canary);
    expect(vault.state().closed).toEqual([{ biller: 'teleanjar', by: 'unknown' }]);
    expect(stored(file)).toMatchObject({
      version: 3,
      billers: { iak: { by: 'gnome_libsecret' }, teleanjar: { by: 'unknown', sealed: 'b3RoZXI=' } },
    });
  });
});

describe('a vault that cannot be read', () => {
  it.each([
    ['empty', ''],
    ['no JSON', '{"version":2,'],
    ['of another version', { version: 4, billers: {} }],
    ['with more in it than a vault has', { version: 2, billers: {}, key: 'x' }],
    ['no base64', { version: 2, billers: { iak: '%' } }],
    ['of a scheme that is not known', { version: 3, billers: {}, passphrase: { scheme: 'rot13' } }],
  ])('because it is %s gives nothing, and is not written over', async (_why, content) => {
    const { vault, file, faults } = await written(content);
    const before = fs.readFileSync(file, 'utf8');
    expect(vault.hasCredentials('iak')).toBe(true);
    expect(vault.credentials('iak')).toBeUndefined();
    expect(vault.allSecrets()).toEqual([]);
    expect(await store(vault, 'iak', canary)).toEqual({ ok: false, error: 'file-not-written' });
    expect(await vault.setPassphrase(null, 'lima kata yang acak')).toEqual({
      ok: false,
      error: 'file-not-written',
    });
    expect(faults).toHaveLength(2);
    expect(fs.readFileSync(file, 'utf8')).toBe(before);
  });

  it('for a moment keeps every other biller’s secrets over the storing of one', async () => {
    const { vault, file } = await bench();
    await store(vault, 'teleanjar', other);
    const ready = await vault.seal('iak', canary);
    if (!ready.ok) throw new Error('not sealed');
    const reading = vi.spyOn(fs, 'readFileSync').mockImplementationOnce(() => {
      throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' });
    });
    onTestFinished(() => reading.mockRestore());
    expect(vault.store(ready.value)).toEqual({ ok: false, error: 'file-not-written' });
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect(stored(file)).not.toHaveProperty('billers.iak');
    expect(vault.store(ready.value).ok).toBe(true);
    expect(vault.credentials('teleanjar')).toEqual(other);
  });

  it.each([
    ['sealed by another', async () => Buffer.from('something else').toString('base64')],
    ['no JSON once it is open', () => sealed('{')],
    ['no secrets once it is open', () => sealed('{"username":1}')],
  ])('in one biller’s part, because it is %s, gives the others’ all the same', async (_why, part) => {
    const { vault } = await written({
      version: 2,
      billers: { iak: await part(), teleanjar: await sealed(JSON.stringify(other)) },
    });
    expect(vault.credentials('iak')).toBeUndefined();
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect(vault.allSecrets()).toEqual(Object.values(other));
  });
});
