import { billerIdSchema } from '../biller-profile.ts';
import { businessDaySchema } from '../business-day.ts';
import { paymentStates } from '../payment/states.ts';
import { quoteIdSchema, rupiahSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';

/** Whose payments, of which days of the books, are compared with a statement. */
export const soldAtQuerySchema = z
  .strictObject({ biller: billerIdSchema, from: businessDaySchema, until: businessDaySchema })
  .readonly();
export type SoldAtQuery = z.infer<typeof soldAtQuerySchema>;

/** More than a statement that may be read has lines. */
export const mostSoldHere = 200_000;

/** A payment as it is compared with a line of a statement. */
export const soldHereSchema = z
  .strictObject({
    id: quoteIdSchema,
    product: z.enum(productIds),
    number: z.string(),
    /** Every number that the customer is known by, folded: letters and digits alone, in small letters. */
    numbers: z.array(z.string()).readonly(),
    name: z.string(),
    /** Folded; `null` where there is none. */
    reference: z.string().nullable(),
    token: z.string().nullable(),
    /** What the biller asked for, and what it charged the deposit where its inquiry told that. */
    billed: rupiahSchema,
    charged: rupiahSchema.nullable(),
    state: z.enum(paymentStates),
    day: businessDaySchema,
  })
  .readonly();
export type SoldHere = z.infer<typeof soldHereSchema>;
