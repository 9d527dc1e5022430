import type { BillerProfile, BillerSecrets } from '../../../shared/biller-profile.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import { accountFingerprint } from '../account-fingerprint.ts';
import type { Account } from '../biller.ts';
import { isThisMachine } from '../this-machine.ts';
import { isAllowedAddress } from '../wire.ts';

/** The four secrets of an account, by their names in the form. */
export interface TeleanjarCredentials {
  readonly uuid: string;
  readonly username: string;
  readonly password: string;
  readonly apiKey: string;
}

/** The last part of an address. `cek_status` is not in the document V1.4; real clients have it. */
export type Action = 'inquiry' | 'payment' | 'cek_status';

/** An account that can be called: where, and with what. */
export interface Access {
  readonly credentials: TeleanjarCredentials;
  address(action: Action): URL;
  readonly account: Account;
}

/** Everything a call needs; `undefined` while the address is missing or must not be called, or a secret is missing. */
export function accessOf({ baseUrl }: BillerProfile, secrets: BillerSecrets | undefined): Access | undefined {
  const credentials = credentialsOf(secrets);
  const base = readBaseUrl(baseUrl);
  if (credentials === undefined || base === undefined) return undefined;
  return {
    credentials,
    address: (action) => new URL(`${base.href.replace(/\/+$/, '')}/${action}`),
    account: { host: base.host, account: fingerprint(credentials) },
  };
}

function credentialsOf(secrets: BillerSecrets | undefined): TeleanjarCredentials | undefined {
  const { uuid = '', username = '', password = '', apiKey = '' } = secrets ?? {};
  return [uuid, username, password, apiKey].includes('') ? undefined : { uuid, username, password, apiKey };
}

/** Password and key may change; partner and user are the account. */
const fingerprint = ({ uuid, username }: TeleanjarCredentials): string =>
  accountFingerprint('teleanjar', uuid, username);

/**
 * What kind of ledger payments at `baseUrl` belong in: this machine and Teleanjar's `trxdev` paths are never live,
 * every other address is. `undefined` where it is no address, or one that must not be called.
 */
export function ledgerKindOf(baseUrl: string): Exclude<LedgerKind, 'training'> | undefined {
  const url = readBaseUrl(baseUrl);
  if (url === undefined) return undefined;
  const isTestPath = /(^|\/)trxdev(\/|$)/.test(url.pathname);
  return isThisMachine(url) || isTestPath ? 'sandbox' : 'live';
}

function readBaseUrl(baseUrl: string): URL | undefined {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !isAllowedAddress(url)) return undefined;
  // The action is put behind it; behind a query it would be no path. An empty one shows in `href` alone.
  return url.href.includes('?') || url.href.includes('#') ? undefined : url;
}
