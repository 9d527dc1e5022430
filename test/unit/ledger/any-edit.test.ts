import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozenColumns } from '../../../electron/ledger/chain.ts';
import { z } from '../../../shared/zod.ts';
import { aDay, alter, alterationIn } from './altered-ledger.ts';
import { start } from './documents.ts';
import { newLedger } from './open-ledger.ts';
import { memoryFolder } from './temp-folder.ts';
import { keepThreeShifts, openShift } from './till-day.ts';

/** What the chains cover: all of an event, and of a quote and a payment all but the raw answer beside its body; all of the drawer's book. */
const covered = {
  event: ['seq', 'quote', 'at', 'actor', 'event', 'from_state', 'to_state', 'evidence', 'digest', 'hash'],
  quote: ['id', 'document', 'expires_at', 'open'],
  payment: ['id', 'state', ...frozenColumns, 'outcome', 'settled_at'],
  shift: ['number', 'opened_at', 'opened_by', 'business_day', 'opening', 'closed'],
  cash_entry: ['seq', 'shift', 'at', 'person', 'kind', 'amount', 'payment', 'reason'],
  owed: ['payment'],
  z_report: ['number', 'at', 'document', 'hash'],
} as const;
type Table = keyof typeof covered;
const keyOf: Readonly<Record<Table, string>> = {
  event: 'seq',
  quote: 'id',
  payment: 'id',
  shift: 'number',
  cash_entry: 'seq',
  owed: 'payment',
  z_report: 'number',
};
const places = (Object.keys(covered) as Table[]).flatMap((table) =>
  covered[table].map((column) => ({ table, column })),
);

const valueRow = z.object({ value: z.union([z.string(), z.int(), z.null()]) });
type Value = z.infer<typeof valueRow>['value'];

/** Whatever else may stand there: a little more or less, another's value, nothing. */
function edited(value: Value, other: Value, how: 'more' | 'less' | 'another' | 'nothing'): Value {
  if (how === 'another') return other;
  if (how === 'nothing') return null;
  if (value === null) return how === 'more' ? 'x' : '';
  if (typeof value === 'number') return how === 'more' ? value + 1 : value - 1;
  return how === 'more' ? `${value} ` : value.slice(0, -1);
}

describe('any edit of one column in one row', () => {
  it('of an event, a quote, a payment or the drawer’s book is found', { timeout: 240_000 }, () => {
    const original = aDayWithDrawer();
    const folder = memoryFolder();
    let run = 0;
    let tried = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.nat(99),
        fc.nat(99),
        fc.constantFrom('more', 'less', 'another', 'nothing'),
        ({ table, column }, at, beside, how) => {
          const file = path.join(folder, `${run++}.db`);
          fs.copyFileSync(original, file);
          if (!editOne(file, { table, column, at, beside, how })) return fs.rmSync(file);
          tried += 1;
          expect(alterationIn(file)).toBeDefined();
          fs.rmSync(file);
        },
      ),
      { numRuns: 600 },
    );
    // What the tables cannot hold at all (a second row of a key, nothing where something must be) is no edit.
    expect(tried).toBeGreaterThan(300);
  });

  it('is none where nothing is edited', () => {
    const file = aDayWithDrawer();
    alter(file, (raw) => raw.exec('UPDATE payment SET total = total'));
    expect(alterationIn(file)).toBeUndefined();
  });
});

describe('any row that is taken out', () => {
  it.each(['shift', 'cash_entry', 'owed', 'z_report'] as const)(
    'of %s is found, the last one too',
    (table) => {
      const original = aDayWithDrawer();
      const rows = rowsOf(original, table, keyOf[table]);
      expect(rows.length).toBeGreaterThan(0);
      for (const { key } of rows) {
        const file = path.join(memoryFolder(), 'without.db');
        fs.copyFileSync(original, file);
        alter(file, (raw) => raw.prepare(`DELETE FROM ${table} WHERE ${keyOf[table]} = ?`).run(key));
        expect(alterationIn(file)).toBeDefined();
      }
    },
  );

  it('with all that belongs to it is found: a last shift of which nothing else tells', () => {
    const { file, ledger, close } = newLedger('live');
    openShift(ledger);
    ledger.till.close({ at: start, person: 'Sri', count: {} });
    openShift(ledger, 0);
    ledger.till.close({ at: start, person: 'Sri', count: {} });
    close();
    alter(file, (raw) =>
      raw.exec(`DELETE FROM z_report WHERE number = 2; DELETE FROM shift WHERE number = 2;
        UPDATE sqlite_sequence SET seq = 1 WHERE name = 'shift'`),
    );
    expect(alterationIn(file)).toMatchObject({ what: 'till' });
  });
});

/** The day of the other tables, and after it a drawer in which every kind of cash moved. */
function aDayWithDrawer(): string {
  const { file, ledger, close } = aDay();
  keepThreeShifts(ledger, 20);
  close();
  return file;
}

const keyedRow = valueRow.extend({ key: z.union([z.string(), z.int()]) });

function rowsOf(file: string, table: Table, column: string): readonly z.infer<typeof keyedRow>[] {
  const reader = new DatabaseSync(file, { readOnly: true });
  try {
    const key = keyOf[table];
    return z
      .array(keyedRow)
      .parse(reader.prepare(`SELECT ${key} AS key, ${column} AS value FROM ${table} ORDER BY ${key}`).all());
  } finally {
    reader.close();
  }
}

interface Edit {
  readonly table: Table;
  readonly column: string;
  readonly at: number;
  readonly beside: number;
  readonly how: 'more' | 'less' | 'another' | 'nothing';
}

/** `false` where the edit changes nothing, or the table does not take it. */
function editOne(file: string, { table, column, at, beside, how }: Edit): boolean {
  const key = keyOf[table];
  const rows = rowsOf(file, table, column);
  const [row, other] = [rows[at % rows.length], rows[beside % rows.length]];
  if (row === undefined || other === undefined) throw new Error(`no row of ${table}`);
  const value = edited(row.value, other.value, how);
  if (value === row.value) return false;
  try {
    alter(file, (raw) =>
      raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`).run(value, row.key),
    );
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/constraint|cannot store|mismatch|malformed JSON/);
    return false;
  }
}
