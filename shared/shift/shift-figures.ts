import { businessDaySchema } from '../business-day.ts';
import { instantSchema, quoteIdSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { ledgerKinds } from '../ledger-kind.ts';
import { z } from '../zod.ts';
import { cashCountSchema } from './cash-count.ts';

export const cashReasonSchema = z
  .string()
  .transform((text) => text.trim())
  .pipe(textSchema(60).min(3));

/** How many, and what they come to in whole rupiah. */
export const sumSchema = z.strictObject({ count: z.int().min(0), amount: rupiahSchema }).readonly();
export type Sum = z.infer<typeof sumSchema>;

/** What was sold of one product: paid for certain. The amounts in whole rupiah. */
const productSalesSchema = z
  .strictObject({
    product: z.enum(productIds),
    count: z.int().min(1),
    /** What the billers asked for, with the bank's fee. */
    billed: rupiahSchema,
    counterFee: rupiahSchema,
    /** What rounding added, less what it took off. */
    rounding: z.int(),
  })
  .readonly();
export type ProductSales = z.infer<typeof productSalesSchema>;

/** A payment whose cash is in the drawer and whose outcome is not known, or whose cash must go back. */
const heldPaymentSchema = z
  .strictObject({
    id: quoteIdSchema,
    product: z.enum(productIds),
    customerNumber: textSchema(40),
    name: textSchema(100),
    /** What the customer paid. */
    amount: rupiahSchema,
    sentAt: instantSchema,
    /** Its cash must go back; `false` where it is not known. */
    isOwed: z.boolean(),
  })
  .readonly();
export type HeldPayment = z.infer<typeof heldPaymentSchema>;

const mostHeld = 100;

/** The payments whose cash is held: what they are is in the figures' own words. */
export const heldCashSchema = z
  .strictObject({
    uncertain: z.array(heldPaymentSchema).max(mostHeld).readonly(),
    owed: z.array(heldPaymentSchema).max(mostHeld).readonly(),
    carried: z.array(heldPaymentSchema).max(mostHeld).readonly(),
  })
  .readonly();
export type HeldCash = z.infer<typeof heldCashSchema>;

/** All that a shift has done to the drawer, as things stand now; or, in a Z report, as they stood when it was closed. */
export const shiftFiguresSchema = z
  .strictObject({
    /** The float in the drawer when the shift began (*modal awal*). */
    opening: rupiahSchema,
    cashIn: sumSchema,
    cashOut: sumSchema,
    /** Paid for certain, by product in the order of the catalogue. */
    sold: z.array(productSalesSchema).readonly(),
    /** The same by who sold it; an empty name where nobody signs in. */
    byCashier: z
      .array(z.strictObject({ name: z.string(), count: z.int().min(1), amount: rupiahSchema }).readonly())
      .readonly(),
    /** Not known (*belum pasti*): of this shift, their cash is in the drawer. */
    uncertain: z.array(heldPaymentSchema).max(mostHeld).readonly(),
    uncertainSum: sumSchema,
    /** Refused after their cash was kept, in this shift, and not given back yet. */
    owed: z.array(heldPaymentSchema).max(mostHeld).readonly(),
    owedSum: sumSchema,
    /**
     * Given back in this shift: for payments of shifts before it, and for what was paid after all. What was taken and
     * given back in this shift is in neither.
     */
    refunds: sumSchema,
    /** Of shifts before this one, and still not known or not given back: carried over. No cash of this shift. */
    carried: z.array(heldPaymentSchema).max(mostHeld).readonly(),
    carriedSum: sumSchema,
  })
  .readonly();
export type ShiftFigures = z.infer<typeof shiftFiguresSchema>;

/** What the drawer holds by the books; negative where more went out than was ever in. Whole rupiah. */
export function expectedCash(figures: ShiftFigures): number {
  const { opening, cashIn, cashOut, uncertainSum, owedSum, refunds } = figures;
  const kept = soldFor(figures) + uncertainSum.amount + owedSum.amount;
  return opening + cashIn.amount - cashOut.amount + kept - refunds.amount;
}

/** What was taken for payments that are made for certain. Whole rupiah. */
export const soldFor = ({ sold }: Pick<ShiftFigures, 'sold'>): number =>
  sold.reduce((sum, { billed, counterFee, rounding }) => sum + billed + counterFee + rounding, 0);

export const openShiftSchema = z
  .strictObject({
    /** Counted up from 1 in each ledger; the Z report has the same. */
    number: z.int().min(1),
    openedAt: instantSchema,
    openedBy: z.string(),
    day: businessDaySchema,
  })
  .readonly();
export type OpenShift = z.infer<typeof openShiftSchema>;

/** A shift that is over. Written once, when it is closed. */
export const zReportSchema = z
  .strictObject({
    ...openShiftSchema.unwrap().shape,
    ledger: z.enum(ledgerKinds),
    closedAt: instantSchema,
    closedBy: z.string(),
    figures: shiftFiguresSchema,
    count: cashCountSchema,
    /** What was counted; less what was expected that is the difference. */
    counted: rupiahSchema,
  })
  .readonly();
export type ZReport = z.infer<typeof zReportSchema>;

/** More in the drawer than the books say, or less where it is negative. */
export const differenceOf = ({ counted, figures }: Pick<ZReport, 'counted' | 'figures'>): number =>
  counted - expectedCash(figures);
