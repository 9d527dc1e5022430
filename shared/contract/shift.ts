import { rupiahSchema } from '../primitives.ts';
import { cashCountSchema } from '../shift/cash-count.ts';
import {
  cashReasonSchema,
  heldCashSchema,
  openShiftSchema,
  shiftFiguresSchema,
} from '../shift/shift-figures.ts';
import { z } from '../zod.ts';

/** Why something about the shift was not done. */
const shiftProblemCodes = [
  'no-shift',
  'shift-open',
  /** A payment is sent and not answered yet: where its cash belongs is not known for a moment. */
  'payment-under-way',
  'nothing-owed',
  'no-such-report',
  /** More goes out than the drawer can hold by the books. */
  'more-than-there-is',
  'signed-out',
  /** What the shift has come to is not for who counts first. */
  'needs-supervisor',
  'ledger-not-written',
] as const;
export type ShiftProblemCode = (typeof shiftProblemCodes)[number];
export const shiftProblemSchema = z.strictObject({ code: z.enum(shiftProblemCodes) });

/** The open shift as the counter shows it. */
export const shiftViewSchema = z
  .strictObject({
    shift: openShiftSchema,
    held: heldCashSchema,
    /**
     * What the drawer holds by the books, whole rupiah, and what that is made of; `null` where who looks is to count first
     * (a cashier, where people sign in): neither is to be known then, nor what it could be added up from.
     */
    books: z.strictObject({ figures: shiftFiguresSchema, expected: z.int() }).readonly().nullable(),
  })
  .readonly();
export type ShiftView = z.infer<typeof shiftViewSchema>;

export const openingSchema = z.strictObject({ float: rupiahSchema });
export const cashMoveSchema = z.strictObject({
  kind: z.enum(['in', 'out']),
  amount: rupiahSchema.refine((amount) => amount > 0),
  reason: cashReasonSchema,
});
export type CashMoveInput = z.infer<typeof cashMoveSchema>;
export const closingSchema = z.strictObject({ count: cashCountSchema });
