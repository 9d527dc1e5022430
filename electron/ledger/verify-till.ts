import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { expectedCash, zReportSchema } from '../../shared/shift/shift-figures.ts';
import { z } from '../../shared/zod.ts';
import { genesis } from './chain.ts';
import {
  cashEntryRow,
  entriesOfShift,
  shiftOpeningRow,
  tillHash,
  zReportHash,
  type CashEntry,
} from './z-chain.ts';

const shiftRow = shiftOpeningRow.extend({
  closed: z.int(),
  at: z.int().nullable(),
  document: z.string().nullable(),
  hash: z.string().nullable(),
});
type Shift = z.infer<typeof shiftRow>;

/**
 * Follows the Z reports from the first to the last, each against the lines of the drawer's book that it sums up, and the
 * drawer's book against the payments. Answers the shift in which it is not as it was written, 0 where it is of no shift in
 * particular; `undefined` where all is well. Reads every row.
 */
export function alteredShift(database: Database): number | undefined {
  const entries = database.prepare(entriesOfShift);
  const shifts = database.prepare(
    `SELECT s.*, r.at, r.document, r.hash FROM shift s LEFT JOIN z_report r ON r.number = s.number ORDER BY s.number`,
  );
  let number = 0;
  let previous = genesis;
  let till = genesis;
  for (const found of shifts.iterate()) {
    const shift = shiftRow.parse(found);
    number += 1;
    if (shift.number !== number) return number;
    const lines = z.array(cashEntryRow).parse(entries.all(number));
    till = tillHash(till, { of: 'shift', opening: shift });
    till = lines.reduce((hash, entry) => tillHash(hash, { of: 'cash', entry }), till);
    if (shift.closed !== 0 && shift.closed !== 1) return number;
    if (shift.closed === 0) {
      if (shift.hash !== null || !isLast(database, number)) return number;
      continue;
    }
    if (shift.hash === null || !closedAsItStands(shift, lines, previous)) return number;
    previous = shift.hash;
    till = tillHash(till, { of: 'z', hash: shift.hash });
  }
  if (till !== newestLine(database)) return number;
  if (!isWholeTable(database, 'shift', 'number')) return number + 1;
  if (!isWholeTable(database, 'cash_entry', 'seq')) return number;
  return differingPayment(database);
}

/** Whether a shift's report is the one that follows the report before it, and says what the drawer's book says. */
function closedAsItStands(shift: Shift, entries: readonly CashEntry[], previous: string): boolean {
  const { number, document, hash, at } = shift;
  // In this order: what is not as it was hashed may be no document at all.
  if (document === null || hash !== zReportHash(previous, number, document, entries)) return false;
  const read = zReportSchema.safeParse(JSON.parse(document));
  if (!read.success) return false;
  const { figures, openedAt, openedBy, day, closedAt } = read.data;
  const isOfShift =
    read.data.number === number &&
    openedAt === shift.opened_at &&
    openedBy === shift.opened_by &&
    day === shift.business_day &&
    closedAt === at &&
    figures.opening === shift.opening;
  return (
    isOfShift &&
    expectedCash(figures) === shift.opening + entries.reduce((sum, entry) => sum + signed(entry), 0)
  );
}

const newestLine = (database: Database): string =>
  z.object({ till_hash: z.string() }).parse(database.prepare('SELECT till_hash FROM chain').get()).till_hash;

const signed = ({ kind, amount }: CashEntry): number => (kind === 'in' || kind === 'sale' ? amount : -amount);

const isLast = (database: Database, number: number): boolean =>
  database.prepare('SELECT 1 FROM shift WHERE number > ?').get(number) === undefined;

const tableRow = z.object({ rows: z.int(), newest: z.int().nullable(), given: z.int().nullable() });

/** Whether every number that the table ever gave out is there. */
function isWholeTable(database: Database, table: 'shift' | 'cash_entry', key: string): boolean {
  const found = database
    .prepare(
      `SELECT count(*) AS rows, max(${key}) AS newest,
         (SELECT seq FROM sqlite_sequence WHERE name = '${table}') AS given FROM ${table}`,
    )
    .get();
  const { rows, newest, given } = tableRow.parse(found);
  return rows === (given ?? 0) && rows === (newest ?? 0);
}

const refused = "p.state IN ('rejected', 'rejected-by-hand')";
const kept = "EXISTS (SELECT 1 FROM cash_entry c WHERE c.payment = p.id AND c.kind = 'sale')";
const refunded = "EXISTS (SELECT 1 FROM cash_entry c WHERE c.payment = p.id AND c.kind = 'refund')";
const isOwed = 'EXISTS (SELECT 1 FROM owed o WHERE o.payment = p.id)';

/** The shift of a payment whose cash is not in the drawer's book as the payment's own events led to. */
function differingPayment(database: Database): number | undefined {
  const found = database
    .prepare(
      `SELECT c.shift FROM cash_entry c JOIN payment p ON p.id = c.payment
         WHERE c.amount IS NOT p.total + p.counter_fee + p.rounding
           OR (c.kind = 'sale' AND c.shift IS NOT p.shift) OR (c.kind = 'refund' AND NOT ${kept})
       UNION ALL
       SELECT p.shift FROM payment p WHERE p.shift IS NOT NULL AND p.state <> 'sent' AND ${kept} = EXISTS (
         SELECT 1 FROM event e WHERE e.quote = p.id AND e.from_state = 'sent' AND e.to_state = 'rejected')
       UNION ALL
       SELECT ifnull(p.shift, 0) FROM payment p WHERE ${isOwed} <> (${refused} AND ${kept} AND NOT ${refunded})
       LIMIT 1`,
    )
    .get();
  return z.object({ shift: z.int() }).optional().parse(found)?.shift;
}
