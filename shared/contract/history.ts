import { businessDaySchema } from '../business-day.ts';
import { billerIdSchema } from '../biller-profile.ts';
import { actors, paymentEvents, paymentStates } from '../payment/states.ts';
import {
  paymentPapers,
  printActors,
  printEvents,
  printJobStates,
  printProblems,
} from '../payment/print-job.ts';
import { instantSchema, quoteIdSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';

/** What payments are looked for by. Everything given must fit; the newest come first. */
export const historyQuerySchema = z
  .strictObject({
    /**
     * What somebody typed: the beginning of a number, of a word of the name, of the reference or of a token, or an amount. Empty
     * for anything.
     */
    text: textSchema(60),
    from: businessDaySchema.nullable(),
    until: businessDaySchema.nullable(),
    /** The cashier's name, as it stands in the records. */
    cashier: textSchema(40).nullable(),
    state: z.enum(paymentStates).exclude(['quoted', 'expired']).nullable(),
    product: z.enum(productIds).nullable(),
  })
  .readonly();
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** Where a page of what was found ends; the next one begins behind it. */
export const historyPlaceSchema = z.int().min(1);

const historyEntrySchema = z
  .strictObject({
    id: quoteIdSchema,
    place: historyPlaceSchema,
    product: z.enum(productIds),
    biller: billerIdSchema,
    customerNumber: textSchema(40),
    name: textSchema(100),
    /** What the customer paid: the biller's total, the shop's fee and the rounding. */
    due: rupiahSchema,
    state: z.enum(paymentStates),
    sentAt: instantSchema,
    day: businessDaySchema,
    cashier: z.string().nullable(),
  })
  .readonly();
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const historyPageLength = 50;

export const historyPageSchema = z
  .strictObject({
    entries: z.array(historyEntrySchema).max(historyPageLength).readonly(),
    /** Whether there are more behind the last. */
    hasMore: z.boolean(),
  })
  .readonly();
export type HistoryPage = z.infer<typeof historyPageSchema>;

/** One thing that happened to a payment, its papers or its cash, oldest first. */
export const trailEntrySchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('payment'),
    at: instantSchema,
    actor: z.enum(actors),
    event: z.enum(['quote', ...paymentEvents]),
    person: z.string().nullable(),
    /** The biller's code, or the owner's words, where there are any. */
    note: textSchema(600).nullable(),
  }),
  z.strictObject({
    of: z.literal('paper'),
    kind: z.enum(paymentPapers),
    at: instantSchema,
    actor: z.enum(printActors),
    event: z.enum([...printEvents, ...printJobStates]).exclude(['drawer-opened', 'queued']),
    person: z.string().nullable(),
    problem: z.enum(printProblems).nullable(),
  }),
  z.strictObject({
    of: z.literal('drawer'),
    at: instantSchema,
    actor: z.enum(printActors),
    event: z.literal('drawer-opened'),
    person: z.string().nullable(),
  }),
  z.strictObject({
    of: z.literal('cash'),
    at: instantSchema,
    event: z.enum(['sale', 'refund']),
    person: z.string().nullable(),
    amount: rupiahSchema,
  }),
]);
export type TrailEntry = z.infer<typeof trailEntrySchema>;

/** A customer who has bought here, or whom the shop has saved. */
export const knownCustomerSchema = z
  .strictObject({
    product: z.enum(productIds),
    /** The company or city, where the product has several. */
    service: textSchema(60),
    number: textSchema(40),
    name: textSchema(100),
    /** How the shop calls them; empty where they are not saved. */
    label: textSchema(40),
    lastAt: instantSchema.nullable(),
  })
  .readonly();
export type KnownCustomer = z.infer<typeof knownCustomerSchema>;
