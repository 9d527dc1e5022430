import { DatabaseSync } from '@photostructure/sqlite';
import { z } from '../../../shared/zod.ts';

/** The tables that grow with every sale, by the names and short names that the statements call them. */
const growing: ReadonlySet<string> = new Set([
  'quote',
  'payment',
  'event',
  'exchange',
  'print_job',
  'print_event',
  'bill_month',
  'look',
  'cash_entry',
  'shift',
  'z_report',
  'customer',
  'customer_term',
  'sale',
  's',
  't',
  'p',
  'q',
  'e',
  'm',
  'c',
]);

export interface UnboundedScan {
  readonly sql: string;
  readonly step: string;
}

/**
 * The statements of `sql` that go through a whole table that grows, or through all there ever was of a product or a
 * biller. Not counted are those that go through a partial index, which holds what is open and nothing else, and those
 * that stop at a LIMIT in the order of an index and pass over nothing.
 */
export function unboundedScans(file: string, sql: readonly string[]): readonly UnboundedScan[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const partial = z
      .array(z.object({ name: z.string() }))
      .parse(
        database
          .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'")
          .all(),
      )
      .map(({ name }) => name);
    return sql.filter(isPlanned).flatMap((text) => {
      const plan = z
        .array(z.object({ detail: z.string() }))
        .parse(database.prepare(`EXPLAIN QUERY PLAN ${text}`).all())
        .map(({ detail }) => detail);
      const isCutShort =
        /\bLIMIT \?\s*$/.test(text) &&
        !/\bWHERE\b/.test(text) &&
        !plan.some((step) => step.includes('TEMP B-TREE'));
      // What a query within the query answers has steps of its own in the plan.
      const within = plan.flatMap((step) => /^(?:CO-ROUTINE|MATERIALIZE) (\w+)/.exec(step)?.[1] ?? []);
      return plan
        .filter((step) => isWhole(step, partial, within) && !isCutShort)
        .map((step) => ({ sql: text.replaceAll(/\s+/g, ' '), step }));
    });
  } finally {
    database.close();
  }
}

const isPlanned = (text: string): boolean => /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(text);

/** An index of times is of use where a time is asked for: of a product or a biller alone there is ever more. */
const wide =
  /^SEARCH \w+ USING (?:COVERING )?INDEX payment_(?:product|biller)_sent \((?:product|biller)=\?\)/;

function isWhole(step: string, partial: readonly string[], within: readonly string[]): boolean {
  if (wide.test(step)) return true;
  const [, table = '', index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(step) ?? [];
  return growing.has(table) && !within.includes(table) && (index === undefined || !partial.includes(index));
}
