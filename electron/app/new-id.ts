import { randomBytes } from 'node:crypto';
import {
  isOfferId,
  isPrintJobId,
  isQuoteId,
  type OfferId,
  type PrintJobId,
  type QuoteId,
} from '../../shared/ids.ts';
import { staffIdSchema, type StaffId } from '../../shared/staff/staff.ts';

/** 128 random bits: two counters, cloned disks and restored ledgers must never make the same id. */
const randomId = (): string => randomBytes(16).toString('hex');

function branded<T extends string>(isOfKind: (value: unknown) => value is T): T {
  const id = randomId();
  if (!isOfKind(id)) throw new Error('an id of ours is not of our form');
  return id;
}

export const newQuoteId = (): QuoteId => branded(isQuoteId);
export const newOfferId = (): OfferId => branded(isOfferId);
export const newPrintJobId = (): PrintJobId => branded(isPrintJobId);
/** Told apart on one counter only, where there are a few. */
export const newStaffId = (): StaffId => staffIdSchema.parse(randomBytes(4).toString('hex'));
/** Names a counter in its archives. */
export const newCounterId = (): string => randomBytes(4).toString('hex');
/** Names one restore of an archive. */
export const newRestoreId = (): string => randomBytes(8).toString('hex');
