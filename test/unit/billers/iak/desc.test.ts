import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDesc, type DescReading } from '../../../../electron/billers/iak/desc.ts';
import { detailsSchema, type Detail } from '../../../../shared/payment/detail.ts';
import { productIds } from '../../../../shared/products.ts';
import {
  descFromJson,
  descFromXml,
  descSampleNames,
  descSamples,
  type DescSample,
} from '../../../fixtures/iak/desc-samples.ts';

const readJson = (name: DescSample): DescReading => readDesc(descSamples[name], descFromJson(name));

/** `label value`, or `name: value` for what has no label. */
const said = (details: readonly Detail[]): readonly string[] =>
  details.map((detail) =>
    detail.label === 'other' ? `${detail.name}: ${detail.value}` : `${detail.label} ${detail.value}`,
  );

const nothing = { details: [], rows: [] };

describe('the documented desc of', () => {
  it('an electricity bill has the tariff, each month’s meter and penalty, and what is left', () => {
    const { details, rows, billsLeft } = readJson('pln-postpaid');
    expect(said(details)).toEqual(['tariff-power R1 / 1300VA', 'bill-count 4', 'bills-left 4']);
    expect(billsLeft).toBe(4);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({ period: '201601', amount: 281_300, adminFee: 2500, total: 288_800 });
    expect(said(rows[0]?.details ?? [])).toEqual([
      'meter-start 00012480',
      'meter-end 00012602',
      'penalty 5.000',
    ]);
  });

  it('an electricity bill at the inquiry says nothing of what will be left', () => {
    const reading = readJson('pln-postpaid-inquiry');
    expect(reading).not.toHaveProperty('billsLeft');
    expect(reading.rows).toEqual([
      {
        period: '201608',
        amount: 300_000,
        adminFee: 2500,
        total: 302_500,
        details: [{ label: 'penalty', value: '0' }],
      },
    ]);
  });

  it('a telephone has area and offices, and a row a month', () => {
    const { details, rows } = readJson('telkom-pstn');
    expect(said(details)).toEqual(['area-code 0751', 'divre 01', 'datel 0006', 'bill-count 3']);
    expect(rows.map(({ period, amount, adminFee, total }) => [period, amount, adminFee, total])).toEqual([
      ['MEI 2014', 49_870, 2500, 52_370],
      ['JUN 2014', 44_870, 2500, 47_370],
      ['JUL2014', 34_870, 2500, 37_370],
    ]);
  });

  it('a mobile number has one row with nothing in it, which is no row', () => {
    expect(readJson('mobile-postpaid')).toEqual({
      details: [{ label: 'bill-count', value: '1' }],
      rows: [],
    });
  });

  it('a waterworks has its rows under bill, readings and all', () => {
    const { details, rows } = readJson('pdam');
    expect(said(details)).toEqual([
      'bill-count 2',
      'address JL. KUSUMA BANGSA 106, SURABAYA',
      'biller-admin 0',
      'utility-name PDAM KOTA SURABAYA',
      'stamp-duty 0',
      'due-date 1-15 MEI 2018',
      'tariff-code 3A',
    ]);
    expect(rows.map(({ period, amount }) => [period, amount])).toEqual([
      ['201803', 76_300],
      ['201804', 79_850],
    ]);
    expect(said(rows[0]?.details ?? [])).toEqual([
      'meter-start 1204',
      'meter-end 1226',
      'penalty 7.500',
      'other-costs 1.500',
    ]);
  });

  it('a waterworks that puts all months in one row', () => {
    const { rows } = readJson('pdam-unified');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ period: '201803,201804', amount: 214_700 });
    expect(said(rows[0]?.details ?? [])).toContain('meter-stand 00000311-00000352');
  });

  it('television has a reference a month, or a list with nothing in it', () => {
    expect(readJson('tv-telkomvision').rows.map(({ details }) => said(details))).toEqual([
      ['reference 205A'],
      ['reference 206A'],
    ]);
    expect(readJson('tv-other')).toEqual({
      details: [
        { label: 'bill-count', value: '1' },
        { label: 'product-category', value: 'BIG UNIVERSE' },
        { label: 'vat', value: '12.591' },
      ],
      rows: [],
    });
  });

  it('a vehicle has its costs in groups, each on one line', () => {
    expect(said(readJson('esamsat').details)).toEqual([
      'identity-number 3217061804640006',
      'chassis-number MHKV5EA2JFJ001044',
      'engine-number 1NRF012268',
      'address GRIYA BULELENG 2 RT 005 RW 014 BULELENG',
      'owner 001',
      'vehicle DAIHATSU',
      'build-year 2015',
      'tax-valid-until 20191022',
      'Biaya pokok: PKB 2.131.500, SWD 143.000',
      'Biaya denda: PKB 42.600, SWD 35.000',
      'Biaya admin: 0',
      'Biaya parkir pokok: 0',
      'Biaya pajak progresif: 0',
      'state-receipt-number Q8T3L318R0Z3',
    ]);
  });

  it.each([
    ['pln-nontaglis', ['transaction PENYAMBUNGAN BARU', 'registration-number 5392112011703']],
    ['bpjs', ['branch-code 0901', 'branch-name JAKARTA PUSAT', 'remaining-payment 0', 'participants 2']],
    ['bpjs-tk-bpu', ['program-code JHT,JKK,JKM', 'jht 120.000', 'effective-date 01-08-2018']],
    ['bpjs-tk-pu', ['jpk 2.597', 'jpn 32.467', 'company-number 15092873', 'division-code 000']],
    ['internet', ['product-name CBN Anywhere Basic']],
    ['gas', ['meter-start 006538', 'meter-end 006573', 'usage 35']],
    ['pbb', ['tax-object 327701000200100230', 'land-area 113 M2', 'penalty 24.463', 'total 230.820']],
    ['multifinance', ['instalment 657.695', 'penalty 3.305', 'tenor 030', 'reference 514367']],
    ['insurance', ['insured 1', 'policy-status INFORCE', 'footer AIA CUSTOMER CARE 1500980']],
    ['emoney', []],
  ] as const)('%s has %j', (name, expected) => {
    expect(said(readJson(name).details)).toEqual(expect.arrayContaining([...expected]));
  });

  it.each(descSampleNames)('%s needs no name of IAK’s own for a documented field', (name) => {
    const { details, rows } = readJson(name);
    const others = [...details, ...rows.flatMap((row) => row.details)].filter(
      ({ label }) => label === 'other',
    );
    expect(others.map((other) => (other.label === 'other' ? other.name : ''))).toEqual(
      name === 'esamsat'
        ? ['Biaya pokok', 'Biaya denda', 'Biaya admin', 'Biaya parkir pokok', 'Biaya pajak progresif']
        : [],
    );
  });

  it.each(descSampleNames)('%s reads the same from XML', (name) => {
    expect(readDesc(descSamples[name], descFromXml(name))).toEqual(readJson(name));
  });

  it.each(descSampleNames)('%s loses no value but the empty ones', (name) => {
    const { details, rows, billsLeft } = readJson(name);
    const shown = JSON.stringify([details, rows, billsLeft]).replaceAll('.', '');
    const values = (value: unknown): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(values) : [value];
    for (const value of values(descFromJson(name)))
      expect(shown).toContain(String(value).replaceAll('.', ''));
  });
});

describe('a desc that says nothing', () => {
  it.each([[''], ['text'], [null], [undefined], [[]], [[{ tarif: 'R1' }]], [0], [42], [true], [{}]])(
    '%j is read as nothing',
    (desc) => {
      for (const product of productIds) expect(readDesc(product, desc)).toEqual(nothing);
    },
  );

  it('leaves out what is empty: texts, nulls, lists and objects', () => {
    const desc = { tarif: '', daya: null, x: [], y: {}, z: ' \t', tagihan: '', bill: [] };
    expect(readDesc('pln-postpaid', desc)).toEqual(nothing);
  });
});

describe('rows', () => {
  const rowsOf = (detail: unknown): DescReading['rows'] =>
    readDesc('telkom-pstn', { tagihan: { detail } }).rows;

  it('are the same from a list of one and from the one alone', () => {
    const row = { periode: 'MEI 2014', nilai_tagihan: '49870', admin: '2500', total: 52_370 };
    expect(rowsOf([row])).toHaveLength(1);
    expect(rowsOf(row)).toEqual(rowsOf([row]));
  });

  it.each([[302_500], ['302500'], [302_500.0], ['302500.00'], ['302500.0']])('take %j for exact', (total) => {
    expect(rowsOf({ total })).toEqual([{ total: 302_500, details: [] }]);
  });

  it.each([
    ['302500.5', '302500.5'],
    [302_500.5, '302500.5'],
    ['Rp 302.500', 'Rp 302.500'],
    ['-1', '-1'],
    ['3e5', '3e5'],
    [true, 'true'],
  ])('show %j as it came, since it is no exact amount', (total, shown) => {
    expect(rowsOf({ total })).toEqual([{ hasOddTotal: true, details: [{ label: 'total', value: shown }] }]);
  });

  it('that are no objects are none', () => {
    expect(rowsOf([null, 'x', 5, [], { periode: 'MEI' }])).toEqual([{ period: 'MEI', details: [] }]);
  });

  it('beyond what a bill can have are still more than a quote may have', () => {
    expect(rowsOf(Array.from({ length: 500 }, () => ({ total: 1 }))).length).toBeGreaterThan(24);
  });

  it('stand beside what else their holder says', () => {
    const { details, rows } = readDesc('tv', { tagihan: { detail: { periode: 'MEI' }, catatan: 'baru' } });
    expect(rows).toHaveLength(1);
    expect(said(details)).toEqual(['Tagihan catatan: baru']);
  });
});

describe('what is left', () => {
  it.each([
    [4, 4],
    ['4', 4],
    [0, 0],
    ['004', 4],
  ])('is counted from %j', (value, count) => {
    expect(readDesc('pln-postpaid', { lembar_tagihan_sisa: value }).billsLeft).toBe(count);
  });

  it.each([[-1], [1.5], [''], ['x'], [1000], [null], [{}], [[4]]])('is not made up of %j', (value) => {
    expect(readDesc('pln-postpaid', { lembar_tagihan_sisa: value })).not.toHaveProperty('billsLeft');
  });
});

describe('what nobody documented', () => {
  it('is shown under the name the biller gave it, made readable', () => {
    const desc = { nomor_kontrak_baru: 'K-1', isActive: true, jumlah: 12.5 };
    expect(said(readDesc('internet', desc).details)).toEqual([
      'Nomor kontrak baru: K-1',
      'IsActive: true',
      'Jumlah: 12.5',
    ]);
  });

  it('is shown with the names of what it lies in, lists numbered or on one line', () => {
    const desc = { paket: { utama: { nama: 'A' } }, tambahan: ['x', 'y'], baris: [{ a: 1 }, { a: 2 }] };
    expect(said(readDesc('tv', desc).details)).toEqual([
      'Paket utama nama: A',
      'Tambahan: x, y',
      'Baris 1 a: 1',
      'Baris 2 a: 2',
    ]);
  });

  it('is shown also where a documented field has another shape than documented', () => {
    expect(said(readDesc('pdam', { address: { jalan: 'A', kota: 'B' } }).details)).toEqual([
      'Address jalan: A',
      'Address kota: B',
    ]);
    expect(said(readDesc('esamsat', { biaya_pokok: '5000' }).details)).toEqual(['Biaya pokok: 5.000']);
  });

  it('has no controls and nothing that turns the line round', () => {
    const [detail] = readDesc('tv', { 'a\u001b_\u202eb': '1\n2\u0000\u200b3' }).details;
    expect(detail).toEqual({ label: 'other', name: 'A b', value: '1 23' });
  });

  it('finds nothing under the names that every object has', () => {
    const desc: unknown = JSON.parse(
      '{"__proto__": {"tarif": "R1"}, "constructor": "c", "toString": "t", "hasOwnProperty": 1}',
    );
    const { details } = readDesc('pln-postpaid', desc);
    expect(details.every(({ label }) => label === 'other')).toBe(true);
    expect(details).toHaveLength(4);
  });
});

/** JSON of any shape, its names often those that mean something. */
const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, '', '302500', '302500.00', '00012480', '1e400', '201608'),
    ),
    fc.array(tie('value'), { maxLength: 8 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom(
              'tagihan',
              'bill',
              'detail',
              'periode',
              'period',
              'total',
              'admin',
              'nilai_tagihan',
              'tarif',
              'daya',
              'biaya_pokok',
              'lembar_tagihan_sisa',
              'address',
              'denda',
              '__proto__',
              'constructor',
              '',
            ),
            fc.string({ maxLength: 80 }),
          ),
          tie('value'),
        ),
        { maxLength: 12 },
      )
      // As `JSON.parse` makes them: `__proto__` is then a name like any other.
      .map((fields) => Object.fromEntries(fields)),
  ),
})).value;

describe('any desc', () => {
  it('is read without a throw, within bounds, and as what the contract allows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...productIds), anyJson, (product, desc) => {
        const { details, rows, billsLeft } = readDesc(product, desc);
        for (const list of [details, ...rows.map((row) => row.details)]) {
          expect(list.length).toBeLessThanOrEqual(40);
          expect(detailsSchema.safeParse(list).success).toBe(true);
          expect(list.every(({ value }) => value !== '' && value === value.trim())).toBe(true);
        }
        for (const { period = 'x' } of rows) expect(period).toMatch(/^.{1,40}$/u);
        expect(billsLeft === undefined || (Number.isInteger(billsLeft) && billsLeft >= 0)).toBe(true);
        expect(Object.prototype).not.toHaveProperty('tarif');
      }),
      { numRuns: 1000 },
    );
  });

  it('that is deeper or wider than any answer is cut, not followed', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    expect(readDesc('tv', deep)).toEqual(nothing);
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`f${index}`, index]));
    expect(readDesc('tv', wide).details).toHaveLength(40);
    const cut = readDesc('tv', { ['n'.repeat(500)]: 'v'.repeat(5000) }).details;
    expect(cut).toEqual([{ label: 'other', name: `N${'n'.repeat(59)}`, value: 'v'.repeat(200) }]);
  });

  it('cut in the middle of a character leaves no half of it', () => {
    const [detail] = readDesc('tv', { a: `${'x'.repeat(199)}😀` }).details;
    expect(detail?.value).toBe('x'.repeat(199));
  });
});
