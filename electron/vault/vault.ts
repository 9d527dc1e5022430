import type { BillerId, BillerSecrets } from '../../shared/biller-profile.ts';
import type { Result } from '../../shared/result.ts';

/** Keeps the shop's credentials in the system's key store. What goes in comes out only in the main process. */
export interface Vault {
  /** Whether this system has a key store that really encrypts. Without one nothing is kept: no plain text, ever. */
  canKeepSecrets(): boolean;
  /** Also where they cannot be read now: what may be there must not go to a host it was not given for. */
  hasCredentials(biller: BillerId): boolean;
  /** `undefined` where none are stored, or they cannot be read or opened now. */
  credentials(biller: BillerId): BillerSecrets | undefined;
  /** Every secret that can be opened, for blanking them in the log. */
  allSecrets(): readonly string[];
  /** Changes nothing where what is stored of the other billers cannot be kept. */
  store(biller: BillerId, secrets: BillerSecrets): Result<void, 'no-key-store' | 'file-not-written'>;
  /** Forgets all of them, for good. @throws Error where the disk fails. */
  forgetAll(): void;
}
