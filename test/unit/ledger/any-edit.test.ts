import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozenColumns } from '../../../electron/ledger/chain.ts';
import { z } from '../../../shared/zod.ts';
import { aDay, alter, alterationIn } from './altered-ledger.ts';
import { memoryFolder } from './temp-folder.ts';

/** What the chain covers: all of an event, and of a quote and a payment all but the raw answer beside its body. */
const covered = {
  event: ['seq', 'quote', 'at', 'actor', 'event', 'from_state', 'to_state', 'evidence', 'digest', 'hash'],
  quote: ['id', 'document', 'expires_at', 'open'],
  payment: ['id', 'state', ...frozenColumns, 'outcome', 'settled_at'],
} as const;
type Table = keyof typeof covered;
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
  it('of an event, a quote or a payment is found', { timeout: 120_000 }, () => {
    const { file: original, close } = aDay();
    close();
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
      { numRuns: 400 },
    );
    // What the tables cannot hold at all (a second row of a key, nothing where something must be) is no edit.
    expect(tried).toBeGreaterThan(200);
  });

  it('is none where nothing is edited', () => {
    const { file, close } = aDay();
    close();
    alter(file, (raw) => raw.exec('UPDATE payment SET total = total'));
    expect(alterationIn(file)).toBeUndefined();
  });
});

interface Edit {
  readonly table: Table;
  readonly column: string;
  readonly at: number;
  readonly beside: number;
  readonly how: 'more' | 'less' | 'another' | 'nothing';
}

/** `false` where the edit changes nothing, or the table does not take it. */
function editOne(file: string, { table, column, at, beside, how }: Edit): boolean {
  const key = table === 'event' ? 'seq' : 'id';
  const reader = new DatabaseSync(file, { readOnly: true });
  const rows = z
    .array(valueRow.extend({ key: z.union([z.string(), z.int()]) }))
    .parse(reader.prepare(`SELECT ${key} AS key, ${column} AS value FROM ${table} ORDER BY ${key}`).all());
  reader.close();
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
