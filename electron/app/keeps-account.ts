import type { BillerId, BillerProfile, BillerSecrets } from '../../shared/biller-profile.ts';
import type { Account, BillerDefinition } from '../billers/biller.ts';
import type { Vault } from '../vault/vault.ts';
import type { Log } from './log.ts';

/** What a change of a biller's profile or secrets would come to. `secrets: null` keeps those that are stored. */
export interface AccountChange {
  readonly standing: BillerProfile;
  readonly profile: BillerProfile;
  readonly secrets: BillerSecrets | null;
}

export interface KeepsAccountParts {
  readonly vault: Pick<Vault, 'credentials'>;
  /**
   * Host and account of the biller's unsettled payments in every ledger of this counter that is not training.
   *
   * @throws where a ledger cannot be read.
   */
  readonly openAccounts: (biller: BillerId) => readonly Account[];
  readonly log: Log;
}

/** Whether anything is changed of what an account is made of. */
export const touchesAccount = ({ standing, profile, secrets }: AccountChange): boolean =>
  profile.baseUrl !== standing.baseUrl || secrets !== null;

/**
 * Whether every unsettled payment could still be asked about after a change: at the host and with the account that
 * sent it. The same account may be given again, with a new password or key, or another path of its host.
 */
export function keepsAccount(
  { form, connect }: Pick<BillerDefinition, 'form' | 'connect'>,
  change: AccountChange,
  { vault, openAccounts, log }: KeepsAccountParts,
): boolean {
  if (!touchesAccount(change)) return true;
  const open = openOrUnknown(() => openAccounts(form.id), log);
  if (open === undefined) return false;
  if (open.length === 0) return true;
  const { profile, secrets } = change;
  const account = connect({ profile, credentials: () => secrets ?? vault.credentials(form.id) }).account();
  return open.every((each) => each.host === account?.host && each.account === account.account);
}

/** A ledger that cannot be read holds nobody knows what: that is not nothing. */
function openOrUnknown(openAccounts: () => readonly Account[], log: Log): readonly Account[] | undefined {
  try {
    return openAccounts();
  } catch (error) {
    log.fault('the unsettled payments could not be read', error);
    return undefined;
  }
}
