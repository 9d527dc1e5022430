import { isRupiah } from '../money.ts';
import { textSchema } from '../primitives.ts';
import { z } from '../zod.ts';

/**
 * A column of a table that leaves the program. `text` also for numbers that are none: a customer's number and a token keep
 * every digit. `count` and `rupiah` are whole and may be below zero.
 */
const tableColumnSchema = z
  .strictObject({
    header: textSchema(80),
    kind: z.enum(['text', 'count', 'rupiah']),
    /** Whether the last row says what the column comes to. Only columns of numbers have a sum. */
    sum: z.boolean(),
  })
  .readonly();
export type TableColumn = z.infer<typeof tableColumnSchema>;

/** `null` is an empty cell. A number stands in a column of numbers only. */
const tableCellSchema = z.union([
  textSchema(1000),
  z.custom<number>((value) => typeof value === 'number' && isRupiah(Math.abs(value)), 'not a whole number'),
  z.null(),
]);
export type TableCell = z.infer<typeof tableCellSchema>;

export const mostTableRows = 50_000;
/** Of a file that is read. In bytes. */
export const mostTableBytes = 20 * 1024 * 1024;

export const tableSchema = z
  .strictObject({
    /** What stands above it, and on the sheet's tab. */
    name: textSchema(80),
    columns: z.array(tableColumnSchema).min(1).max(30).readonly(),
    /** As many cells in each as there are columns. */
    rows: z.array(z.array(tableCellSchema).max(30).readonly()).max(mostTableRows).readonly(),
    /** What the row of sums is called, in the first column; `null` for none. */
    total: textSchema(40).nullable(),
  })
  .readonly();
export type Table = z.infer<typeof tableSchema>;

/** The sums of a table's columns, `null` where a column has none. */
export const sumsOf = ({ columns, rows }: Table): readonly (number | null)[] =>
  columns.map(({ sum, kind }, index) =>
    sum && kind !== 'text' ? rows.reduce((all, row) => all + numberIn(row[index]), 0) : null,
  );

const numberIn = (cell: TableCell | undefined): number => (typeof cell === 'number' ? cell : 0);

export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A row of a file that was read. */
export interface TableLine {
  /** Where it stands in the file, from 1, as a spreadsheet counts. */
  readonly line: number;
  /** As text, without blanks around it; a date is `yyyy-MM-dd`, with a time `yyyy-MM-dd HH:mm:ss`. */
  readonly cells: readonly string[];
}

export const tableProblems = [
  /** More than `mostTableBytes`. */
  'table-too-large',
  /** More than `mostTableRows`. */
  'table-too-long',
  /** The form of Excel before 2007. */
  'table-old-excel',
  /** Damaged, or something else. */
  'table-not-read',
  'table-empty',
] as const;
export type TableProblem = (typeof tableProblems)[number];
