import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable, writeTables } from '../../../electron/tables/table-files.ts';
import { sumsOf, type Table, type TableFormat } from '../../../shared/tables/table.ts';

const cellText = fc.oneof(
  fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((text) => /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u.test(text) && !text.includes('\ufffd')),
  fc.stringMatching(/^[=+\-@'0-9]{1,22}$/),
  fc.constantFrom(
    '=1+1',
    "'=1",
    '0812345678',
    '12345678901234567890',
    '__proto__',
    'constructor',
    'a;b,c\t"d"',
  ),
);
const tableOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Table> =>
  fc
    .array(fc.tuple(text, fc.integer({ min: -1e9, max: 1e9 }), fc.option(text)), {
      minLength: 1,
      maxLength: 12,
    })
    .map((rows) => ({
      name: 'Penjualan',
      columns: [
        { header: 'Nomor', kind: 'text', sum: false },
        { header: 'Jumlah', kind: 'rupiah', sum: true },
        { header: 'Catatan', kind: 'text', sum: false },
      ],
      rows,
      total: 'Total',
    }));

const cellsOf = async (bytes: Uint8Array, format: TableFormat): Promise<readonly (readonly string[])[]> => {
  const read = await readTable(bytes, format);
  if (!read.ok) throw new Error(read.error);
  return read.value.map(({ cells }) => cells);
};

const anyTable = tableOf(cellText);

describe.each(['csv', 'xlsx'] as const)('a table as %s', (format) => {
  test('comes back cell by cell, with its sums', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const cells = await cellsOf(await writeTables([table], format), format);
        const expected = [
          ['Nomor', 'Jumlah', 'Catatan'],
          ...table.rows.map((row) => row.map((cell) => String(cell ?? '').trim())),
          ['Total', String(sumsOf(table)[1]), ''],
        ];
        expect(cells).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('keeps the lines that its rows stand on', async () => {
    const gaps: Table = {
      name: 'x',
      columns: [{ header: 'a', kind: 'text', sum: false }],
      rows: [['x'], [null], [''], ['y']],
      total: null,
    };
    const read = await readTable(await writeTables([gaps], format), format);
    expect(read.ok ? read.value.map(({ line }) => line) : read.error).toEqual([1, 2, 5]);
  });

  test('without a row and several in one file are read', async () => {
    const empty: Table = {
      name: 'Kosong',
      columns: [
        { header: 'Nomor', kind: 'text', sum: false },
        { header: 'N', kind: 'count', sum: true },
      ],
      rows: [],
      total: 'Total',
    };
    expect(await cellsOf(await writeTables([empty], format), format)).toEqual([
      ['Nomor', 'N'],
      ['Total', '0'],
    ]);
    const both = await cellsOf(await writeTables([empty, { ...empty, name: 'kosong' }], format), format);
    expect(both.flat()).toContain('Nomor');
  });
});

test('a CSV holds nothing that a spreadsheet runs, or takes digits from', async () => {
  const none = { kind: 'text', sum: false } as const;
  const rows = [['=1+1', '+62', '-1', '@x', '0812', '12345678901234567890', '5311', "'=1", 'O=x']];
  const columns = (rows[0] ?? []).map((_cell, at) => ({ ...none, header: `${at}` }));
  const written = new TextDecoder().decode(
    await writeTables([{ name: 'x', columns, rows, total: null }], 'csv'),
  );
  expect(written.split('\r\n')[1]).toBe("'=1+1;'+62;'-1;'@x;'0812;'12345678901234567890;5311;''=1;O=x");
});

const text = (written: string): Uint8Array => new TextEncoder().encode(written);

describe('a CSV of others', () => {
  test.each([
    [
      'semicolons',
      'a;b\r\n1.000,50;x',
      [
        ['a', 'b'],
        ['1.000,50', 'x'],
      ],
    ],
    [
      'commas',
      'a,b\n"1,5",x',
      [
        ['a', 'b'],
        ['1,5', 'x'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\tx',
      [
        ['a', 'b'],
        ['1', 'x'],
      ],
    ],
    ["Excel's own word", 'sep=|\na|b;c', [['a', 'b;c']]],
    ['one column', 'a\nb', [['a'], ['b']]],
    ['rows of unequal length', 'a;b;c\n1', [['a', 'b', 'c'], ['1']]],
  ])('with %s is read', async (_name, written, cells) => {
    expect(await cellsOf(text(written), 'csv')).toEqual(cells);
  });

  test('names the line that a row begins at, empty lines and lines within a cell counted', async () => {
    const read = await readTable(text('a;b\n\n"1\n2";x\n\n3;y\n'), 'csv');
    expect(read).toEqual({
      ok: true,
      value: [
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: ['1\n2', 'x'] },
        { line: 6, cells: ['3', 'y'] },
      ],
    });
  });

  test('of an old Excel is read in its own letters', async () => {
    expect(await cellsOf(Uint8Array.from([0x4a, 0x6f, 0x73, 0xe9, 0x3b, 0x31]), 'csv')).toEqual([
      ['José', '1'],
    ]);
  });
});

test('what is no table is told apart', async () => {
  const problem = async (bytes: Uint8Array, format: TableFormat): Promise<unknown> => {
    const read = await readTable(bytes, format);
    return read.ok ? 'read' : read.error;
  };
  expect(await problem(new Uint8Array(), 'csv')).toBe('table-empty');
  expect(await problem(text('\n \n;;\n'), 'csv')).toBe('table-empty');
  expect(await problem(Uint8Array.from([0, 1, 2, 0]), 'csv')).toBe('table-not-read');
  expect(await problem(text('a;b'), 'xlsx')).toBe('table-not-read');
  expect(await problem(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'xlsx')).toBe('table-old-excel');
  expect(await problem(new Uint8Array(21 * 1024 * 1024), 'xlsx')).toBe('table-too-large');
  expect(await problem(text('a\n'.repeat(50_002)), 'csv')).toBe('table-too-long');
  expect(await problem(text('a\n'.repeat(50_001)), 'csv')).toBe('read');
  const whole = await writeTables(
    [{ name: 'x', columns: [{ header: 'a', kind: 'text', sum: false }], rows: [], total: null }],
    'xlsx',
  );
  expect(await problem(whole.slice(0, whole.length - 40), 'xlsx')).toBe('table-not-read');
});
