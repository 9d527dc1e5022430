import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import { isThisMachine } from '../this-machine.ts';
import { isAllowedAddress } from '../wire.ts';

/** The postpaid API's two hosts, and the prepaid API's beside each, where the deposit is asked for. */
export const hosts = {
  sandbox: { postpaid: 'https://testpostpaid.mobilepulsa.net', prepaid: 'https://prepaid.iak.dev' },
  production: { postpaid: 'https://mobilepulsa.net', prepaid: 'https://prepaid.iak.id' },
} as const;

/** The address as it may be called; `undefined` where it is none, or one that must not be. */
export function readBaseUrl(baseUrl: string): URL | undefined {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !isAllowedAddress(url)) return undefined;
  // The path is put behind it; behind a query it would be none. An empty query shows in `href` alone.
  return /[?#]/.test(url.href) ? undefined : url;
}

/** Every postpaid call but the price list of one type. */
export const billCheck = (base: URL): URL => below(base, 'api/v1/bill/check');

export const priceListOf = (base: URL, type: string): URL => below(base, `api/v1/bill/check/${type}`);

/**
 * Where the deposit of an account at `base` is asked for; `undefined` where we do not know, so that no signature goes
 * to a host that nobody named.
 */
export function checkBalance(base: URL): URL | undefined {
  if (isThisMachine(base)) return below(base, 'api/check-balance');
  const known = Object.values(hosts).find(({ postpaid }) => isHostOf(base, postpaid));
  return known === undefined ? undefined : below(new URL(known.prepaid), 'api/check-balance');
}

/**
 * What kind of ledger payments at `baseUrl` belong in: this machine and IAK's development host are never live, every
 * other address is. `undefined` where it is no address, or one that must not be called.
 */
export function ledgerKindOf(baseUrl: string): Exclude<LedgerKind, 'training'> | undefined {
  const url = readBaseUrl(baseUrl);
  if (url === undefined) return undefined;
  return isThisMachine(url) || isHostOf(url, hosts.sandbox.postpaid) ? 'sandbox' : 'live';
}

/** By name, a dot at its end left out; whatever the port. */
const isHostOf = (url: URL, origin: string): boolean =>
  url.hostname.replace(/\.$/, '') === new URL(origin).hostname;

const below = (base: URL, path: string): URL => new URL(`${base.href.replace(/\/+$/, '')}/${path}`);
