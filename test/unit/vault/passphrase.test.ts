import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPassphraseGuesses } from '../../../electron/vault/passphrase-guesses.ts';
import { keyOf, makeLock, openBy, sealBy } from '../../../electron/vault/passphrase-lock.ts';
import { readVaultFile } from '../../../electron/vault/vault-file.ts';
import { bench, canary, none, other, store, stored } from './vault-bench.ts';

const words = 'lima kata yang acak';
const minute = 60_000;
const refused = (error: string) => ({ ok: false, error });

describe('a passphrase', () => {
  it('opens what it sealed, and nothing that was changed, moved elsewhere or sealed by another', async () => {
    const { key } = await makeLock(words, 2 ** 14);
    const text = sealBy(key, 'iak', 'rahasia');
    expect(openBy(key, 'iak', text)).toBe('rahasia');
    expect(openBy(key, 'teleanjar', text)).toBeUndefined();
    expect(openBy((await makeLock(words, 2 ** 14)).key, 'iak', text)).toBeUndefined();
    const bytes = Buffer.from(text, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openBy(key, 'iak', changed.toString('base64'))).toBeUndefined();
    }
    expect(openBy(key, 'iak', '')).toBeUndefined();
    expect(sealBy(key, 'iak', 'rahasia')).not.toBe(text);
  });

  it('is known by its letters, in whichever form a system types them', async () => {
    const { lock } = await makeLock('caf\u00e9 di pasar', 2 ** 14);
    expect(await keyOf('cafe\u0301 di pasar', lock)).toBeDefined();
    expect(await keyOf('cafe di pasar', lock)).toBeUndefined();
  });
});

describe('a vault with a passphrase', () => {
  it('keeps secrets where there is no key store, and in the next run only for who gives it', async () => {
    const { vault, open, file } = await bench(none);
    expect((await vault.setPassphrase(null, words)).ok).toBe(true);
    expect(vault.canKeepSecrets()).toBe(true);
    expect((await store(vault, 'iak', canary)).ok).toBe(true);
    expect(vault.credentials('iak')).toEqual(canary);

    const next = await open();
    expect(next.state()).toEqual({
      keyStore: none,
      passphrase: 'asked',
      closed: [{ biller: 'iak', by: 'passphrase' }],
    });
    expect(next.hasCredentials('iak')).toBe(true);
    expect(next.credentials('iak')).toBeUndefined();
    expect(next.canKeepSecrets()).toBe(false);
    expect(await store(next, 'teleanjar', other)).toEqual(refused('vault-locked'));
    expect(await next.unlock('enam kata yang acak')).toEqual(refused('wrong-passphrase'));
    expect(next.credentials('iak')).toBeUndefined();
    expect((await next.unlock(words)).ok).toBe(true);
    expect(next.credentials('iak')).toEqual(canary);
    expect(next.state()).toMatchObject({ passphrase: 'open', closed: [] });

    const text = fs.readFileSync(file, 'utf8');
    for (const secret of [words, 'kata', ...Object.values(canary)]) expect(text).not.toContain(secret);
    expect(stored(file)).toMatchObject({
      passphrase: { scheme: 'scrypt+aes-256-gcm', cost: 2 ** 14, blockSize: 8, parallelization: 1 },
    });
  });

  it('seals with it what the key store had sealed, and gives it back to the key store when it is left', async () => {
    const { vault, open, file } = await bench();
    await store(vault, 'iak', canary);
    await store(vault, 'teleanjar', other);
    expect((await vault.setPassphrase(null, words)).ok).toBe(true);
    expect(stored(file)).toMatchObject({
      billers: { iak: { by: 'passphrase' }, teleanjar: { by: 'passphrase' } },
    });
    expect(vault.credentials('iak')).toEqual(canary);
    expect(vault.state().closed).toEqual([]);
    expect((await open()).credentials('iak')).toBeUndefined();

    expect(await vault.leavePassphrase('salah sama sekali')).toEqual(refused('wrong-passphrase'));
    expect((await vault.leavePassphrase(words)).ok).toBe(true);
    expect(stored(file)).toMatchObject({
      billers: { iak: { by: 'gnome_libsecret' }, teleanjar: { by: 'gnome_libsecret' } },
      passphrase: null,
    });
    const next = await open();
    expect(next.credentials('iak')).toEqual(canary);
    expect(next.credentials('teleanjar')).toEqual(other);
    expect(await next.unlock(words)).toEqual(refused('no-passphrase'));
  });

  it('is changed by who knows it, and the old one opens nothing then', async () => {
    const { vault, open } = await bench(none);
    await vault.setPassphrase(null, words);
    await store(vault, 'iak', canary);
    const before = await vault.seal('teleanjar', other);
    expect(await vault.setPassphrase(null, 'kata baru yang lain')).toEqual(refused('wrong-passphrase'));
    expect((await vault.setPassphrase(words, 'kata baru yang lain')).ok).toBe(true);
    // Sealed by the old one, it would never be opened again.
    if (!before.ok) throw new Error('not sealed');
    expect(vault.store(before.value)).toEqual(refused('file-not-written'));
    const next = await open();
    expect(await next.unlock(words)).toEqual(refused('wrong-passphrase'));
    expect((await next.unlock('kata baru yang lain')).ok).toBe(true);
    expect(next.credentials('iak')).toEqual(canary);
  });

  it('is not left where there is no key store to take what it sealed', async () => {
    const { vault, open } = await bench(none);
    await vault.setPassphrase(null, words);
    await store(vault, 'iak', canary);
    expect(await vault.leavePassphrase(words)).toEqual(refused('no-key-store'));
    const next = await open();
    await next.unlock(words);
    expect(next.credentials('iak')).toEqual(canary);
  });

  it('leaves alone what nobody can open now', async () => {
    const { vault, open, file } = await bench();
    await store(vault, 'iak', canary);
    const without = await open(none);
    expect((await without.setPassphrase(null, words)).ok).toBe(true);
    expect(stored(file)).toMatchObject({ billers: { iak: { by: 'gnome_libsecret' } } });
    expect(without.credentials('iak')).toBeUndefined();
    // Back in the desktop session of before, the key store opens its own.
    expect((await open()).credentials('iak')).toEqual(canary);
  });

  it('is not guessed at: after three wrong ones there is a wait, which a new start does not shorten', async () => {
    const { vault, open, clock } = await bench(none);
    await vault.setPassphrase(null, words);
    for (const typed of ['satu dua tiga', 'satu dua empat', 'satu dua lima']) {
      expect(await vault.unlock(typed)).toEqual(refused('wrong-passphrase'));
    }
    expect(await vault.unlock(words)).toEqual(refused('too-many-guesses'));
    clock.ms += minute / 2 - 1;
    expect(await vault.unlock(words)).toEqual(refused('too-many-guesses'));
    const next = await open();
    expect(await next.unlock(words)).toEqual(refused('too-many-guesses'));
    clock.ms += minute / 2;
    expect((await next.unlock(words)).ok).toBe(true);
    // A right one begins anew.
    const last = await open();
    expect((await last.unlock(words)).ok).toBe(true);
  });

  it('is not guessed at where the disk takes no writing either', async () => {
    const { vault, file, clock } = await bench(none);
    await vault.setPassphrase(null, words);
    const look = createPassphraseGuesses({
      read: () => readVaultFile(file),
      write: () => false,
      monotonicMs: () => clock.ms,
    });
    for (const typed of ['satu dua tiga', 'satu dua empat', 'satu dua lima'])
      expect(await look(typed)).toEqual(refused('wrong-passphrase'));
    expect(await look(words)).toEqual(refused('too-many-guesses'));
    clock.ms += minute / 2;
    expect((await look(words)).ok).toBe(true);
  });

  it('gives no guess for nothing to many at once', async () => {
    const { vault } = await bench(none);
    await vault.setPassphrase(null, words);
    const typed = ['satu dua tiga', 'satu dua empat', 'satu dua lima', words];
    const answers = await Promise.all(typed.map((each) => vault.unlock(each)));
    expect(answers.map((answer) => (answer.ok ? 'open' : answer.error))).toEqual([
      'wrong-passphrase',
      'wrong-passphrase',
      'wrong-passphrase',
      'too-many-guesses',
    ]);
  });

  it('forgets it with all else', async () => {
    const { vault, open } = await bench(none);
    await vault.setPassphrase(null, words);
    await store(vault, 'iak', canary);
    const next = await open();
    next.forgetAll();
    expect(next.state()).toEqual({ keyStore: none, passphrase: 'not-set', closed: [] });
    expect(vault.hasCredentials('iak')).toBe(false);
  });
});
