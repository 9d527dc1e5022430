import { billerIdSchema } from '../biller-profile.ts';
import { businessDaySchema, isBusinessDay, type BusinessDay } from '../business-day.ts';
import { paymentStates } from '../payment/states.ts';
import { rupiahSchema, textSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { sumSchema } from '../shift/shift-figures.ts';
import { z } from '../zod.ts';

/** What a report has a row for each of. */
export const reportWays = ['day', 'week', 'month', 'product', 'cashier', 'biller'] as const;
export type ReportWay = (typeof reportWays)[number];

/** From when to when a report may reach. */
export const longestReportDays = 3700;

export const reportQuerySchema = z
  .strictObject({
    by: z.enum(reportWays),
    /** Days of the shop's books, both counted. */
    from: businessDaySchema,
    until: businessDaySchema,
    product: z.enum(productIds).nullable(),
    /** The cashier's name as it stands in the records; empty for what was sold where nobody signs in. */
    cashier: textSchema(40).nullable(),
    biller: billerIdSchema.nullable(),
  })
  .refine(
    ({ from, until }) => from <= until && daysBetween(from, until) < longestReportDays,
    'no range of days',
  )
  .readonly();
export type ReportQuery = z.infer<typeof reportQuerySchema>;

/** Whole rupiah that may be below zero. */
const balanceSchema = z.int();

/** What was sold: paid for certain, by the biller's word or the owner's. Amounts in whole rupiah. */
const salesSumSchema = z
  .strictObject({
    count: z.int().min(0),
    /** What the billers asked for, the bank's fee among it. */
    billed: rupiahSchema,
    /** The bank's fee. */
    admin: rupiahSchema,
    /** What the shop added for itself. */
    counterFee: rupiahSchema,
    /** What rounding added, less what it took off. */
    rounding: balanceSchema,
    /**
     * What the billers left to the shop, of the payments whose inquiry told it (`told`); of the others nothing is known. The
     * price less what the deposit is charged.
     */
    commission: balanceSchema,
    told: z.int().min(0),
  })
  .readonly();
export type SalesSum = z.infer<typeof salesSumSchema>;

/** What all customers paid. Whole rupiah. */
export const takenFor = ({ billed, counterFee, rounding }: SalesSum): number =>
  billed + counterFee + rounding;

const rowSchema = z
  .strictObject({
    /** The day, the week's Monday, the month as `yyyy-MM`, the product, the cashier's name (may be empty) or the biller. */
    key: textSchema(60),
    sold: salesSumSchema,
    /** Refused: nothing of it is in `sold`. What its customers would have paid. */
    refused: sumSchema,
    /** Not known, or on its way: neither sold nor refused. */
    uncertain: sumSchema,
  })
  .readonly();
export type ReportRow = z.infer<typeof rowSchema>;

export const salesReportSchema = z
  .strictObject({
    query: reportQuerySchema,
    /** In the order of time, else the most sold first. */
    rows: z.array(rowSchema).max(longestReportDays).readonly(),
    /** All rows together. */
    total: rowSchema,
    /** What each product came to in the same days, whatever the rows are: for its share. */
    products: z
      .array(z.strictObject({ product: z.enum(productIds), amount: rupiahSchema }).readonly())
      .readonly(),
  })
  .readonly();
export type SalesReport = z.infer<typeof salesReportSchema>;

/** What payments of one day, biller, product, cashier and state came to: what every report is put together from. */
const salesCellSchema = z
  .strictObject({
    day: businessDaySchema,
    biller: billerIdSchema,
    product: z.enum(productIds),
    cashier: z.string(),
    state: z.enum(paymentStates),
    count: z.int().min(1),
    /** What the customers paid. */
    due: rupiahSchema,
    admin: rupiahSchema,
    counterFee: rupiahSchema,
    rounding: balanceSchema,
    commission: balanceSchema,
    told: z.int().min(0),
  })
  .readonly();
export type SalesCell = z.infer<typeof salesCellSchema>;

/** How many days lie between two. */
export const daysBetween = (from: BusinessDay, until: BusinessDay): number =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The day so many days after `day`, or before where `days` is negative. */
export function dayAfter(day: BusinessDay, days: number): BusinessDay {
  const found = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  if (!isBusinessDay(found)) throw new RangeError(`no day: ${found}`);
  return found;
}

/** The Monday of its week. */
export const mondayOf = (day: BusinessDay): BusinessDay =>
  dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
