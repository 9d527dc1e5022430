import { describe, expect, it, vi } from 'vitest';
import { keyStoreOf, type SafeStorageAtHand } from '../../../electron/vault/safe-storage.ts';

type Backend = ReturnType<SafeStorageAtHand['getSelectedStorageBackend']>;

/** What 33 has. */
const synchronous = (isAvailable: boolean, backend: Backend = 'gnome_libsecret') => ({
  isEncryptionAvailable: vi.fn(() => isAvailable),
  encryptString: vi.fn((text: string) => Buffer.from(`sync ${text}`)),
  decryptString: vi.fn((sealed: Buffer) => sealed.toString().replace('sync ', '')),
  getSelectedStorageBackend: () => backend,
});

/** What 45 has besides. */
const asynchronous = (isAvailable: boolean, backend: Backend = 'gnome_libsecret') => ({
  ...synchronous(isAvailable, backend),
  isAsyncEncryptionAvailable: vi.fn(async () => isAvailable),
  encryptStringAsync: vi.fn(async (text: string) => Buffer.from(`async ${text}`)),
  decryptStringAsync: vi.fn(async (sealed: Buffer) => ({
    result: sealed.toString().replace('async ', ''),
    shouldReEncrypt: sealed.toString().startsWith('old'),
  })),
});

describe('the system’s key store', () => {
  it('is asked by the asynchronous functions where this Electron has them, and never by the old ones', async () => {
    const storage = asynchronous(true);
    const store = keyStoreOf(storage, 'linux');
    expect(await store.state()).toEqual({ kind: 'open', name: 'gnome_libsecret' });
    const sealed = await store.seal('rahasia');
    expect(Buffer.from(sealed).toString()).toBe('async rahasia');
    expect(await store.open(sealed)).toEqual({ text: 'rahasia', isStale: false });
    expect(await store.open(Buffer.from('old'))).toMatchObject({ isStale: true });
    expect(storage.isEncryptionAvailable).not.toHaveBeenCalled();
    expect(storage.encryptString).not.toHaveBeenCalled();
    expect(storage.decryptString).not.toHaveBeenCalled();
  });

  it('is asked by the old ones where there is nothing else', async () => {
    const store = keyStoreOf(synchronous(true), 'linux');
    expect(await store.state()).toEqual({ kind: 'open', name: 'gnome_libsecret' });
    const sealed = await store.seal('rahasia');
    expect(await store.open(sealed)).toEqual({ text: 'rahasia', isStale: false });
  });

  it.each([
    ['is none with the password that stands in Chromium’s source', 'basic_text', { kind: 'none' }],
    ['is none while nobody knows which', 'unknown', { kind: 'none' }],
    ['is KWallet', 'kwallet6', { kind: 'open', name: 'kwallet6' }],
  ] as const)('on Linux %s', async (_what, backend, state) => {
    for (const storage of [synchronous(true, backend), asynchronous(true, backend)]) {
      expect(await keyStoreOf(storage, 'linux').state()).toEqual(state);
    }
  });

  it('is there and locked where it encrypts nothing now', async () => {
    for (const storage of [synchronous(false), asynchronous(false)]) {
      expect(await keyStoreOf(storage, 'linux').state()).toEqual({ kind: 'locked', name: 'gnome_libsecret' });
    }
  });

  it('has a name on Windows and macOS, which know no other', async () => {
    expect(await keyStoreOf(synchronous(true, 'unknown'), 'win32').state()).toEqual({
      kind: 'open',
      name: 'dpapi',
    });
    expect(await keyStoreOf(asynchronous(true, 'unknown'), 'darwin').state()).toEqual({
      kind: 'open',
      name: 'keychain',
    });
  });
});
