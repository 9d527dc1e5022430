import { safeStorage } from 'electron';
import { openSealedVault } from './sealed-vault.ts';
import type { Vault } from './vault.ts';

/**
 * A vault in the file at `file`, sealed by Electron's `safeStorage`. On Linux `basic_text` means a password that
 * stands in Chromium's source, so it counts as no key store at all.
 *
 * @param onFault told why the file could not be written.
 */
export const openKeyStoreVault = (file: string, onFault: (error: unknown) => void): Vault =>
  openSealedVault(
    file,
    {
      isThere: () =>
        safeStorage.isEncryptionAvailable() &&
        (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
      seal: (text) => safeStorage.encryptString(text),
      open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
    },
    onFault,
  );
