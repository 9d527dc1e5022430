import { instantSchema, offerIdSchema, quoteIdSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { rupiah, type Rupiah } from '../money.ts';
import { billerIdSchema, serviceCodeSchema, type ExtraField } from '../biller-profile.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';
import { detailsSchema } from './detail.ts';

/** Who the bill belongs to, as the inquiry's reply named them. */
export const customerSchema = z
  .strictObject({
    /**
     * Holds the one-open-payment rule, and a reply to the payment must carry it: idpel where the inquiry's
     * reply has one, otherwise the number it gave.
     */
    identity: textSchema(40),
    name: textSchema(100),
    details: detailsSchema,
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
    /** What else the biller says of this bill: meter readings, penalty. */
    details: detailsSchema.exactOptional(),
  })
  .readonly();
export type Bill = z.infer<typeof billSchema>;

/** What was asked besides the number. `amount` in whole rupiah, `taxYear` and `months` as counted by people. */
export const extrasSchema = z
  .strictObject({
    months: z.int().min(1).max(24).exactOptional(),
    taxYear: z.int().min(1990).max(2100).exactOptional(),
    identityNumber: z
      .string()
      .regex(/^[0-9A-Za-z]{4,30}$/)
      .exactOptional(),
    amount: rupiahSchema.exactOptional(),
  })
  .readonly();
export type Extras = z.infer<typeof extrasSchema>;

/** The key of `Extras` that holds what a service asks for. */
export const extraKeys = {
  months: 'months',
  'tax-year': 'taxYear',
  'identity-number': 'identityNumber',
  amount: 'amount',
} as const satisfies Record<ExtraField, keyof Extras>;

/** What the biller sells, as the inquiry named it: frozen, so that a later change of the table alters no quote. */
export const soldServiceSchema = z.strictObject({ code: serviceCodeSchema, name: textSchema(60) }).readonly();

/** An inquiry frozen for payment. Nothing in it ever changes. */
export const quoteSchema = z
  .strictObject({
    id: quoteIdSchema,
    product: z.enum(productIds),
    biller: billerIdSchema,
    service: soldServiceSchema,
    /** The number as the cashier gave it. */
    customerNumber: textSchema(40),
    customer: customerSchema,
    extras: extrasSchema.exactOptional(),
    /** The biller's own id for the inquiry (Teleanjar: respid, IAK: tr_id). */
    inquiryId: textSchema(64),
    /** Our id for the inquiry, where the biller wants one (IAK: ref_id). Unique for ever. */
    ourReference: textSchema(40).exactOptional(),
    /** What the deposit will be charged, where the biller says so before the payment (IAK: selling_price). */
    depositCharge: rupiahSchema.exactOptional(),
    bills: z.array(billSchema).min(1).max(24).readonly(),
    /** For a product sold in denominations: the one chosen. */
    denomination: rupiahSchema.exactOptional(),
    /** What the biller asks for: the bills, with the bank's fee. */
    total: rupiahSchema,
    /** What the shop adds for itself (*biaya loket*), and what its rounding adds or takes off: as they stood that day. */
    counterFee: rupiahSchema.exactOptional(),
    rounding: z.int().min(-1000).max(1000).exactOptional(),
    quotedAt: instantSchema,
    /** The quote cannot be paid at or after this moment by this PC's clock: midnight or cut-off at the biller's. */
    expiresAt: instantSchema,
  })
  .readonly();
export type Quote = z.infer<typeof quoteSchema>;

/** What the customer pays: the biller's total, the shop's own fee, and the rounding. */
export const amountDue = ({
  total,
  counterFee = rupiah(0),
  rounding = 0,
}: Pick<Quote, 'total' | 'counterFee' | 'rounding'>): Rupiah => rupiah(total + counterFee + rounding);

/** A customer found for a product sold in denominations. A quote is made for each one that is chosen. */
export const offerSchema = z
  .strictObject({
    id: offerIdSchema,
    product: z.enum(productIds),
    biller: billerIdSchema,
    service: soldServiceSchema,
    customerNumber: textSchema(40),
    customer: customerSchema,
    denominations: z.array(rupiahSchema).min(1).max(24).readonly(),
    adminFee: rupiahSchema,
  })
  .readonly();
export type Offer = z.infer<typeof offerSchema>;
