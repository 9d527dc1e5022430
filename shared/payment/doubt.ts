import { instantSchema, quoteIdSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { isSoldRepeatedly, type ProductId } from '../products.ts';
import { z } from '../zod.ts';

/** How long a payment makes the next one of its customer ask again. In milliseconds. */
export const lately = 24 * 3_600_000;

const before = { payment: quoteIdSchema, at: instantSchema, total: rupiahSchema };

/** Why a payment asks for a second confirmation: something that a cashier must know before paying again. */
export const doubtSchema = z.discriminatedUnion('kind', [
  /** This customer was paid in the last 24 hours. */
  z.strictObject({ kind: z.literal('paid-lately'), ...before }).readonly(),
  /** The owner decided in the last 24 hours that a payment of this customer did not go through. */
  z.strictObject({ kind: z.literal('rejected-by-hand-lately'), ...before }).readonly(),
  /** A month of this bill has been paid here before. */
  z.strictObject({ kind: z.literal('month-paid'), ...before, month: textSchema(7) }).readonly(),
  /** The ledger was restored from a backup: what was paid between these two moments, it does not know. */
  z
    .strictObject({ kind: z.literal('gap'), gap: z.int(), from: instantSchema, until: instantSchema })
    .readonly(),
]);
export type Doubt = z.infer<typeof doubtSchema>;

/** Names a doubt, so that what was confirmed can be told from what has come up since. */
export const doubtKey = (doubt: Doubt): string =>
  doubt.kind === 'gap' ? `gap:${doubt.gap}` : `${doubt.kind}:${doubt.payment}`;

/**
 * Whether only the owner may wave a doubt through. A bill that the ledger says is paid is paid twice only by mistake;
 * a token is bought twice on purpose; and for the others the owner has been asked already or will be.
 */
export const needsPin = (doubt: Doubt, product: ProductId): boolean =>
  !isSoldRepeatedly(product) && (doubt.kind === 'paid-lately' || doubt.kind === 'month-paid');
