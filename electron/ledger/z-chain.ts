import { z } from '../../shared/zod.ts';
import { sha256 } from './chain.ts';

/** A line of the drawer's book as it is digested: all that stands in its row. */
export const cashEntryRow = z.object({
  seq: z.int(),
  shift: z.int(),
  at: z.int(),
  person: z.string().nullable(),
  kind: z.string(),
  amount: z.int(),
  payment: z.string().nullable(),
  reason: z.string().nullable(),
});
export type CashEntry = z.infer<typeof cashEntryRow>;

export const entriesOfShift = 'SELECT * FROM cash_entry WHERE shift = ? ORDER BY seq';

const toldOf = ({ seq, shift, at, person, kind, amount, payment, reason }: CashEntry) =>
  [seq, shift, at, person, kind, amount, payment, reason] as const;

/**
 * The hash of a Z report that follows one whose hash is `previous`: hexadecimal SHA-256, over the report and every line of
 * the drawer's book that it sums up.
 */
export const zReportHash = (
  previous: string,
  number: number,
  document: string,
  entries: readonly CashEntry[],
): string => sha256(JSON.stringify([previous, number, document, entries.map(toldOf)]));

/** How a shift was opened, as its row has it. */
export const shiftOpeningRow = z.object({
  number: z.int(),
  opened_at: z.int(),
  opened_by: z.string(),
  business_day: z.string(),
  opening: z.int(),
});
export type ShiftOpening = z.infer<typeof shiftOpeningRow>;

/** What is added to the drawer's book: a shift is opened, cash moves, a Z report of that hash closes the shift. */
export type TillLine =
  | { readonly of: 'shift'; readonly opening: ShiftOpening }
  | { readonly of: 'cash'; readonly entry: CashEntry }
  | { readonly of: 'z'; readonly hash: string };

/**
 * The hash of the drawer's book with one more line, where it was `previous` before: hexadecimal SHA-256. The ledger names the
 * newest, so that a line that is edited before any Z report sums it up, or one that is missing at the end, is missed too.
 */
export const tillHash = (previous: string, line: TillLine): string =>
  sha256(JSON.stringify([previous, line.of, toldOfLine(line)]));

function toldOfLine(line: TillLine): string | readonly (string | number | null)[] {
  switch (line.of) {
    case 'shift': {
      const { number, opened_at, opened_by, business_day, opening } = line.opening;
      return [number, opened_at, opened_by, business_day, opening];
    }
    case 'cash':
      return toldOf(line.entry);
    case 'z':
      return line.hash;
  }
}
