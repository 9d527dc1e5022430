import { billerIdSchema } from '../biller-profile.ts';
import { mostInGroup, groupNumberSchema, memberSchema } from '../lot/group.ts';
import { doubtSchema } from '../payment/doubt.ts';
import { instantSchema, quoteIdSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { z } from '../zod.ts';
import { basketSchema, haltSchema, partStates } from './basket.ts';
import { saleProblemSchema } from './sale-problem.ts';

/** A lot (*kolektif*): the customers of one or more groups, inquired together and paid one after another. */
export const lotNumberSchema = z.int().min(1);

export const mostLotLines = 1000;
export const mostGroupsInLot = 50;

/**
 * Where a line of a lot stands: before it is paid by its inquiry, then by its payment. `asking`: its inquiry is under way;
 * `billed`: there is a bill, and its quote lies on the desk; `no-bill`: the biller refused, `failed`: nobody answered.
 */
export const lotLineStates = [...partStates, 'asking', 'billed', 'no-bill', 'failed'] as const;
export type LotLineState = (typeof lotLineStates)[number];

/** Why a line is left out by itself. The cashier may take it in only where nothing can be paid twice by that. */
const lotObstacleSchema = z.discriminatedUnion('code', [
  /** It is not inquired yet, or its inquiry found nothing to pay, or nobody answered. */
  z.strictObject({ code: z.enum(['not-asked', 'no-bill', 'failed']) }).readonly(),
  /** Its quote is too old: it is to be inquired anew. */
  z.strictObject({ code: z.literal('expired') }).readonly(),
  /** PLN closes its books. */
  z.strictObject({ code: z.literal('cut-off') }).readonly(),
  /** The same customer and product stand in an earlier line. */
  z.strictObject({ code: z.literal('duplicate'), of: z.int().min(1) }).readonly(),
  /** A payment of this customer is not settled. */
  z.strictObject({ code: z.literal('unresolved') }).readonly(),
  /** It was paid in the last 24 hours, or that month ever; or the ledger does not know. */
  z.strictObject({ code: z.literal('doubt'), doubt: doubtSchema }).readonly(),
  /** The deposit, as it was last told, ends before this line. */
  z.strictObject({ code: z.literal('deposit-short') }).readonly(),
]);
export type LotObstacle = z.infer<typeof lotObstacleSchema>;

export const lotLineSchema = z
  .strictObject({
    /** From 1, in the order in which they are paid. */
    nth: z.int().min(1),
    group: textSchema(40),
    collector: textSchema(40),
    ...memberSchema.unwrap().shape,
    /** As the cashier reads the company or city; empty until it is inquired. */
    serviceName: textSchema(60),
    /** The customer's, as the inquiry named them; empty until then. */
    name: textSchema(100),
    due: rupiahSchema.nullable(),
    state: z.enum(lotLineStates),
    /** Why its inquiry found nothing, or its payment was not sent. */
    problem: saleProblemSchema.omit({ doubts: true }).nullable(),
    obstacles: z.array(lotObstacleSchema).max(30).readonly(),
    /** Whether it is paid with the lot as things stand. */
    isChosen: z.boolean(),
    /** Whether the cashier may take it in, or leave it out. */
    canChoose: z.boolean(),
    payment: quoteIdSchema.nullable(),
    /** The biller's reference and the token, once it is paid. */
    reference: textSchema(64),
    token: textSchema(40),
  })
  .readonly();
export type LotLine = z.infer<typeof lotLineSchema>;

const count = z.int().min(0);
const sumOf = z.strictObject({ count, amount: rupiahSchema }).readonly();

/** What lines come to, of one collector or of all. */
export const lotSumsSchema = z
  .strictObject({
    lines: count,
    /** What there are bills for, paid or not. */
    billed: sumOf,
    chosen: sumOf,
    paid: sumOf,
    unknown: sumOf,
    refused: sumOf,
    notSent: sumOf,
  })
  .readonly();
export type LotSums = z.infer<typeof lotSumsSchema>;

/** `asking`: inquiries are under way; `paying`; `halted`: it was stopped in the middle, `halt` says why; `closed`: nothing more is done with it. */
const lotStages = ['idle', 'asking', 'paying', 'halted', 'closed'] as const;

/** The lot that is open, in brief. */
export const lotInBriefSchema = z
  .strictObject({
    number: lotNumberSchema,
    stage: z.enum(lotStages),
    halt: haltSchema.nullable(),
    /** Of the run under way, or of the last one: how many are to be asked or paid, and how many were. */
    run: z
      .strictObject({
        total: count,
        done: count,
        /** In ms, from the pace of this run; `null` before there is one, and once it has ended. */
        timeLeft: count.nullable(),
      })
      .readonly()
      .nullable(),
    lines: count,
    billed: count,
    noBill: count,
    failed: count,
    paid: count,
    refused: count,
    unknown: count,
    /** Rises with every change to its lines: whoever shows them asks again. */
    revision: count,
  })
  .readonly();
export type LotInBrief = z.infer<typeof lotInBriefSchema>;

export const lotSchema = z
  .strictObject({
    number: lotNumberSchema,
    openedAt: instantSchema,
    openedBy: z.string().nullable(),
    closedAt: instantSchema.nullable(),
    stage: z.enum(lotStages),
    halt: haltSchema.nullable(),
    lines: z.array(lotLineSchema).max(mostLotLines).readonly(),
    sums: lotSumsSchema,
    /** The same by collector, in the order of their first lines. */
    byCollector: z
      .array(z.strictObject({ collector: textSchema(40), sums: lotSumsSchema }).readonly())
      .max(mostLotLines)
      .readonly(),
    /** The billers whose deposit, as it was last told, is too small for what is chosen: from which line on. */
    shortDeposits: z
      .array(
        z
          .strictObject({
            biller: billerIdSchema,
            deposit: rupiahSchema,
            needed: rupiahSchema,
            from: z.int().min(1),
          })
          .readonly(),
      )
      .max(10)
      .readonly(),
  })
  .readonly();
export type Lot = z.infer<typeof lotSchema>;

/** One of the lots there were. */
export const formerLotSchema = z
  .strictObject({
    number: lotNumberSchema,
    openedAt: instantSchema,
    closedAt: instantSchema.nullable(),
    groups: z.array(textSchema(40)).max(mostGroupsInLot).readonly(),
    lines: count,
    paid: sumOf,
  })
  .readonly();
export type FormerLot = z.infer<typeof formerLotSchema>;

const groupProblemCodes = [
  'no-such-group',
  /** Another group is called so. */
  'name-taken',
  'too-many',
  'ledger-not-written',
] as const;
export type GroupProblemCode = (typeof groupProblemCodes)[number];
export const groupProblemSchema = z.strictObject({ code: z.enum(groupProblemCodes) });

const lotProblemCodes = [
  'no-such-lot',
  'no-such-group',
  /** Another lot is open: one at a time. */
  'lot-open',
  'lot-closed',
  /** It is being inquired or paid. */
  'lot-busy',
  'nobody-in-it',
  'too-many',
  'nothing-to-ask',
  /** No line is chosen, or none of those that are may be paid. */
  'nothing-to-pay',
  /** The line may not be taken in: it could be paid twice, or there is nothing to pay. */
  'not-safe',
  /** Another payment, or a basket, is being made. */
  'busy',
  'selling-stopped',
  'signed-out',
  'no-shift',
  'ledger-not-written',
] as const;
export type LotProblemCode = (typeof lotProblemCodes)[number];
export const lotProblemSchema = z.strictObject({ code: z.enum(lotProblemCodes) });

export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Why a row of a table is no member of a group. */
const badRowCodes = [
  'no-product',
  'unknown-product',
  /** The product has several companies or cities, and none is named that is sold here. */
  'unknown-service',
  'no-number',
  'bad-number',
  'bad-extras',
  'bad-amount',
  'text-too-long',
  'too-many',
] as const;
export type BadRowCode = (typeof badRowCodes)[number];

const badRowSchema = z
  .strictObject({
    /** The line in the file, from 1. */
    line: z.int().min(1),
    code: z.enum(badRowCodes),
    /** What stood there. */
    text: textSchema(60),
  })
  .readonly();
export type BadRow = z.infer<typeof badRowSchema>;

export const importedSchema = z.strictObject({
  group: groupNumberSchema,
  added: z.int().min(0).max(mostInGroup),
  bad: z.array(badRowSchema).max(200).readonly(),
  /** How many rows were bad; more than are listed, where there are very many. */
  badRows: count,
});
export type Imported = z.infer<typeof importedSchema>;

const tableProblemCodes = [
  /** Nothing was chosen. */
  'cancelled',
  'file-not-read',
  /** It is no table that can be read, or a damaged one. */
  'not-a-table',
  /** It has no row that names the columns for the product and the number. */
  'no-columns',
  /** No row could be taken. */
  'no-rows',
  'file-not-written',
  'no-such-lot',
  ...groupProblemCodes,
] as const;
export type TableProblemCode = (typeof tableProblemCodes)[number];
export const tableProblemSchema = z.strictObject({ code: z.enum(tableProblemCodes) });

/** What a payment was part of. */
export const partOfSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('basket'), basket: basketSchema }),
  z.strictObject({
    of: z.literal('lot'),
    lot: lotNumberSchema,
    nth: z.int().min(1),
    group: textSchema(40),
    collector: textSchema(40),
    openedAt: instantSchema,
  }),
]);
export type PartOf = z.infer<typeof partOfSchema>;
