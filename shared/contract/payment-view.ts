import { ledgerKinds } from '../ledger-kind.ts';
import { confirmationSchema, rejectedOutcomeSchema, unknownOutcomeSchema } from '../payment/outcome.ts';
import { quoteSchema } from '../payment/quote.ts';
import { paymentStates } from '../payment/states.ts';
import { printerProblems, printJobStates } from '../payment/print-job.ts';
import { instantSchema, printJobIdSchema, quoteIdSchema, rupiahSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';

/** The newest print of a payment's receipt. */
export const printViewSchema = z.strictObject({
  job: printJobIdSchema,
  state: z.enum(printJobStates),
  problem: z.enum(printerProblems).nullable(),
  /** 0 for the first print, n for the n-th reprint. */
  copy: z.int().min(0),
});

const shownOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('paid'),
    confirmation: confirmationSchema.unwrap().omit({ receiptText: true }),
  }),
  rejectedOutcomeSchema,
  unknownOutcomeSchema,
]);

/** A payment as the counter shows it. The raw exchange and the receipt text stay in main. */
export const paymentViewSchema = z.strictObject({
  quote: quoteSchema,
  ledger: z.enum(ledgerKinds),
  state: z.enum(paymentStates),
  cash: rupiahSchema,
  change: rupiahSchema,
  sentAt: instantSchema,
  settledAt: instantSchema.nullable(),
  outcome: shownOutcomeSchema.nullable(),
  print: printViewSchema.nullable(),
});
export type PaymentView = z.infer<typeof paymentViewSchema>;

/** One line of the list of the last payments. */
export const paymentSummarySchema = z.strictObject({
  id: quoteIdSchema,
  product: z.enum(productIds),
  customerNumber: z.string(),
  name: z.string(),
  total: rupiahSchema,
  state: z.enum(paymentStates),
  sentAt: instantSchema,
});
export type PaymentSummary = z.infer<typeof paymentSummarySchema>;
