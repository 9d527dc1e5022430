import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { createTables } from '../../../electron/tables/tables-keeper.ts';
import { writeTables } from '../../../electron/tables/table-files.ts';
import type { Table } from '../../../shared/tables/table.ts';

const faults: unknown[] = [];
const options = {
  program: path.join(import.meta.dirname, 'tables-worker-entry.mjs'),
  onFault: (error: unknown) => faults.push(error),
};
const tables = createTables(options);
afterEach(() => tables.close());

const long: Table = {
  name: 'Panjang',
  columns: [
    { header: 'Nomor', kind: 'text', sum: false },
    { header: 'Jumlah', kind: 'rupiah', sum: true },
  ],
  rows: Array.from({ length: 50_000 }, (_none, at) => [`0${at}`, at]),
  total: 'Total',
};

test.each(['csv', 'xlsx'] as const)(
  'a whole %s of the most rows goes through the worker and back',
  async (format) => {
    const read = await tables.read(
      await tables.write([{ ...long, rows: long.rows.slice(1) }], format),
      format,
    );
    expect(read.ok ? read.value.length : read.error).toBe(50_001);
    expect(read.ok && read.value.at(-1)?.cells).toEqual(['Total', String((49_999 * 50_000) / 2)]);
  },
  120_000,
);

test('a file that unpacks to more than a PC has is a table that is not read, and nothing else ends', async () => {
  const small = await writeTables([{ ...long, rows: [['1', 1]] }], 'xlsx');
  // One cell in the last corner of a sheet: everything before it would have to be laid out.
  const { unzipSync, strFromU8 } = await import('fflate');
  const parts = unzipSync(small);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const corner = sheet.replace(
    '</sheetData>',
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
  );
  expect(corner).not.toBe(sheet);
  const bomb = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(corner) });
  expect(await createTables({ ...options, memory: 100 }).read(bomb, 'xlsx')).toEqual({
    ok: false,
    error: 'table-not-read',
  });
  expect(faults).toHaveLength(1);
  expect((await tables.read(small, 'xlsx')).ok).toBe(true);
}, 120_000);
