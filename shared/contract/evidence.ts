import { instantSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { z } from '../zod.ts';

/**
 * What a fresh inquiry of an uncertain payment's number showed. It never decides: a bill that is gone may have been
 * paid elsewhere, and one that still stands may only be slow to go.
 */
export const lookFindingSchema = z.discriminatedUnion('kind', [
  /** The same bill is still asked for: the same sum, and the same months where there are any. */
  z.strictObject({ kind: z.literal('same-bill'), total: rupiahSchema }).readonly(),
  z.strictObject({ kind: z.literal('other-bill'), total: rupiahSchema }).readonly(),
  /** A customer to whom an amount can be sold: says nothing of the last one. */
  z.strictObject({ kind: z.literal('amounts') }).readonly(),
  /** No bill, in the biller's words: "already paid" among them. */
  z.strictObject({ kind: z.literal('refused'), code: textSchema(40), text: textSchema(300) }).readonly(),
]);
export type LookFinding = z.infer<typeof lookFindingSchema>;

const depositAt = z.strictObject({ amount: rupiahSchema, at: instantSchema }).readonly();

/** What this counter itself knows around an uncertain payment. None of it decides by itself. */
export const evidenceViewSchema = z.strictObject({
  /** The raw answer, where one came: its status and its first bytes as text, secrets blanked. */
  reply: z
    .strictObject({ status: z.int(), at: instantSchema, text: textSchema(4000), isWhole: z.boolean() })
    .nullable(),
  /** The deposit as it was last told before the payment was sent, and as it was told since. */
  deposit: z.strictObject({
    before: depositAt.nullable(),
    after: depositAt.nullable(),
    /** What other payments at this biller took, or may have taken, between the two. */
    others: z.strictObject({ count: z.int().min(0), total: rupiahSchema }),
  }),
  /** Fresh inquiries of the number, newest first. */
  looks: z
    .array(z.strictObject({ at: instantSchema, finding: lookFindingSchema }).readonly())
    .max(20)
    .readonly(),
  /** Whether an inquiry can be made now at the biller that was paid at. */
  canLook: z.boolean(),
});
export type EvidenceView = z.infer<typeof evidenceViewSchema>;
