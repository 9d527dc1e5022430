import { z } from '../zod.ts';

const clauseSchema = z
  .strictObject({
    /** A clause that can follow "Ditolak:", in small letters and without a full stop. */
    reason: z.string().max(200),
    /** What to do about it: a whole sentence. */
    next: z.string().max(200),
  })
  .readonly();

/** Why a biller refused, as its table of codes words it in each language of the counter. */
export const refusalSchema = z.strictObject({ id: clauseSchema, en: clauseSchema }).readonly();
export type Refusal = z.infer<typeof refusalSchema>;
