import type { KeyStoreState } from '../../shared/vault-state.ts';

/** What encrypts: the system's key store. */
export interface KeyStore {
  /** Whether it really encrypts, now. */
  state(): Promise<KeyStoreState>;
  /** @throws where there is none, or it is locked. */
  seal(text: string): Promise<Uint8Array>;
  /** @throws where it cannot be opened here: sealed by another user, or by another key store. */
  open(sealed: Uint8Array): Promise<Opened>;
}

export interface Opened {
  readonly text: string;
  /** Its key was changed meanwhile: it should be sealed anew. */
  readonly isStale: boolean;
}
