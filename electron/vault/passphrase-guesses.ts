import { waitAfter } from '../../shared/guess-wait.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { keyOf, type PassphraseKey } from './passphrase-lock.ts';
import type { VaultFile } from './vault-file.ts';
import type { PassphraseProblem } from './vault.ts';

export interface PassphraseGuessesParts {
  /** The vault as it lies on the disk. */
  readonly read: () => VaultFile;
  readonly write: (content: VaultFile) => boolean;
  /** By a clock that only goes forward, in milliseconds. */
  readonly monotonicMs: () => number;
}

/**
 * Looks at a passphrase, at three wrong ones in a row only after a wait. They are counted in the file, and the wait begins anew
 * with the program, so that a restart, the first thing to try, shortens nothing. Whoever copies the file guesses without it,
 * at scrypt's price.
 */
export function createPassphraseGuesses({ read, write, monotonicMs }: PassphraseGuessesParts) {
  const startedAt = monotonicMs();
  let lockedUntil: number | undefined;
  /** Of this run, for where the disk takes no writing. */
  let counted: { readonly salt: string; readonly failures: number } | undefined;

  return async (passphrase: string): Promise<Result<PassphraseKey, PassphraseProblem>> => {
    const { passphrase: standing } = read();
    if (standing === null) return err('no-passphrase');
    const { failures: stored, ...lock } = standing;
    const failures = Math.max(stored, counted?.salt === lock.salt ? counted.failures : 0);
    if (monotonicMs() < (lockedUntil ?? startedAt + waitAfter(failures))) return err('too-many-guesses');
    const count = (wrong: number): void => {
      counted = { salt: lock.salt, failures: wrong };
      const now = read();
      if (now.passphrase?.salt !== lock.salt) return;
      write({ ...now, passphrase: { ...now.passphrase, failures: wrong } });
    };
    // Counted before it is looked at: a kill in between gives no guess for nothing.
    count(failures + 1);
    lockedUntil = monotonicMs() + waitAfter(failures + 1);
    const key = await keyOf(passphrase, lock);
    if (key === undefined) return err('wrong-passphrase');
    count(0);
    lockedUntil = 0;
    return ok(key);
  };
}
