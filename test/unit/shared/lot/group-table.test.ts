import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../../shared/contract/catalogue.ts';
import type { Member } from '../../../../shared/lot/group.ts';
import { groupTable, readGroupTable } from '../../../../shared/lot/group-table.ts';
import { rupiah } from '../../../../shared/money.ts';
import { defaultNumberRules, type ProductId } from '../../../../shared/products.ts';
import { languages } from '../../../../shared/settings.ts';

const service = (product: ProductId, code: string, name: string, asks: readonly 'months'[] = []) => ({
  product,
  code,
  name,
  asks,
});
const catalogue: Catalogue = [
  {
    product: 'pln-postpaid',
    biller: 'iak',
    billerName: 'IAK',
    services: [service('pln-postpaid', 'PLNPOSTPAID', 'PLN')],
  },
  {
    product: 'pln-prepaid',
    biller: 'iak',
    billerName: 'IAK',
    services: [service('pln-prepaid', 'PLNPREPAID', 'Token')],
  },
  {
    product: 'pdam',
    biller: 'iak',
    billerName: 'IAK',
    services: [
      service('pdam', 'PDAMKOTA.SURABAYA', 'PDAM Kota Surabaya'),
      service('pdam', 'PDAMKAB.SLEMAN', 'PDAM Kab. Sleman'),
    ],
  },
  {
    product: 'bpjs',
    biller: 'iak',
    billerName: 'IAK',
    services: [service('bpjs', 'BPJS', 'BPJS', ['months'])],
  },
];
const facts = { catalogue, rules: defaultNumberRules };
const rows = (...lines: readonly (readonly string[])[]) =>
  lines.map((cells, index) => ({ line: index + 1, cells }));
function read(...lines: readonly (readonly string[])[]) {
  const found = readGroupTable(rows(...lines), facts);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

describe('a table of a group', () => {
  it('is read by the names of its columns, in either language, below a title', () => {
    const { members, bad } = read(
      ['Pelanggan RT 03'],
      [],
      ['No. Pelanggan', 'PRODUK', 'Kota', 'Keterangan', 'x'],
      ["'5300 0000 0001", 'PLN', '', 'Bu Siti', ''],
      ['10202001', 'pdam', 'PDAM Kab. Sleman', '', ''],
      ['', '', '', '', ''],
    );
    expect(bad).toEqual([]);
    expect(members).toMatchObject([
      { product: 'pln-postpaid', service: null, number: '530000000001', note: 'Bu Siti' },
      { product: 'pdam', service: 'PDAMKAB.SLEMAN', number: '10202001' },
    ]);
    const english = read(
      ['Product', 'Customer number', 'Denomination'],
      ['Token', '53000000001', 'Rp 50.000'],
    );
    expect(english.members).toMatchObject([{ product: 'pln-prepaid', denomination: 50_000 }]);
  });

  it('tells every bad row with its line and its reason, and takes the others', () => {
    const { members, bad } = read(
      ['produk', 'nomor', 'kota', 'bulan', 'nominal'],
      ['PLN', '530000000001'],
      ['', '530000000002'],
      ['Pulsa', '0812'],
      ['PLN', ''],
      ['PLN', '5.3E+11'],
      ['pdam', '10202001'],
      ['pdam', '10202001', 'PDAM Mars'],
      ['bpjs', '8801234560001', '', 'x'],
      ['token', '53000000001', '', '', 'banyak'],
      ['tv', '123456'],
    );
    expect(members.length).toBe(1);
    expect(bad.map(({ line, code }) => [line, code])).toEqual([
      [3, 'no-product'],
      [4, 'unknown-product'],
      [5, 'no-number'],
      [6, 'bad-number'],
      [7, 'unknown-service'],
      [8, 'unknown-service'],
      [9, 'bad-extras'],
      [10, 'bad-amount'],
      [11, 'unknown-product'],
    ]);
  });

  it('takes no more than there is room for, and says so', () => {
    const table = rows(['produk', 'nomor'], ['PLN', '530000000001'], ['PLN', '530000000002']);
    const found = readGroupTable(table, facts, 1);
    expect(found).toMatchObject({
      ok: true,
      value: { members: [{ number: '530000000001' }], bad: [{ line: 3, code: 'too-many' }] },
    });
  });

  it('is refused where it names no columns, and where it is empty', () => {
    expect(readGroupTable(rows(['PLN', '530000000001']), facts)).toEqual({ ok: false, error: 'no-columns' });
    expect(readGroupTable([], facts)).toEqual({ ok: false, error: 'no-columns' });
    expect(readGroupTable(rows(['produk', 'nomor']), facts)).toEqual({ ok: false, error: 'no-rows' });
  });

  it('comes back as it was written, in every language', () => {
    const members: readonly Member[] = [
      {
        product: 'pln-postpaid',
        service: null,
        number: '530000000001',
        extras: {},
        denomination: null,
        note: 'a',
      },
      {
        product: 'pln-prepaid',
        service: null,
        number: '53000000001',
        extras: {},
        denomination: rupiah(20_000),
        note: '',
      },
      {
        product: 'pdam',
        service: 'PDAMKAB.SLEMAN',
        number: '10202001',
        extras: {},
        denomination: null,
        note: '',
      },
      {
        product: 'bpjs',
        service: null,
        number: '8801234560001',
        extras: { months: 3 },
        denomination: null,
        note: '',
      },
    ];
    for (const language of languages)
      expect(read(...groupTable({ members }, catalogue, language))).toEqual({ members, bad: [], badRows: 0 });
  });

  it('never throws, whatever stands in it', () => {
    const cell = oneof(
      constantFrom('produk', 'nomor', 'PLN', 'pdam', 'token', '530000000001', '', "'", 'Rp', '1e9'),
      string(),
    );
    assert(
      property(array(array(cell, { maxLength: 6 }), { maxLength: 12 }), (lines) => {
        readGroupTable(rows(['produk', 'nomor', 'kota', 'bulan', 'nominal', 'catatan'], ...lines), facts);
        readGroupTable(rows(...lines), facts);
      }),
      { numRuns: 60 },
    );
  });
});
