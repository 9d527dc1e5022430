import type { Result } from '../../shared/result.ts';
import type { TeleanjarCredentials } from '../../shared/settings.ts';

/** Keeps the shop's credentials in the system's key store. What goes in comes out only in the main process. */
export interface Vault {
  /** Whether this system has a key store that really encrypts. Without one nothing is kept: no plain text, ever. */
  canKeepSecrets(): boolean;
  hasCredentials(): boolean;
  /** `undefined` where none are stored, or the key store that sealed them cannot open them now. */
  credentials(): TeleanjarCredentials | undefined;
  store(credentials: TeleanjarCredentials): Result<void, 'no-key-store' | 'file-not-written'>;
}
