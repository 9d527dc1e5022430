import type { VaultProblemCode } from '../../shared/contract/vault.ts';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { vaultTroubleOf } from '../../shared/vault-state.ts';
import type { Vault } from '../vault/vault.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import { mayRestart } from './may-restart.ts';
import type { OwnerPin } from './owner-pin.ts';

type Done = Result<undefined, { readonly code: VaultProblemCode }>;

/** What the credentials are kept by, and the owner's ways to change it. A passphrase is looked at and never kept. */
export interface VaultKey {
  unlock(passphrase: string): Promise<Done>;
  setPassphrase(current: string | null, next: string, pin: string | null): Promise<Done>;
  leavePassphrase(current: string, pin: string | null): Promise<Done>;
  /** Forgets all credentials. What is not settled stays so until they are entered anew. */
  forget(pin: string | null): Promise<Done>;
  /** Chromium asks the key store once a run: where it is not open now, only a new run can find it so. */
  retry(): Promise<Done>;
}

export interface VaultKeyParts {
  readonly vault: Vault;
  readonly ownerPin: Pick<OwnerPin, 'hasPin' | 'check'>;
  readonly counter: Counter;
  /** Whether the line of any payment is still read for a late answer, which a restart would lose. */
  readonly isListening: () => boolean;
  readonly restart: () => void;
  /** Called once credentials are open that were not. */
  readonly onOpened: () => void;
  readonly log: Log;
}

export function createVaultKey(parts: VaultKeyParts): VaultKey {
  const { vault, ownerPin, counter, restart, onOpened, log } = parts;
  const isPaying = (): boolean => isPaymentUnderWay(counter.state());

  const answeredFor = async (pin: string | null): Promise<Done> => {
    if (!ownerPin.hasPin()) return ok(undefined);
    const checked = pin === null ? err('wrong-pin' as const) : await ownerPin.check(pin);
    return checked.ok ? ok(undefined) : err({ code: checked.error });
  };

  /** The counter is told what is open now, and so what it can sell. */
  const tell = (): void => {
    const { ledger, billers } = counter.state();
    const wasClosed = counter.state().vault !== null;
    counter.change({
      vault: vaultTroubleOf(vault.state()),
      billers: billers.map((biller) => ({
        ...biller,
        ready: ledger === 'training' || vault.credentials(biller.id) !== undefined,
      })),
    });
    if (wasClosed && counter.state().vault === null) onOpened();
  };

  const done = (result: Result<void, VaultProblemCode>, deed: string): Done => {
    tell();
    if (!result.ok) return err({ code: result.error });
    log.note(deed);
    return ok(undefined);
  };

  return {
    unlock: async (passphrase) =>
      done(await vault.unlock(passphrase), 'the credentials were opened by the passphrase'),

    async setPassphrase(current, next, pin) {
      const answered = await answeredFor(pin);
      if (!answered.ok) return answered;
      return done(await vault.setPassphrase(current, next), 'a passphrase seals the credentials from now on');
    },

    async leavePassphrase(current, pin) {
      const answered = await answeredFor(pin);
      if (!answered.ok) return answered;
      return done(await vault.leavePassphrase(current), 'the key store seals the credentials from now on');
    },

    async forget(pin) {
      const answered = await answeredFor(pin);
      if (!answered.ok) return answered;
      // A payment under way still asks with what it was sent with.
      if (isPaying()) return err({ code: 'payment-unresolved' });
      try {
        vault.forgetAll();
      } catch (error) {
        log.fault('the credentials could not be removed', error);
        return err({ code: 'file-not-written' });
      }
      return done(ok(undefined), 'all credentials were forgotten');
    },

    async retry() {
      await vault.open();
      tell();
      const { keyStore } = vault.state();
      if (keyStore.kind === 'open' || vault.state().passphrase !== 'not-set') return ok(undefined);
      if (!mayRestart(parts)) return err({ code: 'payment-unresolved' });
      restart();
      return ok(undefined);
    },
  };
}
