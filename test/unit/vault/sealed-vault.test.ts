import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSealedVault } from '../../../electron/vault/sealed-vault.ts';
import { fakeKeyStore } from '../app/billers-to-set-up.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

const canary = { username: 'k4n4ri-user', apiKey: 'k4n4ri-key' };
const other = { uuid: 'b0r0ng-uuid', password: 'b0r0ng-pass' };

function bench(hasKeyStore = true) {
  const file = path.join(tempFolder(), 'data', 'vault.json');
  const faults: unknown[] = [];
  /** The vault as the program opens it at a start. */
  const open = (isThere = hasKeyStore) =>
    openSealedVault(file, fakeKeyStore(isThere), (error) => void faults.push(error));
  return { file, faults, open, vault: open() };
}

const written = (content: unknown) => {
  const { file, ...others } = bench();
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return { file, ...others };
};

const sealed = (text: string): string => Buffer.from(fakeKeyStore().seal(text)).toString('base64');

describe('a vault', () => {
  it('is empty at first, and makes no file', () => {
    const { vault, file } = bench();
    expect(vault.hasCredentials('iak')).toBe(false);
    expect(vault.credentials('iak')).toBeUndefined();
    expect(vault.allSecrets()).toEqual([]);
    expect(fs.existsSync(file)).toBe(false);
  });

  it('gives back what it was given, in this run and the next', () => {
    const { vault, open } = bench();
    expect(vault.store('iak', canary)).toEqual({ ok: true, value: undefined });
    for (const each of [vault, open()]) {
      expect(each.hasCredentials('iak')).toBe(true);
      expect(each.credentials('iak')).toEqual(canary);
      expect(each.hasCredentials('teleanjar')).toBe(false);
      expect(each.credentials('teleanjar')).toBeUndefined();
    }
  });

  it('keeps the other billers’ secrets when one’s are stored, and gives each only its own', () => {
    const { vault } = bench();
    vault.store('iak', { username: 'first' });
    vault.store('teleanjar', other);
    vault.store('iak', canary);
    expect(vault.credentials('iak')).toEqual(canary);
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect([...vault.allSecrets()].toSorted()).toEqual(
      [...Object.values(canary), ...Object.values(other)].toSorted(),
    );
  });

  it('has no biller that only JavaScript knows', () => {
    const { vault } = bench();
    vault.store('iak', canary);
    expect(vault.hasCredentials('constructor')).toBe(false);
    expect(vault.credentials('constructor')).toBeUndefined();
  });

  it('holds no secret that can be read, in no form, and no other file beside it', () => {
    const { vault, file } = bench();
    vault.store('iak', canary);
    vault.store('teleanjar', other);
    const text = fs.readFileSync(file, 'utf8');
    for (const secret of [...Object.values(canary), ...Object.values(other), 'username', 'apiKey']) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    }
    expect(fs.readdirSync(path.dirname(file))).toEqual(['vault.json']);
    expect(JSON.parse(text)).toEqual({
      version: 2,
      billers: { iak: expect.any(String), teleanjar: expect.any(String) },
    });
  });

  it.skipIf(process.platform === 'win32')('is a file only its owner can read', () => {
    const { vault, file } = bench();
    vault.store('iak', canary);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keeps nothing without a key store: no plain text, no file', () => {
    const { vault, file } = bench(false);
    expect(vault.canKeepSecrets()).toBe(false);
    expect(vault.store('iak', canary)).toEqual({ ok: false, error: 'no-key-store' });
    expect(fs.existsSync(file)).toBe(false);
  });

  it('whose key store is gone says that there are credentials, and gives none', () => {
    const { vault, open } = bench();
    vault.store('iak', canary);
    const without = open(false);
    expect(without.hasCredentials('iak')).toBe(true);
    expect(without.credentials('iak')).toBeUndefined();
    expect(without.allSecrets()).toEqual([]);
  });

  it('that cannot be written says so, and gives what it had', () => {
    const { vault, file, faults, open } = bench();
    vault.store('iak', canary);
    fs.rmSync(file);
    fs.mkdirSync(path.join(file, 'a folder where the file should be'), { recursive: true });
    expect(vault.store('iak', other)).toEqual({ ok: false, error: 'file-not-written' });
    expect(faults).toHaveLength(1);
    expect(String(faults[0])).not.toContain('b0r0ng');
    expect(open().credentials('iak')).toBeUndefined();
  });
});

describe('a vault of the time when Teleanjar was the only biller', () => {
  it('has Teleanjar’s secrets, and keeps them when another’s are stored', () => {
    const { vault, file } = written({ version: 1, teleanjar: sealed(JSON.stringify(other)) });
    expect(vault.hasCredentials('teleanjar')).toBe(true);
    expect(vault.hasCredentials('iak')).toBe(false);
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect(vault.store('iak', canary).ok).toBe(true);
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ version: 2 });
  });
});

describe('a vault that cannot be read', () => {
  it.each([
    ['empty', ''],
    ['no JSON', '{"version":2,'],
    ['of another version', { version: 3, billers: {} }],
    ['with more in it than a vault has', { version: 2, billers: {}, key: 'x' }],
    ['no base64', { version: 2, billers: { iak: '%' } }],
  ])('because it is %s gives nothing, and is not written over', (_why, content) => {
    const { vault, file, faults } = written(content);
    const before = fs.readFileSync(file, 'utf8');
    expect(vault.hasCredentials('iak')).toBe(true);
    expect(vault.credentials('iak')).toBeUndefined();
    expect(vault.allSecrets()).toEqual([]);
    expect(vault.store('iak', canary)).toEqual({ ok: false, error: 'file-not-written' });
    expect(faults).toHaveLength(1);
    expect(fs.readFileSync(file, 'utf8')).toBe(before);
  });

  it('for a moment keeps every other biller’s secrets over the storing of one', () => {
    const { vault, file } = bench();
    vault.store('teleanjar', other);
    const reading = vi.spyOn(fs, 'readFileSync').mockImplementationOnce(() => {
      throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' });
    });
    onTestFinished(() => reading.mockRestore());
    expect(vault.store('iak', canary)).toEqual({ ok: false, error: 'file-not-written' });
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).not.toHaveProperty('billers.iak');
    expect(vault.store('iak', canary).ok).toBe(true);
    expect(vault.credentials('teleanjar')).toEqual(other);
  });

  it.each([
    ['sealed by another', Buffer.from('something else').toString('base64')],
    ['no JSON once it is open', sealed('{')],
    ['no secrets once it is open', sealed('{"username":1}')],
  ])('in one biller’s part, because it is %s, gives the others’ all the same', (_why, part) => {
    const { vault } = written({
      version: 2,
      billers: { iak: part, teleanjar: sealed(JSON.stringify(other)) },
    });
    expect(vault.credentials('iak')).toBeUndefined();
    expect(vault.credentials('teleanjar')).toEqual(other);
    expect(vault.allSecrets()).toEqual(Object.values(other));
  });
});
