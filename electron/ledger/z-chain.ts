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

/**
 * The hash of a Z report that follows one whose hash is `previous`: hexadecimal SHA-256, over the report and every line of
 * the drawer's book that it sums up.
 */
export function zReportHash(
  previous: string,
  number: number,
  document: string,
  entries: readonly CashEntry[],
): string {
  const told = entries.map(({ seq, shift, at, person, kind, amount, payment, reason }) => [
    seq,
    shift,
    at,
    person,
    kind,
    amount,
    payment,
    reason,
  ]);
  return sha256(JSON.stringify([previous, number, document, told]));
}
