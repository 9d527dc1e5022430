import { textSchema } from '../primitives.ts';
import { z } from '../zod.ts';

/** What an owner's decision about an unknown payment rests on. The words for each stand in the message catalogue. */
export const handReasons = [
  /** The biller was rung or written to, and said so. */
  'biller-said',
  /** It stands in the biller's own web page or statement. */
  'biller-records',
  /** The customer showed it: the meter took the token, the company's own page shows the bill as paid or not. */
  'customer-showed',
  /** What this counter itself saw: a fresh inquiry, the deposit, the raw answer. */
  'own-evidence',
] as const;
export type HandReason = (typeof handReasons)[number];

/** Who said it, when, under which number: whatever another person would need to follow it up. */
export const evidenceSchema = z
  .string()
  .transform((text) => text.trim())
  .pipe(textSchema(500).min(3));

export const tokenSchema = z.string().regex(/^\d{20}$/);

const grounds = { reason: z.enum(handReasons), evidence: textSchema(500).min(3) };

/** An unknown payment settled by the owner, without the biller's word for it. */
export const handOutcomeSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('paid-by-hand'),
      /** The biller's reference, as the owner was told it. */
      reference: textSchema(64).min(1),
      /** For a token: its 20 digits. */
      token: tokenSchema.exactOptional(),
      ...grounds,
    })
    .readonly(),
  z.strictObject({ kind: z.literal('rejected-by-hand'), ...grounds }).readonly(),
]);
export type HandOutcome = z.infer<typeof handOutcomeSchema>;
