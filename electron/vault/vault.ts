import type { BillerId, BillerSecrets } from '../../shared/biller-profile.ts';
import type { Result } from '../../shared/result.ts';
import type { VaultState } from '../../shared/vault-state.ts';

/** Why a passphrase was not taken. */
export type PassphraseProblem = 'no-passphrase' | 'wrong-passphrase' | 'too-many-guesses';

/**
 * Keeps the shop's credentials, sealed by the system's key store or by the owner's passphrase. What goes in comes out only
 * in the main process, in whose memory it lies open.
 */
export interface Vault {
  /** Opens what it can; again for a key store that was unlocked meanwhile. */
  open(): Promise<void>;
  state(): VaultState;
  /** Whether anything here really encrypts, and is open. Without, nothing is kept: no plain text, ever. */
  canKeepSecrets(): boolean;
  /** Also where they cannot be read now: what may be there must not go to a host it was not given for. */
  hasCredentials(biller: BillerId): boolean;
  /** `undefined` where none are stored, or they are not open now. */
  credentials(biller: BillerId): BillerSecrets | undefined;
  /** Every secret that is open, for blanking them in the log. */
  allSecrets(): readonly string[];
  /** Seals a biller's secrets and stores nothing yet: what takes its time is done before anything is decided. */
  seal(
    biller: BillerId,
    secrets: BillerSecrets,
  ): Promise<Result<SealedSecrets, 'no-key-store' | 'vault-locked'>>;
  /** Changes nothing where what is stored of the other billers cannot be kept. */
  store(sealed: SealedSecrets): Result<void, 'file-not-written'>;

  /** Opens by the owner's passphrase. A wrong one is counted, and after three there is a wait. */
  unlock(passphrase: string): Promise<Result<void, PassphraseProblem>>;
  /**
   * Sets the owner's passphrase, or changes it: `current` is the one that stands. All that is open is sealed by it from now
   * on; what is not stays as it is.
   */
  setPassphrase(
    current: string | null,
    next: string,
  ): Promise<Result<void, PassphraseProblem | 'file-not-written'>>;
  /** Goes back to the system's key store. */
  leavePassphrase(
    current: string,
  ): Promise<Result<void, PassphraseProblem | 'no-key-store' | 'file-not-written'>>;
  /** Forgets all of them and the passphrase, for good. @throws Error where the disk fails. */
  forgetAll(): void;
}

/** Secrets on their way into the vault. Only it knows what is in them. */
export interface SealedSecrets {
  readonly biller: BillerId;
}
