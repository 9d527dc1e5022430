import type { SafeStorage } from 'electron';
import { keyStoreNames, type KeyStoreName, type KeyStoreState } from '../../shared/vault-state.ts';
import type { KeyStore } from './key-store.ts';

/** Electron's `safeStorage`: its asynchronous half came after 33, and its synchronous one is on its way out of 45. */
export type SafeStorageAtHand = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
> &
  Partial<Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>>;

/** The key store by whichever of the two halves this Electron has. */
export function keyStoreOf(storage: SafeStorageAtHand, platform: NodeJS.Platform): KeyStore {
  const name = (): KeyStoreName | undefined => nameOf(storage, platform);
  return hasAsync(storage) ? asyncStore(storage, name) : syncStore(storage, name);
}

type AsyncStorage = Required<
  Pick<SafeStorageAtHand, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>
>;

const hasAsync = (storage: Partial<AsyncStorage>): storage is AsyncStorage =>
  typeof storage.isAsyncEncryptionAvailable === 'function' &&
  typeof storage.encryptStringAsync === 'function' &&
  typeof storage.decryptStringAsync === 'function';

/**
 * Which key store it is; `undefined` where there is none. On Linux `basic_text` means a password that stands in Chromium's
 * source, and so nothing at all.
 */
function nameOf(
  storage: Pick<SafeStorageAtHand, 'getSelectedStorageBackend'>,
  platform: NodeJS.Platform,
): KeyStoreName | undefined {
  if (platform === 'win32') return 'dpapi';
  if (platform === 'darwin') return 'keychain';
  const backend = storage.getSelectedStorageBackend();
  return keyStoreNames.find((each) => each === backend && each !== 'unknown');
}

const stateOf = (name: KeyStoreName | undefined, isOpen: boolean): KeyStoreState =>
  name === undefined ? { kind: 'none' } : { kind: isOpen ? 'open' : 'locked', name };

const asyncStore = (storage: AsyncStorage, name: () => KeyStoreName | undefined): KeyStore => ({
  async state() {
    const isOpen = await storage.isAsyncEncryptionAvailable();
    return stateOf(name(), isOpen);
  },
  seal: async (text) => await storage.encryptStringAsync(text),
  async open(sealed) {
    const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(sealed));
    return { text: result, isStale: shouldReEncrypt };
  },
});

// Deprecated in 45, where the other one is taken; 33 has nothing else.
const syncStore = (storage: SafeStorageAtHand, name: () => KeyStoreName | undefined): KeyStore => ({
  // Asked before the name: on Linux that settles which one is in use.
  state: async () => {
    const isOpen = storage.isEncryptionAvailable();
    return stateOf(name(), isOpen);
  },
  seal: async (text) => storage.encryptString(text),
  open: async (sealed) => ({ text: storage.decryptString(Buffer.from(sealed)), isStale: false }),
});
