import type { Rupiah } from '../../../shared/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readAmount } from './amount.ts';
import { fieldOf, isThere, type ReplyFields } from './reply-document.ts';

export interface ReplyAmounts {
  /** What the customer pays, admin in it. */
  readonly price: Rupiah;
  readonly nominal?: Rupiah;
  /** The fee of all bills together. */
  readonly admin?: Rupiah;
}

/**
 * An answer's own amounts. The price must be there; what is there of the others must be an amount, and with both the
 * sum must be the price (`mismatched`).
 */
export function readAmounts(fields: ReplyFields): Result<ReplyAmounts, 'unreadable' | 'mismatched'> {
  const price = readAmount(fieldOf(fields, 'price'));
  const [nominal, admin] = [optional(fields, 'nominal'), optional(fields, 'admin')];
  if (price === undefined || nominal === 'odd' || admin === 'odd') return err('unreadable');
  if (nominal !== undefined && admin !== undefined && nominal + admin !== price) return err('mismatched');
  return ok({
    price,
    ...(nominal === undefined ? {} : { nominal }),
    ...(admin === undefined ? {} : { admin }),
  });
}

function optional(fields: ReplyFields, name: string): Rupiah | 'odd' | undefined {
  const value = fieldOf(fields, name);
  return isThere(value) ? (readAmount(value) ?? 'odd') : undefined;
}
