import { formatDateTime, type Instant } from '../../../shared/time.ts';
import type { Account } from './account.ts';
import { compactTime } from './calendar.ts';
import { paperWidth } from './paper.ts';

/** What one payment prints on each of its receipts beside the sale itself. */
export interface PrintStamp {
  readonly account: Account;
  /** When it was paid. */
  readonly at: Instant;
  /** PLN's or Telkom's reference, 32 upper-case hexadecimal digits. */
  readonly reference: string;
  /** 32 lower-case hexadecimal digits. */
  readonly hash: string;
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

/** `CA/<user><outlet>/<yyyyMMddHHmmss>` (CA: first print), then the hash; the user gives way to the paper. */
export function tailLines({ account, at, hash }: PrintStamp): readonly string[] {
  const end = `${account.outletId}/${compactTime(at)}`;
  const user = account.username.slice(0, Math.max(0, paperWidth - 'CA/'.length - end.length));
  return [`CA/${user}${end}`, hash];
}
