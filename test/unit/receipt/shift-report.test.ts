import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDay, usualDay } from '../../../shared/business-day.ts';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { formatRupiah, rupiah } from '../../../shared/money.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { productIds } from '../../../shared/products.ts';
import { textOfLine, type ReceiptDocument } from '../../../shared/receipt/document.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { xReportDocument, zReportDocument } from '../../../shared/receipt/shift-report.ts';
import { countedCash } from '../../../shared/shift/cash-count.ts';
import {
  expectedCash,
  type HeldPayment,
  type ShiftFigures,
  type ZReport,
} from '../../../shared/shift/shift-figures.ts';
import { instant } from '../../../shared/time.ts';
import { minutes, quoteId, start } from '../ledger/documents.ts';
import { composeReceipt } from './compose-receipt.ts';

const none = { count: 0, amount: rupiah(0) };
const noSale: ShiftFigures = {
  opening: rupiah(100_000),
  cashIn: none,
  cashOut: none,
  sold: [],
  byCashier: [],
  uncertain: [],
  uncertainSum: none,
  owed: [],
  owedSum: none,
  refunds: none,
  carried: [],
  carriedSum: none,
};
const held = (n: number): HeldPayment => ({
  id: quoteId(n),
  product: 'pln-postpaid',
  customerNumber: `53000000000${n}`,
  name: 'SITI AMINAH',
  amount: rupiah(303_500),
  sentAt: start,
  isOwed: false,
});
const sum = (count: number, amount: number) => ({ count, amount: rupiah(amount) });
const busy: ShiftFigures = {
  ...noSale,
  cashIn: sum(1, 50_000),
  cashOut: sum(2, 75_000),
  sold: [
    {
      product: 'pln-postpaid',
      count: 12,
      billed: rupiah(3_642_000),
      counterFee: rupiah(24_000),
      rounding: -1000,
    },
    { product: 'pln-prepaid', count: 3, billed: rupiah(157_500), counterFee: rupiah(0), rounding: 0 },
  ],
  byCashier: [
    { name: 'Budi', count: 3, amount: rupiah(157_500) },
    { name: 'Sri', count: 12, amount: rupiah(3_665_000) },
  ],
  uncertain: [held(1)],
  uncertainSum: sum(1, 303_500),
  owed: [{ ...held(2), isOwed: true }],
  owedSum: sum(1, 303_500),
  refunds: sum(1, 20_000),
  carried: [held(3)],
  carriedSum: sum(1, 303_500),
};
const shift = { number: 7, openedAt: start, openedBy: 'Sri', day: businessDay(start, usualDay) };
const z = (figures: ShiftFigures, over: Partial<ZReport> = {}): ZReport => {
  const count = over.count ?? { 100000: 1 };
  const closedAt = instant(start + minutes(600));
  return {
    ...shift,
    ledger: 'live',
    closedAt,
    closedBy: 'Budi',
    figures,
    count,
    counted: countedCash(count),
    ...over,
  };
};
const linesOf = ({ slips }: ReceiptDocument): readonly string[] =>
  slips.flatMap(({ lines }) => lines.map(textOfLine));

describe('a Z report on paper', () => {
  it('of a shift without a sale says the whole sum all the same', () => {
    expect(linesOf(zReportDocument(z(noSale), 'WIB'))).toEqual([
      'LAPORAN Z',
      'NO SHIFT : 7',
      'HARI BUKU: 01/06/2018',
      'DIBUKA   : 2018-06-01 09:00 WIB',
      'OLEH     : Sri',
      'DITUTUP  : 2018-06-01 19:00 WIB',
      'OLEH     : Budi',
      '',
      'UANG DI LACI',
      'Modal awal               100.000',
      '+ Uang masuk (0)               0',
      '- Uang keluar (0)              0',
      '+ Penjualan (0)                0',
      '+ Belum pasti (0)              0',
      'SEHARUSNYA               100.000',
      'DIHITUNG                 100.000',
      'SELISIH                      PAS',
      '',
      'Tidak ada penjualan',
      '',
      'HITUNGAN UANG',
      '100.000 x 1              100.000',
      'DIHITUNG                 100.000',
    ]);
  });

  it('of a busy day says every line of the sum, what was sold by whom, what was counted, and what is open', () => {
    const count = { 100000: 43, 50000: 1, 20000: 4, 500: 3 } as const;
    expect(linesOf(zReportDocument(z(busy, { count }), 'WITA')).slice(8)).toEqual([
      'UANG DI LACI',
      'Modal awal               100.000',
      '+ Uang masuk (1)          50.000',
      '- Uang keluar (2)         75.000',
      '+ Penjualan (15)       3.822.500',
      '+ Belum pasti (1)        303.500',
      '+ Hrs dikembalikan (1)   303.500',
      '- Pengembalian (1)        20.000',
      'SEHARUSNYA             4.484.500',
      'DIHITUNG               4.431.500',
      'SELISIH            KURANG 53.000',
      '',
      'PENJUALAN PER PRODUK',
      'TAGIHAN LISTRIK (12)   3.665.000',
      '  Tagihan              3.642.000',
      '  Biaya loket             24.000',
      '  Pembulatan              -1.000',
      'TOKEN LISTRIK (3)        157.500',
      '',
      'PENJUALAN PER KASIR',
      'Budi (3)                 157.500',
      'Sri (12)               3.665.000',
      '',
      'HITUNGAN UANG',
      '100.000 x 43           4.300.000',
      '50.000 x 1                50.000',
      '20.000 x 4                80.000',
      '500 x 3                    1.500',
      'DIHITUNG               4.431.500',
      '',
      'BELUM PASTI (1)          303.500',
      '2018-06-01 10:00         303.500',
      '- TAGIHAN LISTRIK',
      '- 530000000001 SITI AMINAH',
      '',
      'HARUS DIKEMBALIKAN (1)   303.500',
      '2018-06-01 10:00         303.500',
      '- TAGIHAN LISTRIK',
      '- 530000000002 SITI AMINAH',
      '',
      'DARI SHIFT LALU (1)      303.500',
      'Uangnya tidak dihitung di sini',
      '2018-06-01 10:00         303.500',
      '- TAGIHAN LISTRIK',
      '- 530000000003 SITI AMINAH',
      '  BELUM PASTI',
    ]);
  });

  it('says that it is a copy, and when that was printed', () => {
    const copy = linesOf(zReportDocument(z(noSale), 'WIB', instant(start + minutes(700))));
    expect(copy).toContain('Salinan 2018-06-01 20:40 WIB');
    expect(copy.filter((line) => !line.startsWith('Salinan'))).toEqual(
      linesOf(zReportDocument(z(noSale), 'WIB')),
    );
  });

  it.each([
    [1, 'LEBIH 1'],
    [0, 'PAS'],
    [-2500, 'KURANG 2.500'],
  ])('says a difference of %i in words', (difference, said) => {
    const lines = linesOf(zReportDocument(z(noSale, { counted: rupiah(100_000 + difference) }), 'WIB'));
    expect(lines).toContain(`SELISIH${said.padStart(25)}`);
  });

  it('says how many more are open than paper should hold', () => {
    const figures = { ...noSale, uncertain: [held(1)], uncertainSum: sum(31, 31 * 303_500) };
    expect(linesOf(zReportDocument(z(figures), 'WIB'))).toContain('dan 30 lagi, lihat di layar');
  });

  it.each(ledgerKinds)('is stamped by its ledger as every paper is (%s)', (ledger) => {
    const [slip] = layOutReceipt(
      composeReceipt(zReportDocument(z(noSale), 'WIB'), {
        ledger,
        copy: 0,
        shop: { name: 'Loket Bu Sri', address: '' },
        paper: printerProfiles['58mm'],
      }),
    ).slips;
    const text = (slip?.lines ?? []).map((line) => JSON.stringify(line)).join('\n');
    expect(text).toContain('Loket Bu Sri');
    expect(text.includes('LATIHAN')).toBe(ledger === 'training');
    expect(text.includes('UJI COBA')).toBe(ledger === 'sandbox');
  });
});

describe('an X report on paper', () => {
  const at = instant(start + minutes(60));
  it('says that nothing is closed, and what the drawer should hold', () => {
    const lines = linesOf(xReportDocument({ shift, figures: busy, at }, 'WIB'));
    expect(lines.slice(0, 8)).toEqual([
      'LAPORAN X',
      'NO SHIFT : 7',
      'HARI BUKU: 01/06/2018',
      'DIBUKA   : 2018-06-01 09:00 WIB',
      'OLEH     : Sri',
      'DICETAK  : 2018-06-01 10:00 WIB',
      'Sementara, shift belum ditutup',
      '',
    ]);
    expect(lines).toContain('SEHARUSNYA             4.484.500');
  });
});

describe('whatever a shift was', () => {
  it('its report fits the smallest paper as it is, and no name stands where a figure could', () => {
    const amount = fc.nat(2_000_000_000).map(rupiah);
    const sums = fc.record({ count: fc.nat(5000), amount });
    const name = fc.string({ unit: 'binary', maxLength: 20 });
    const heldOnes = fc.array(
      fc.record({
        id: fc.constant(quoteId(1)),
        product: fc.constantFrom(...productIds),
        customerNumber: fc.string({ maxLength: 40 }),
        name: fc.string({ unit: 'binary', maxLength: 100 }),
        amount,
        sentAt: fc.constant(start),
        isOwed: fc.boolean(),
      }),
      { maxLength: 3 },
    );
    const figuresOf = fc.record({
      opening: amount,
      cashIn: sums,
      cashOut: sums,
      sold: fc.array(
        fc.record({
          product: fc.constantFrom(...productIds),
          count: fc.integer({ min: 1, max: 9999 }),
          billed: amount,
          counterFee: amount,
          rounding: fc.integer({ min: -500, max: 500 }),
        }),
        { maxLength: 4 },
      ),
      byCashier: fc.array(fc.record({ name, count: fc.integer({ min: 1, max: 9999 }), amount }), {
        maxLength: 3,
      }),
      uncertain: heldOnes,
      uncertainSum: sums,
      owed: heldOnes,
      owedSum: sums,
      refunds: sums,
      carried: heldOnes,
      carriedSum: sums,
    });
    fc.assert(
      fc.property(figuresOf, name, (figures, who) => {
        const document = zReportDocument(z(figures, { openedBy: who, closedBy: who }), 'WIT');
        const lines = linesOf(document);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(32);
        expect(lines.filter((line) => line.startsWith('SEHARUSNYA'))).toHaveLength(1);
        expect(lines.join('\n')).toContain(` ${formatRupiah(expectedCash(figures))}\n`);
        const [slip] = layOutReceipt(
          composeReceipt(document, {
            ledger: 'live',
            copy: 0,
            shop: { name: '', address: '' },
            paper: printerProfiles['58mm'],
          }),
        ).slips;
        expect(slip?.lines).toHaveLength(lines.length);
      }),
      { numRuns: 60 },
    );
  });
});
