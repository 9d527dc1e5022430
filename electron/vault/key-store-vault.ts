import fs from 'node:fs';
import path from 'node:path';
import { safeStorage } from 'electron';
import { sync as writeFileAtomically } from 'write-file-atomic';
import { err, ok } from '../../shared/result.ts';
import { teleanjarCredentialsSchema } from '../../shared/settings.ts';
import { z } from '../../shared/zod.ts';
import type { Vault } from './vault.ts';

const vaultSchema = z.strictObject({ version: z.literal(1), teleanjar: z.base64() });

/**
 * A vault in the file at `file`: ciphertext by Electron's `safeStorage`. On Linux `basic_text` means a password
 * that stands in Chromium's source, so it counts as no key store at all.
 *
 * @param onFault told why the file could not be written.
 */
export function openKeyStoreVault(file: string, onFault: (error: unknown) => void): Vault {
  const canKeepSecrets = (): boolean =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');

  return {
    canKeepSecrets,
    hasCredentials: () => fs.existsSync(file),
    credentials() {
      if (!fs.existsSync(file) || !canKeepSecrets()) return undefined;
      try {
        const { teleanjar } = vaultSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
        const opened: unknown = JSON.parse(safeStorage.decryptString(Buffer.from(teleanjar, 'base64')));
        return teleanjarCredentialsSchema.parse(opened);
      } catch {
        // Sealed by another user or another key store: for this run there are no credentials.
        return undefined;
      }
    },
    store(credentials) {
      if (!canKeepSecrets()) return err('no-key-store');
      const sealed = safeStorage.encryptString(JSON.stringify(credentials)).toString('base64');
      try {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        const text = JSON.stringify({ version: 1, teleanjar: sealed });
        writeFileAtomically(file, text, { mode: 0o600, fsync: true });
        return ok(undefined);
      } catch (error) {
        onFault(error);
        return err('file-not-written');
      }
    },
  };
}
