import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import type { StoredBiller } from './biller-form.ts';

/** How far a biller is set up: where it is, the kind of ledger it sells in. */
export type BillerState = 'not-set-up' | 'bad-address' | 'no-secrets' | LedgerKind;

export function billerState({ profile, kind, hasCredentials }: StoredBiller): BillerState {
  if (profile.baseUrl === '') return 'not-set-up';
  if (kind === null) return 'bad-address';
  return hasCredentials ? kind : 'no-secrets';
}
