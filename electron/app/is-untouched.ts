import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * Whether nobody has made this counter theirs yet: no PIN, no people, no biller, and no ledger but the one to practise
 * with. Only such a counter lets a stick set it up by itself: at any other a stick is in whoever's hands it is, and what it
 * brings would be where the money goes.
 *
 * @param born the kinds of ledger that lie in the data folder, also where the settings are lost.
 */
export const isUntouched = (
  { open, pin, staff, billers, retired, born: known }: Settings,
  born: readonly LedgerKind[],
): boolean =>
  pin === null &&
  staff.length === 0 &&
  retired === null &&
  Object.keys(billers).length === 0 &&
  [open, ...known, ...born].every((kind) => kind === 'training');
