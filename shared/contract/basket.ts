import { billerIdSchema } from '../biller-profile.ts';
import { doubtSchema } from '../payment/doubt.ts';
import { instantSchema, quoteIdSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';
import { saleProblemCodes } from './sale-problem.ts';

/** Names a basket in the ledger; it has none before it is paid. */
const basketNumberSchema = z.int().min(1);

export const mostInBasket = 20;

/**
 * Where a payment stands that is one of several, of a basket or a lot. What the owner decided counts as what was decided.
 * `not-sent`: nothing of it has left, and its quote stands.
 */
export const partStates = ['waiting', 'sent', 'paid', 'refused', 'unknown', 'not-sent'] as const;
export type PartState = (typeof partStates)[number];

const basketLineStates = [...partStates, 'left-out'] as const;
export type BasketLineState = (typeof basketLineStates)[number];

/** Why several payments, one after another, do not go on by themselves. */
export const haltReasons = [
  /** What came of the last one is not known. */
  'unknown',
  /** Two in a row were not sent. */
  'not-sent-twice',
  /** The cashier stopped it. */
  'stopped',
  /** Nothing can be paid just now: `problem` says why. */
  'hindered',
  /** The program was ended in the middle. */
  'restarted',
] as const;
export type HaltReason = (typeof haltReasons)[number];

export const haltSchema = z
  .strictObject({ because: z.enum(haltReasons), problem: z.enum(saleProblemCodes).nullable() })
  .readonly();
export type Halt = z.infer<typeof haltSchema>;

const basketLineSchema = z
  .strictObject({
    quote: quoteIdSchema,
    product: z.enum(productIds),
    biller: billerIdSchema,
    service: textSchema(60),
    customerNumber: textSchema(40),
    name: textSchema(100),
    /** What the customer pays for it. */
    due: rupiahSchema,
    state: z.enum(basketLineStates),
    /** Why it was not sent, where it was not. */
    problem: z.enum(saleProblemCodes).nullable(),
    /** Its cash stays in the drawer: it is paid, or was not known when the customer was there (it may have been refused since). */
    isKept: z.boolean(),
  })
  .readonly();
export type BasketLine = z.infer<typeof basketLineSchema>;

/**
 * Several bills of one customer, paid one after another with one sum of cash. `open`: bills are put in and taken out;
 * `paying`; `halted`: it asks whether to go on (`halt` says why); `done`: nothing more of it is paid, and the change is named.
 */
const basketStates = ['open', 'paying', 'halted', 'done'] as const;

export const basketSchema = z
  .strictObject({
    number: basketNumberSchema.nullable(),
    state: z.enum(basketStates),
    halt: haltSchema.nullable(),
    lines: z.array(basketLineSchema).max(mostInBasket).readonly(),
    /** What all lines come to that are not left out. */
    sum: rupiahSchema,
    /** What the customer gave; `null` until it was told, and again where a bill was put in or taken out since. */
    cash: rupiahSchema.nullable(),
    paid: rupiahSchema,
    /** What is not known: its cash stays in the drawer. */
    uncertain: rupiahSchema,
    /** All that stays in the drawer of the cash: what is paid, what is not known, and what was refused after it was not known. */
    kept: rupiahSchema,
    /** What goes back to the customer if nothing more is paid: the cash less what is kept. Once it is `done`, the change. */
    back: rupiahSchema.nullable(),
    startedAt: instantSchema.nullable(),
    cashier: z.string().nullable(),
  })
  .readonly();
export type Basket = z.infer<typeof basketSchema>;

const basketProblemCodes = [
  /** It is being paid, or asks whether to go on. */
  'basket-busy',
  'basket-full',
  'no-basket',
  'not-in-basket',
  'already-in-basket',
  /** Another bill of the same customer and product is in it: one open payment holds that place. */
  'same-customer',
  'quote-gone',
  'quote-expired',
  'payment-open',
  'nothing-to-pay',
  'cash-missing',
  'cash-short',
  'cash-implausible',
  /** Something stands in the way of a line: `reviewBasket` tells what. Nothing was paid. */
  'needs-review',
  /** It does not ask anything. */
  'not-halted',
  /** Another payment, or a lot, is being made. */
  'busy',
  'selling-stopped',
  'signed-out',
  'no-shift',
  'ledger-not-written',
] as const;
export type BasketProblemCode = (typeof basketProblemCodes)[number];
export const basketProblemSchema = z.strictObject({ code: z.enum(basketProblemCodes) });

/** What stands in the way of a line before anything is paid. `confirm-again` is confirmed by the request of that name. */
export const basketHindranceSchema = z
  .strictObject({
    quote: quoteIdSchema,
    code: z.enum(['quote-gone', 'quote-expired', 'payment-open', 'cut-off', 'confirm-again', 'not-sold']),
    doubts: z.array(doubtSchema).max(20).readonly(),
  })
  .readonly();
export type BasketHindrance = z.infer<typeof basketHindranceSchema>;
