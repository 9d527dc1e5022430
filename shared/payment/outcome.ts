import { rupiahSchema, textSchema } from '../primitives.ts';
import { z } from '../zod.ts';
import { detailsSchema } from './detail.ts';
import { handOutcomeSchema, tokenSchema } from './hand-decision.ts';

/** Why an outcome is unknown. The words for each stand in the message catalogue. */
export const unknownReasons = [
  /** No answer by the deadline, or the connection broke after the request had left. */
  'no-answer',
  /** The program was closed or died between sending and the answer. */
  'interrupted',
  /** An answer that cannot be read: HTML, cut short, not the documented shape, a wrong HTTP status. */
  'unreadable-reply',
  /** An answer that says "paid", but for another customer, another amount or another number of bills. */
  'mismatched-reply',
  /** An answer whose code or text does not say for certain that nothing was or will be paid. */
  'unclear-answer',
  /** The owner had decided, and then an answer came that says the opposite. */
  'contradicted',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** Something that does not agree but does not decide: a token's `rp_total` against the quote. */
const remarkSchema = z
  .strictObject({ code: z.literal('total-differs'), quoted: rupiahSchema, replied: rupiahSchema })
  .readonly();

/** What the biller certified about a payment that went through. */
export const confirmationSchema = z
  .strictObject({
    /** The reference printed on the receipt (VSI REF, BILLREFF). */
    reference: textSchema(64),
    /** The biller's time of the transaction, as it wrote it (WIB). */
    transactionTime: textSchema(40),
    /** 20 digits, no blanks. */
    token: tokenSchema.exactOptional(),
    /** Energy bought, in kWh, as the biller wrote it. */
    kwh: textSchema(20).exactOptional(),
    /** The receipt as the biller worded it, escape sequences and all. Read it, never print it as it is. */
    receiptText: textSchema(64_000),
    /** How many bills the reply answers for: the number of slips to expect in the receipt text. */
    bills: z.int().min(1).max(24),
    /** Months still owed after this payment, where the biller says so. */
    remainingArrears: z.int().min(0).max(999).exactOptional(),
    /** What else the reply says of the payment, and of each bill in the reply's order. */
    details: detailsSchema,
    billDetails: z.array(detailsSchema).max(24).readonly(),
    remarks: z.array(remarkSchema).max(4).readonly(),
  })
  .readonly();
export type Confirmation = z.infer<typeof confirmationSchema>;

export const rejectedOutcomeSchema = z
  .strictObject({ kind: z.literal('rejected'), code: textSchema(40), text: textSchema(300) })
  .readonly();

export const unknownOutcomeSchema = z
  .strictObject({
    kind: z.literal('unknown'),
    reason: z.enum(unknownReasons),
    /** The biller's own code and words, where it gave any. */
    code: textSchema(40).exactOptional(),
    text: textSchema(300).exactOptional(),
  })
  .readonly();

/** What the answers to a payment came to. There is no fourth kind, and no exception stands for one. */
export const paymentOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paid'), confirmation: confirmationSchema }).readonly(),
  rejectedOutcomeSchema,
  unknownOutcomeSchema,
]);
export type PaymentOutcome = z.infer<typeof paymentOutcomeSchema>;

/** What stands in the ledger as a payment's outcome: by the biller's answers, or by the owner without them. */
export const recordedOutcomeSchema = z.discriminatedUnion('kind', [
  ...paymentOutcomeSchema.options,
  ...handOutcomeSchema.options,
]);
export type RecordedOutcome = z.infer<typeof recordedOutcomeSchema>;
