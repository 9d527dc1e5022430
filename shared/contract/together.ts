import {
  groupInBriefSchema,
  groupNumberSchema,
  groupSchema,
  mostGroups,
  storedGroupSchema,
} from '../lot/group.ts';
import { lotRecapSchema } from '../lot/lot-recap.ts';
import { quoteIdSchema, rupiahSchema } from '../primitives.ts';
import { z } from '../zod.ts';
import { basketHindranceSchema, basketProblemSchema, basketSchema, mostInBasket } from './basket.ts';
import {
  formerLotSchema,
  groupProblemSchema,
  importedSchema,
  lotNumberSchema,
  lotProblemSchema,
  lotSchema,
  mostGroupsInLot,
  mostLotLines,
  partOfSchema,
  tableFormats,
  tableProblemSchema,
} from './lots.ts';
import { exportFormats } from './reports.ts';

const nothing = z.undefined();
const ofQuote = z.strictObject({ quote: quoteIdSchema });
const ofLot = z.strictObject({ lot: lotNumberSchema });
const ofGroup = z.strictObject({ group: groupNumberSchema });
const goOn = z.boolean();

/** The requests about several payments that belong together: a basket of one customer, and lots of collectors. */
export const togetherRequests = {
  /** Puts a bill that lies on the desk into the basket, which begins with the first. */
  addToBasket: { input: ofQuote, output: basketSchema, error: basketProblemSchema },
  takeFromBasket: { input: ofQuote, output: basketSchema.nullable(), error: basketProblemSchema },
  /** Leaves a line out of what is paid, or takes it in again. The line stays to be seen. */
  leaveOutOfBasket: {
    input: z.strictObject({ quote: quoteIdSchema, isOut: z.boolean() }),
    output: basketSchema,
    error: basketProblemSchema,
  },
  /** Tells main the cash for all of it; answers the change if all is paid. */
  tenderBasket: {
    input: z.strictObject({ cash: rupiahSchema }),
    output: z.strictObject({ change: rupiahSchema }),
    error: basketProblemSchema,
  },
  /** What stands in the way of its lines; empty where all can be paid. */
  reviewBasket: {
    input: nothing,
    output: z.array(basketHindranceSchema).max(mostInBasket).readonly(),
    error: basketProblemSchema,
  },
  /** Begins to pay it; the counter's state tells how it goes. */
  payBasket: { input: nothing, output: nothing, error: basketProblemSchema },
  /** Stops after the payment that is under way. */
  stopBasket: { input: nothing, output: nothing, error: basketProblemSchema },
  /** What the cashier answers to a basket that has halted: on with the rest, or nothing more of it. */
  answerBasket: { input: z.strictObject({ goOn }), output: nothing, error: basketProblemSchema },
  /** Takes it off the counter. Bills that were not paid stay on the desk. */
  clearBasket: { input: nothing, output: nothing, error: basketProblemSchema },
  /** Prints the slip that sums it up, once it is done. */
  printBasketRecap: { input: nothing, output: nothing, error: basketProblemSchema },
  /** The basket or the lot that a payment was part of. */
  partOf: {
    input: z.strictObject({ payment: quoteIdSchema }),
    output: partOfSchema.nullable(),
    error: z.never(),
  },

  groups: {
    input: nothing,
    output: z.array(groupInBriefSchema).max(mostGroups).readonly(),
    error: z.never(),
  },
  group: { input: ofGroup, output: storedGroupSchema, error: groupProblemSchema },
  /** Saves a group as it is given, a new one with `number: null`; answers its number. */
  saveGroup: {
    input: z.strictObject({ number: groupNumberSchema.nullable(), group: groupSchema }),
    output: groupNumberSchema,
    error: groupProblemSchema,
  },
  removeGroup: { input: ofGroup, output: nothing, error: groupProblemSchema },
  /** Asks for a file and adds its rows to a group, or makes a new one of them. */
  importGroup: {
    input: z.strictObject({
      into: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('group'), group: groupNumberSchema }),
        z.strictObject({ kind: z.literal('new'), ...groupSchema.unwrap().omit({ members: true }).shape }),
      ]),
    }),
    output: importedSchema,
    error: tableProblemSchema,
  },
  /** Asks where to, and writes a group as a table; answers where it is. */
  exportGroup: {
    input: z.strictObject({ group: groupNumberSchema, format: z.enum(tableFormats) }),
    output: z.strictObject({ path: z.string() }),
    error: tableProblemSchema,
  },
  /** The same with the lines of a lot, and what became of them; `pdf` is its recap on sheets of A4. */
  exportLot: {
    input: z.strictObject({ lot: lotNumberSchema, format: z.enum(exportFormats) }),
    output: z.strictObject({ path: z.string() }),
    error: tableProblemSchema,
  },

  /** Opens a lot of all members of some groups; answers its number. */
  openLot: {
    input: z.strictObject({ groups: z.array(groupNumberSchema).min(1).max(mostGroupsInLot).readonly() }),
    output: lotNumberSchema,
    error: lotProblemSchema,
  },
  lot: { input: ofLot, output: lotSchema, error: lotProblemSchema },
  /** Newest first, those before the number `before`; `null` for the newest. */
  lots: {
    input: z.strictObject({ before: lotNumberSchema.nullable() }),
    output: z.array(formerLotSchema).max(20).readonly(),
    error: z.never(),
  },
  /** Begins to inquire every line that is not paid and has no bill that could be; the counter's state tells how it goes. */
  inquireLot: { input: ofLot, output: nothing, error: lotProblemSchema },
  /** Takes lines in or leaves them out: all of them, or none where one may not be taken. */
  chooseInLot: {
    input: z.strictObject({
      lot: lotNumberSchema,
      lines: z.array(z.int().min(1)).min(1).max(mostLotLines).readonly(),
      isIn: z.boolean(),
    }),
    output: lotSchema,
    error: lotProblemSchema,
  },
  /** Begins to pay what is chosen, one after another, or goes on with it. */
  payLot: { input: ofLot, output: nothing, error: lotProblemSchema },
  /** Stops: inquiries under way are broken off and none is begun; a payment under way is the last one. */
  stopLot: { input: ofLot, output: nothing, error: lotProblemSchema },
  /** What the cashier answers to a lot that has halted while it was paid. */
  answerLot: {
    input: z.strictObject({ lot: lotNumberSchema, goOn }),
    output: nothing,
    error: lotProblemSchema,
  },
  /** Nothing more is done with it. */
  closeLot: { input: ofLot, output: nothing, error: lotProblemSchema },
  printLotRecap: { input: ofLot, output: nothing, error: lotProblemSchema },
  /** The figures of the recap, for a page. */
  lotRecap: { input: ofLot, output: lotRecapSchema, error: lotProblemSchema },
} as const;
