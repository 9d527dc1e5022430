import { safeStorage } from 'electron';
import { keyStoreOf } from './safe-storage.ts';
import { createSealedVault, type SealedVaultParts } from './sealed-vault.ts';
import type { Vault } from './vault.ts';

/** A vault sealed by Electron's `safeStorage`, or by a passphrase where the owner has set one. */
export const createKeyStoreVault = (parts: Omit<SealedVaultParts, 'keyStore' | 'cost'>): Vault =>
  createSealedVault({ ...parts, keyStore: keyStoreOf(safeStorage, process.platform) });
