import { formatDateTime, type Instant } from '../../../shared/time.ts';
import type { Account } from './account.ts';
import { compactTime } from './calendar.ts';
import { paperWidth } from './paper.ts';

/** `CA` on the first print, `CU` (*cetak ulang*) on every later one. */
export type Printing = 'CA' | 'CU';

/** What one payment prints on each of its receipts beside the sale itself. */
export interface PrintStamp {
  readonly account: Account;
  /** When it was paid. */
  readonly at: Instant;
  /** PLN's or Telkom's reference, 32 upper-case hexadecimal digits. */
  readonly reference: string;
  /** 32 lower-case hexadecimal digits. */
  readonly hash: string;
  readonly printing: Printing;
}

/** `waktu_transaksi` and the third line of a receipt, in WIB. */
export const transactionTime = ({ at }: PrintStamp): string => formatDateTime(at, 'WIB');

/** The first lines: bank, `id/outlet`, time. */
export const headLines = (bank: string, stamp: PrintStamp): readonly string[] => [
  bank,
  `${stamp.account.outletId}/${stamp.account.outletName}`.slice(0, paperWidth),
  transactionTime(stamp),
  '',
];

/**
 * `CA/<user><outlet>/<yyyyMMddHHmmss>`, then the hash; the user gives way to the paper. A copy keeps the time of
 * the payment: whether the real one writes the time of the copy is not known.
 */
export function tailLines({ account, at, hash, printing }: PrintStamp): readonly string[] {
  const end = `${account.outletId}/${compactTime(at)}`;
  const user = account.username.slice(0, Math.max(0, paperWidth - `${printing}/`.length - end.length));
  return [`${printing}/${user}${end}`, hash];
}
