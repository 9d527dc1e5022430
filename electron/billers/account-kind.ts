import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { isAllowedAddress, isLoopback } from './wire.ts';

/**
 * What kind of ledger payments at `address` belong in: this machine and Teleanjar's `trxdev` paths are never
 * live, every other address is. `undefined` where it is no address, or one that must not be called.
 */
export function ledgerKindAt(address: string): Exclude<LedgerKind, 'training'> | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !isAllowedAddress(url)) return undefined;
  // The action is put behind it; behind a query it would be no path.
  if (url.search !== '' || url.hash !== '') return undefined;
  const isTestPath = /(^|\/)trxdev(\/|$)/.test(url.pathname);
  return isThisMachine(url) || isTestPath ? 'sandbox' : 'live';
}

/** This machine by whatever name. */
const isThisMachine = (url: URL): boolean =>
  isLoopback(url) || /^(.+\.)?localhost\.?$/.test(url.hostname) || ['0.0.0.0', '[::]'].includes(url.hostname);
