import { ledgerKinds } from '../ledger-kind.ts';
import { lotSumsSchema, lotLineStates, lotNumberSchema, mostLotLines } from '../contract/lots.ts';
import { instantSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';

/** A line of a lot as its recap lists it. */
const recapLineSchema = z
  .strictObject({
    nth: z.int().min(1),
    group: textSchema(40),
    product: z.enum(productIds),
    serviceName: textSchema(60),
    number: textSchema(40),
    name: textSchema(100),
    note: textSchema(60),
    due: rupiahSchema.nullable(),
    state: z.enum(lotLineStates),
    reference: textSchema(64),
    token: textSchema(40),
  })
  .readonly();
export type RecapLine = z.infer<typeof recapLineSchema>;

/** What a lot has come to, collector by collector: all that a recap says, on whatever paper. */
export const lotRecapSchema = z
  .strictObject({
    number: lotNumberSchema,
    ledger: z.enum(ledgerKinds),
    openedAt: instantSchema,
    openedBy: z.string().nullable(),
    closedAt: instantSchema.nullable(),
    /** When these figures were taken. */
    at: instantSchema,
    collectors: z
      .array(
        z
          .strictObject({
            collector: textSchema(40),
            lines: z.array(recapLineSchema).max(mostLotLines).readonly(),
            sums: lotSumsSchema,
          })
          .readonly(),
      )
      .max(mostLotLines)
      .readonly(),
    sums: lotSumsSchema,
  })
  .readonly();
export type LotRecap = z.infer<typeof lotRecapSchema>;
