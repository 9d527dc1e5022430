import { ledgerKinds } from '../ledger-kind.ts';
import { handOutcomeSchema } from '../payment/hand-decision.ts';
import { confirmationSchema, rejectedOutcomeSchema, unknownOutcomeSchema } from '../payment/outcome.ts';
import { refusalSchema } from '../payment/refusal.ts';
import { quoteSchema } from '../payment/quote.ts';
import { paymentStates } from '../payment/states.ts';
import { printJobStates, printProblems } from '../payment/print-job.ts';
import { instantSchema, printJobIdSchema, quoteIdSchema, rupiahSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';

/** The newest print of a payment's receipt. */
const printViewSchema = z.strictObject({
  job: printJobIdSchema,
  state: z.enum(printJobStates),
  problem: z.enum(printProblems).nullable(),
  /** 0 for the first print, n for the n-th reprint. */
  copy: z.int().min(0),
  /** It waits for its printer or for a person: `false` too where nobody wants it any more, and where it is in no ledger. */
  waits: z.boolean(),
  /** Its printer is the screen: it takes no paper. */
  isOnScreen: z.boolean(),
});

const shownOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('paid'),
    confirmation: confirmationSchema.unwrap().omit({ receiptText: true }),
  }),
  rejectedOutcomeSchema,
  unknownOutcomeSchema,
  ...handOutcomeSchema.options,
]);

/** Whether and when the program asks the biller again what became of a payment. */
const checkingSchema = z.discriminatedUnion('kind', [
  /** It is settled, or its reply is still awaited. */
  z.strictObject({ kind: z.literal('not-needed') }).readonly(),
  /** The biller has no status call, or another host or account than the payment's is set: people must ask. */
  z
    .strictObject({ kind: z.literal('cannot'), because: z.enum(['no-call', 'other-account', 'retired']) })
    .readonly(),
  /** It was asked long enough without being told. It is asked again when somebody wants it. */
  z
    .strictObject({ kind: z.literal('gave-up'), asked: z.int().min(0), lastAt: instantSchema.nullable() })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('will'),
      asked: z.int().min(0),
      lastAt: instantSchema.nullable(),
      nextAt: instantSchema,
      isAsking: z.boolean(),
      /** The biller cannot be reached: the questions wait for the network, and this one is tried now and then. */
      isOffline: z.boolean(),
    })
    .readonly(),
]);
export type Checking = z.infer<typeof checkingSchema>;

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
  /** What the biller's table says of the outcome's code, where it has one. */
  refusal: refusalSchema.nullable(),
  checking: checkingSchema,
  /** Whether the biller's answer is a text that the owner may take for a final refusal from now on. */
  canTakeForFinal: z.boolean(),
  print: printViewSchema.nullable(),
  /** The newest slip for the customer that says *belum pasti*. */
  interim: printViewSchema.nullable(),
  /** Who sold it; `null` where nobody signed in. */
  cashier: z.string().nullable(),
  /** Its customer's cash is in the drawer and must go back: it was refused after all. */
  isOwed: z.boolean(),
  /** `false`: what is shown could not be written down. It is on this screen and on paper only. */
  isSaved: z.boolean(),
});
export type PaymentView = z.infer<typeof paymentViewSchema>;

/** One line of the list of the last payments. */
export const paymentSummarySchema = z.strictObject({
  id: quoteIdSchema,
  product: z.enum(productIds),
  customerNumber: z.string(),
  name: z.string(),
  /** What the customer paid, or was to pay: the biller's total, the shop's own fee and the rounding. */
  total: rupiahSchema,
  state: z.enum(paymentStates),
  sentAt: instantSchema,
});
export type PaymentSummary = z.infer<typeof paymentSummarySchema>;
