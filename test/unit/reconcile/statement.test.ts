import { describe, expect, it } from 'vitest';
import {
  amountOf,
  dayOf,
  headerAt,
  isEnough,
  readStatement,
  recognisedColumns,
} from '../../../shared/reconcile/statement.ts';

describe('the columns of a statement', () => {
  it.each([
    [
      ['Tanggal', 'No. Referensi', 'ID Pelanggan', 'Nominal', 'Status'],
      [0, 1, 2, 3, 4, null],
    ],
    [
      ['No', 'Tgl Transaksi', 'IDPEL', 'Nama', 'Total Bayar', 'REF', 'Token'],
      [1, 5, 2, 4, null, 6],
    ],
    [
      ['date', 'ref', 'customer no', 'price', 'SN'],
      [0, 1, 2, 3, null, 4],
    ],
    [
      ['Harga', 'Nomor', 'Keterangan'],
      [null, null, 1, 0, 2, null],
    ],
  ])('%j are recognised', (header, [day, reference, number, amount, status, token]) => {
    expect(recognisedColumns(header)).toEqual({ day, reference, number, amount, status, token });
  });

  it('are not made up', () => {
    const none = recognisedColumns(['foo', 'bar', 'nama']);
    expect(Object.values(none).every((at) => at === null)).toBe(true);
    expect(isEnough(none)).toBe(false);
  });

  it('are named by a row that may stand under words', () => {
    const rows = [
      { line: 1, cells: ['PT Biller', ''] },
      { line: 2, cells: ['Periode', '1 Nov 2026'] },
      { line: 4, cells: ['Tanggal', 'Idpel', 'Jumlah'] },
    ];
    expect(headerAt(rows)).toBe(2);
    expect(headerAt(rows.slice(0, 2))).toBe(-1);
  });
});

it.each([
  ['303500', 303_500],
  ['303.500', 303_500],
  ['303,500', 303_500],
  ['Rp 1.303.500,00', 1_303_500],
  ['1,303,500.00', 1_303_500],
  ['-303500', 303_500],
  ['303.500,-', 303_500],
  ['(303.500)', 303_500],
  ['303500.00', 303_500],
  ['303500.5', undefined],
  ['303.50.0', undefined],
  ['gratis', undefined],
  ['', undefined],
])('%j is an amount of %j', (written, amount) => {
  expect(amountOf(written)).toBe(amount);
});

it.each([
  ['2026-11-02', '2026-11-02'],
  ['2026-11-02 10:11:12', '2026-11-02'],
  ['02/11/2026', '2026-11-02'],
  ['2-1-26', '2026-01-02'],
  ['02.11.2026 23:59', '2026-11-02'],
  ['20261102', '2026-11-02'],
  ['20261102101112', '2026-11-02'],
  ['2 Nov 2026', '2026-11-02'],
  ['17 Agustus 2026 08:00', '2026-08-17'],
  ['31/02/2026', undefined],
  ['13/13/2026', undefined],
  ['kemarin', undefined],
])('%j is the day %j', (written, day) => {
  expect(dayOf(written)).toBe(day);
});

it('a bad line is told with its number and its reason; what failed is not compared', () => {
  const rows = [
    ['02/11/2026', 'R1', '5300', '10.000', 'SUKSES'],
    ['02/11/2026', 'R2', '5301', 'sepuluh', 'SUKSES'],
    ['besok', 'R3', '5302', '10.000', 'SUKSES'],
    ['02/11/2026', 'R4', '5303', '10.000', 'GAGAL'],
    ['02/11/2026', 'R5', '5303', '', ''],
    ['', '', '', '40.000', 'TOTAL'],
  ].map((cells, n) => ({ line: n + 2, cells }));
  const { lines, faulty, refused } = readStatement(rows, {
    day: 0,
    reference: 1,
    number: 2,
    amount: 3,
    status: 4,
    token: null,
  });
  expect(lines.map(({ line, amount }) => [line, amount])).toEqual([[2, 10_000]]);
  expect(refused).toBe(1);
  expect(faulty).toEqual([
    { line: 3, reason: 'bad-amount', text: 'sepuluh' },
    { line: 4, reason: 'bad-day', text: 'besok' },
    { line: 6, reason: 'no-amount', text: '' },
    { line: 7, reason: 'nothing-to-match', text: '40.000 · TOTAL' },
  ]);
});
