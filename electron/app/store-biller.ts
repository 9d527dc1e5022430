import type { BillerId, BillerProfile, BillerSecrets } from '../../shared/biller-profile.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Settings, SettingsStore } from '../settings/settings.ts';
import type { SealedSecrets, Vault } from '../vault/vault.ts';
import { originOf } from './profile-of.ts';

export interface StoreBillerParts {
  readonly store: SettingsStore;
  readonly vault: Pick<Vault, 'store'>;
  /** Told why the settings could not be written. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Stores a biller's profile and, where they are given, its secrets. The two lie in two files, and the power may fail
 * between them: so that no secret ever stands beside an address it was not given for, the address is empty until
 * the secrets are stored.
 */
export function storeBiller(
  { store, vault, onFault }: StoreBillerParts,
  id: BillerId,
  profile: BillerProfile,
  secrets: SealedSecrets | null,
): Result<void, 'file-not-written'> {
  const before = store.get();
  const save = (settings: Settings): Result<void, 'file-not-written'> => {
    try {
      store.save(settings);
      return ok(undefined);
    } catch (error) {
      onFault(error);
      return err('file-not-written');
    }
  };
  const withProfile = (next: BillerProfile): Settings => ({
    ...before,
    billers: { ...before.billers, [id]: next },
  });

  if (secrets === null) return save(withProfile(profile));
  const baseUrl = Object.hasOwn(before.billers, id) ? before.billers[id]?.baseUrl : undefined;
  const isMoving = baseUrl === undefined || originOf(baseUrl) !== originOf(profile.baseUrl);
  const first = save(withProfile(isMoving ? { ...profile, baseUrl: '' } : profile));
  if (!first.ok) return first;
  const stored = vault.store(secrets);
  if (!stored.ok) {
    save(before);
    return stored;
  }
  return isMoving ? save(withProfile(profile)) : ok(undefined);
}

/** What there is to seal, sealed. */
export const sealSecrets = async (
  vault: Pick<Vault, 'seal'>,
  id: BillerId,
  secrets: BillerSecrets | null,
): Promise<Result<SealedSecrets | null, 'no-key-store' | 'vault-locked'>> =>
  secrets === null ? ok(null) : await vault.seal(id, secrets);
