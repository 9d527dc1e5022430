import { instantSchema, offerIdSchema, quoteIdSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { billerIds, productIds } from '../products.ts';
import { z } from '../zod.ts';

/** What a detail says; the words for each stand in the message catalogue. */
export const detailLabels = [
  'tariff-power',
  'meter-number',
  'idpel',
  'transaction',
  'registration-date',
  'reference',
] as const;
export type DetailLabel = (typeof detailLabels)[number];

/** A fact about the customer or a bill as the biller gave it, in the biller's words (`R1 / 1300VA`). */
export const detailSchema = z
  .strictObject({ label: z.enum(detailLabels), value: textSchema(200) })
  .readonly();
export type Detail = z.infer<typeof detailSchema>;

/** Who the bill belongs to, as the inquiry's reply named them. */
export const customerSchema = z
  .strictObject({
    /**
     * Holds the one-open-payment rule, and a reply to the payment must carry it: idpel where the inquiry's
     * reply has one, otherwise the number it gave.
     */
    identity: textSchema(40),
    name: textSchema(100),
    details: z.array(detailSchema).max(12).readonly(),
  })
  .readonly();
export type Customer = z.infer<typeof customerSchema>;

/** One month, one registration or one token (*lembar*). Amounts in whole rupiah. */
export const billSchema = z
  .strictObject({
    /** The period in the biller's words (`MEI18`), where it gave one. */
    period: textSchema(40).exactOptional(),
    amount: rupiahSchema,
    /** The bank's fee for this bill. */
    adminFee: rupiahSchema,
    total: rupiahSchema,
  })
  .readonly();
export type Bill = z.infer<typeof billSchema>;

/** An inquiry frozen for payment. Nothing in it ever changes. */
export const quoteSchema = z
  .strictObject({
    id: quoteIdSchema,
    product: z.enum(productIds),
    biller: z.enum(billerIds),
    /** The number as the cashier gave it. */
    customerNumber: textSchema(40),
    customer: customerSchema,
    /** The biller's own id for the inquiry (Teleanjar: respid). */
    inquiryId: textSchema(64),
    bills: z.array(billSchema).min(1).max(24).readonly(),
    /** For a product sold in denominations: the one chosen. */
    denomination: rupiahSchema.exactOptional(),
    total: rupiahSchema,
    quotedAt: instantSchema,
    /** The quote cannot be paid at or after this moment (midnight WIB). */
    expiresAt: instantSchema,
  })
  .readonly();
export type Quote = z.infer<typeof quoteSchema>;

/** A customer found for a product sold in denominations. A quote is made for each one that is chosen. */
export const offerSchema = z
  .strictObject({
    id: offerIdSchema,
    product: z.enum(productIds),
    customerNumber: textSchema(40),
    customer: customerSchema,
    denominations: z.array(rupiahSchema).min(1).max(24).readonly(),
    adminFee: rupiahSchema,
  })
  .readonly();
export type Offer = z.infer<typeof offerSchema>;
