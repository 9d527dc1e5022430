import { offerSchema, quoteSchema } from '../payment/quote.ts';
import { rupiahSchema } from '../primitives.ts';
import { z } from '../zod.ts';
import { paymentViewSchema } from './payment-view.ts';

const billShape = {
  quote: quoteSchema,
  /** Where its amount was chosen. */
  offer: offerSchema.nullable(),
  /** As it was told; `null` where it was not, or what was told does not do. */
  cash: rupiahSchema.nullable(),
};

/** Where the newest sale stands, as main knows it: a window that is new goes on from there. */
export const saleInHandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('offer'), offer: offerSchema }),
  z.strictObject({ kind: z.literal('bill'), ...billShape }),
  /** Its payment is being made: what comes of it is asked for again when that is over. */
  z.strictObject({ kind: z.literal('paying'), ...billShape }),
  z.strictObject({ kind: z.literal('done'), payment: paymentViewSchema }),
]);
export type SaleInHandView = z.infer<typeof saleInHandSchema>;

/** Where a cashier goes who leaves a sale. At `next-number` its outcome still stands on the counter's own screen. */
export const saleLeavings = ['offer', 'number', 'next-number'] as const;
export type SaleLeaving = (typeof saleLeavings)[number];
