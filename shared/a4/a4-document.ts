import { textSchema } from '../primitives.ts';
import { tableSchema } from '../tables/table.ts';
import { z } from '../zod.ts';

/** Something on sheets of A4: a report, the recap of a lot. Words and figures as they are to stand there. */
export const a4DocumentSchema = z
  .strictObject({
    title: textSchema(120),
    language: z.enum(['id', 'en']),
    shop: z.strictObject({ name: textSchema(40), address: textSchema(80) }).readonly(),
    /** Under the title: of which days, by whom. */
    facts: z
      .array(z.strictObject({ label: textSchema(60), value: textSchema(200) }).readonly())
      .max(40)
      .readonly(),
    tables: z.array(tableSchema).max(12).readonly(),
    /** Under the tables: what the figures do not say. */
    notes: z.array(textSchema(400)).max(20).readonly(),
  })
  .readonly();
export type A4Document = z.infer<typeof a4DocumentSchema>;
