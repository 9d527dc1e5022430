import { billerIdSchema } from '../biller-profile.ts';
import { businessDaySchema } from '../business-day.ts';
import { paymentStates } from '../payment/states.ts';
import { quoteIdSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { columnMapSchema, lineFaults } from '../reconcile/statement.ts';
import { depositQuerySchema } from '../report/deposit-days.ts';
import { reportQuerySchema } from '../report/sales-report.ts';
import { tableFormats, tableProblems } from '../tables/table.ts';
import { z } from '../zod.ts';

export const exportFormats = [...tableFormats, 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What is saved as a file: what the place shows, made anew by main from its own records. */
export const exportedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sales'), query: reportQuerySchema }),
  z.strictObject({ kind: z.literal('deposits'), days: depositQuerySchema }),
  /** The last comparison that was made. */
  z.strictObject({ kind: z.literal('reconciliation') }),
]);
export type Exported = z.infer<typeof exportedSchema>;

export const exportProblems = ['ledger-not-read', 'nothing-to-save', 'too-many', 'file-not-written'] as const;
export const exportProblemSchema = z.strictObject({ code: z.enum(exportProblems) });

/** `null`: whoever was asked where to save it did not say. */
export const savedFileSchema = z.strictObject({ path: z.string() }).nullable();

/** A statement that was opened, and what its columns are taken for. */
export const statementViewSchema = z
  .strictObject({
    name: textSchema(260),
    /** The names of its columns; numbered where no row names them. */
    columns: z.array(textSchema(80)).max(200).readonly(),
    /** Its first rows, to choose the columns by. */
    sample: z
      .array(z.array(textSchema(200)).max(200).readonly())
      .max(3)
      .readonly(),
    rows: z.int().min(0),
    map: columnMapSchema,
  })
  .readonly();
export type StatementView = z.infer<typeof statementViewSchema>;

export const statementProblems = [...tableProblems, 'file-not-read'] as const;
export const statementProblemSchema = z.strictObject({ code: z.enum(statementProblems) });

export const reconcileQuerySchema = z
  .strictObject({
    biller: billerIdSchema,
    map: columnMapSchema,
    /** The days that are compared where the statement names none. */
    from: businessDaySchema,
    until: businessDaySchema,
  })
  .readonly();
export type ReconcileQuery = z.infer<typeof reconcileQuerySchema>;

export const reconcileProblems = [
  'no-statement',
  'columns-missing',
  /** No line of the statement can be read by these columns. */
  'nothing-to-compare',
  'ledger-not-read',
  'too-many',
] as const;
export const reconcileProblemSchema = z.strictObject({ code: z.enum(reconcileProblems) });

/** In the order in which they want to be looked at. */
const reconcileGroups = [
  'uncertain',
  'refused-here',
  'other-amount',
  'only-there',
  'only-here',
  'both',
] as const;
export type ReconcileGroup = (typeof reconcileGroups)[number];

/** What a comparison found, once: a line, a payment, or both. */
const foundPairSchema = z
  .strictObject({
    /** In the statement. */
    line: z.int().min(1).nullable(),
    payment: quoteIdSchema.nullable(),
    day: businessDaySchema.nullable(),
    number: textSchema(80),
    name: textSchema(100),
    reference: textSchema(80),
    there: rupiahSchema.nullable(),
    here: rupiahSchema.nullable(),
    state: z.enum(paymentStates).nullable(),
  })
  .readonly();
export type FoundPair = z.infer<typeof foundPairSchema>;

/** More are in the file that is saved of it. */
export const mostShownPairs = 200;

export const reconciliationViewSchema = z
  .strictObject({
    biller: billerIdSchema,
    from: businessDaySchema,
    until: businessDaySchema,
    groups: z
      .array(
        z
          .strictObject({
            group: z.enum(reconcileGroups),
            count: z.int().min(0),
            /** What its lines come to by the statement, and its payments by this counter. */
            there: rupiahSchema,
            here: rupiahSchema,
            pairs: z.array(foundPairSchema).max(mostShownPairs).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    faulty: z
      .array(
        z.strictObject({ line: z.int().min(1), reason: z.enum(lineFaults), text: textSchema(80) }).readonly(),
      )
      .max(100)
      .readonly(),
    faultyCount: z.int().min(0),
    /** Lines that say of themselves that nothing was sold. */
    refusedThere: z.int().min(0),
  })
  .readonly();
export type ReconciliationView = z.infer<typeof reconciliationViewSchema>;
