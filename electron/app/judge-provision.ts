import type { BillerId, BillerProfile, BillerSecrets } from '../../shared/biller-profile.ts';
import type { ProvisionFault } from '../../shared/provision-fault.ts';
import type { Provision, ProvisionedProfile } from '../../shared/provision.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Account } from '../billers/biller.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Vault } from '../vault/vault.ts';
import type { BillerToSetUp } from './change-settings.ts';
import { canBeFinal, fitSecrets } from './fit-to-form.ts';
import { keepsAccount } from './keeps-account.ts';
import type { Log } from './log.ts';
import { mergedProfile } from './merge-provision.ts';
import { originOf, profileOf } from './profile-of.ts';

/** What a file is judged by: the counter that it is for. */
export interface JudgeParts {
  readonly store: SettingsStore;
  readonly vault: Vault;
  readonly billers: readonly BillerToSetUp[];
  /**
   * Host and account of the biller's unsettled payments in every ledger of this counter that is not training.
   *
   * @throws where a ledger cannot be read.
   */
  readonly openAccounts: (biller: BillerId) => readonly Account[];
  /** Whether the settings of a counter that was live are lost. */
  readonly isLost: () => boolean;
  readonly log: Log;
}

export type Judged<T> = Result<T, ProvisionFault>;

export const fault = (code: ProvisionFault['code'], ...where: readonly string[]) =>
  err({ code, where: where.join('.') });

/** A biller as the file wants it. `secrets: null` keeps those that are stored. */
export interface BillerChange {
  readonly id: BillerId;
  readonly profile: BillerProfile;
  readonly secrets: BillerSecrets | null;
}

/** What is to be stored of each biller; or the first thing that is wrong, whatever it is, with nothing done yet. */
export function judgeProvision(
  provided: Pick<Provision, 'open' | 'preferredBiller' | 'billers'>,
  parts: JudgeParts,
): Judged<readonly BillerChange[]> {
  const { store, vault, billers, isLost } = parts;
  const settings = store.get();
  // Settings that are lost must not come back as training: the counter stops and says so.
  if (provided.open === undefined && isLost()) return fault('was-live', 'open');

  const { preferredBiller } = provided;
  if (preferredBiller !== undefined && !billers.some(({ form }) => form.id === preferredBiller)) {
    return fault('no-such-biller', 'preferredBiller');
  }
  const changes: BillerChange[] = [];
  for (const [id, wanted] of Object.entries(provided.billers ?? {})) {
    const biller = billers.find(({ form }) => form.id === id);
    if (biller === undefined) return fault('no-such-biller', 'billers', id);
    const change = judgeBiller(biller, wanted.profile ?? {}, wanted.secrets ?? null, parts);
    if (!change.ok) return change;
    changes.push(change.value);
  }
  if (changes.some(({ secrets }) => secrets !== null) && !vault.canKeepSecrets())
    return fault(vault.state().passphrase === 'asked' ? 'vault-locked' : 'no-key-store');

  const { open } = provided;
  if (open !== undefined && open !== 'training') {
    const isThere = billers.some(({ form, ledgerKindOf }) => {
      const profile = changes.find(({ id }) => id === form.id)?.profile ?? profileOf(form, settings);
      return ledgerKindOf(profile.baseUrl) === open;
    });
    if (!isThere) return fault('no-such-biller', 'open');
  }
  return ok(changes);
}

function judgeBiller(
  biller: BillerToSetUp,
  wanted: ProvisionedProfile,
  given: BillerSecrets | null,
  parts: JudgeParts,
): Judged<BillerChange> {
  const { store, vault } = parts;
  const { form, ledgerKindOf } = biller;
  const { id } = form;
  const where = ['billers', id, 'profile'];
  const standing = profileOf(form, store.get());

  for (const [key, value] of Object.entries(wanted.options ?? {})) {
    const choices = form.options.find((option) => option.key === key)?.choices ?? [];
    if (!choices.some((choice) => choice.value === value)) return fault('invalid', ...where, 'options', key);
  }
  const wrongAnswer = (wanted.finalAnswers ?? []).findIndex((text) => !canBeFinal(form, text));
  if (wrongAnswer !== -1) return fault('invalid', ...where, 'finalAnswers', String(wrongAnswer));

  const baseUrl = wanted.baseUrl?.trim() ?? standing.baseUrl;
  // Secrets are given for an address.
  if (ledgerKindOf(baseUrl) === undefined && (baseUrl !== '' || given !== null)) {
    return fault('address-not-allowed', ...where, 'baseUrl');
  }
  const isForeign = Object.keys(given ?? {}).some((key) => !form.secrets.some((field) => field.key === key));
  if (isForeign) return fault('invalid', 'billers', id, 'secrets');
  const secrets = given === null ? null : fitSecrets(form, given);
  if (secrets === undefined) return fault('credentials-missing', 'billers', id, 'secrets');
  const isMoving = baseUrl !== '' && originOf(baseUrl) !== originOf(standing.baseUrl);
  if (secrets === null && isMoving && vault.hasCredentials(id)) {
    return fault('credentials-missing', 'billers', id, 'secrets');
  }
  const profile = mergedProfile(form, standing, wanted);
  return keepsAccount(biller, { standing, profile, secrets }, parts)
    ? ok({ id, profile, secrets })
    : fault('payment-unresolved', 'billers', id);
}
