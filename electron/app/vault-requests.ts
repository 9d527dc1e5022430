import type { RequestHandlers } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/result.ts';
import type { ChangeSettings } from './change-settings.ts';
import type { VaultKey } from './vault-key.ts';

/** The requests about what the credentials are kept by. */
export function createVaultRequests(
  key: VaultKey,
  settings: Pick<ChangeSettings, 'view'>,
): Pick<
  RequestHandlers,
  'unlockVault' | 'setPassphrase' | 'leavePassphrase' | 'forgetSecrets' | 'retryKeyStore'
> {
  const seen = async (change: ReturnType<VaultKey['retry']>) => {
    const changed = await change;
    return changed.ok ? ok(settings.view()) : changed;
  };
  return {
    unlockVault: ({ passphrase }) => seen(key.unlock(passphrase)),
    setPassphrase: ({ current, next, pin }) => seen(key.setPassphrase(current, next, pin)),
    leavePassphrase: ({ current, pin }) => seen(key.leavePassphrase(current, pin)),
    forgetSecrets: ({ pin }) => seen(key.forget(pin)),
    retryKeyStore: () => seen(key.retry()),
  };
}
