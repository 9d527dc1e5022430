import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { rupiah } from '../../../shared/money.ts';
import { productIds } from '../../../shared/products.ts';
import { textOfLine } from '../../../shared/receipt/document.ts';
import { slipColumns } from '../../../shared/receipt/field-lines.ts';
import { interimSlip, type UncertainPayment } from '../../../shared/receipt/interim-slip.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { lineUnits, paperUnits } from '../../../shared/receipt/line-width.ts';
import { slipPlans } from '../../../shared/receipt/slip-plans.ts';
import { instant } from '../../../shared/time.ts';
import { bill, paidSamples, quoteOf } from '../../fixtures/receipt/paid-samples.ts';
import { unsafeTokens } from '../printing/independent-reader.ts';
import { anyPaid, anyText } from './any-paid.ts';
import { anyInfoStruk, compose, marksOf, realPaper } from './receipts.ts';

/** 3 August 2018, 17.20 in Jakarta. */
const sentAt = instant(Date.parse('2018-08-03T10:20:00Z'));

const uncertain = (over: Partial<UncertainPayment> = {}): UncertainPayment => ({
  quote: paidSamples['pln-postpaid'].quote,
  cash: rupiah(2_200_000),
  sentAt,
  billerName: 'IAK',
  ...over,
});

const linesOf = (payment: UncertainPayment): readonly string[] =>
  interimSlip(payment).slips.flatMap(({ lines }) => lines.map(textOfLine));

const wordsOf = (payment: UncertainPayment): string => linesOf(payment).join(' ').replaceAll(/\s+/g, ' ');

describe('the slip of a payment that is not certain', () => {
  it('says what was given, for whom, when and under which numbers it can be asked about', () => {
    expect(linesOf(uncertain())).toEqual(
      expect.arrayContaining([
        'Dikirim 2018-08-03 17:20:00 WIB',
        'PRODUK      : TAGIHAN LISTRIK',
        'NOMOR       : 530000000999',
        'NAMA        : TOKO SUMBER REJEKI',
        'LEMBAR      : 4',
        'TOTAL       : Rp 2.127.150',
        'DITERIMA    : Rp 2.200.000',
        'KEMBALIAN   : Rp    72.850',
        'BILLER      : IAK',
        'NO TRANSAKSI: 9732432',
        'NO LOKET    : 091283746520',
      ]),
    );
    expect(wordsOf(uncertain())).toContain('BL/TH : JAN16, FEB16, MAR16, APR16');
  });

  it('says what the customer has to know, and twice that it is no proof', () => {
    const words = wordsOf(uncertain());
    for (const sentence of [
      'BELUM PASTI BUKTI SEMENTARA',
      'Pembayaran sedang diperiksa.',
      'Jangan bayar lagi di tempat lain: tagihan mungkin sudah terbayar.',
      'Simpan slip ini. Struk asli menyusul',
      'BUKAN BUKTI PEMBAYARAN',
    ]) {
      expect(words).toContain(sentence);
    }
    expect(words).not.toMatch(/STRUK PEMBAYARAN|TERIMA KASIH|LUNAS|TOTAL BAYAR|TOKEN/);
  });

  it('is one slip, also for several bills', () => {
    expect(interimSlip(uncertain()).slips).toHaveLength(1);
  });

  it('names the number that the biller knows the customer by, where that is another', () => {
    const { quote } = paidSamples['pln-prepaid'];
    expect(linesOf(uncertain({ quote }))).toEqual(
      expect.arrayContaining(['NOMOR       : 12345678901', 'ID PELANGGAN: 100456789024']),
    );
    expect(wordsOf(uncertain())).not.toContain('ID PELANGGAN');
  });

  it('names the company where there are many, the denomination, the tax year and the number of months', () => {
    const cash = rupiah(5_000_000);
    const linesFor = (name: keyof typeof paidSamples): readonly string[] =>
      linesOf(uncertain({ quote: paidSamples[name].quote, cash }));
    expect(linesFor('pdam')).toContain('LAYANAN     : PDAM Kota Surabaya');
    expect(linesFor('pln-prepaid')).toContain('NOMINAL     : Rp    50.000');
    expect(linesFor('pbb')).toContain('TAHUN PAJAK : 2019');
    expect(linesFor('bpjs')).toContain('JML BULAN   : 2');
  });

  it('leaves out what there is not', () => {
    const quote = quoteOf('tv', { bills: [bill(10_000, 0)], ourReference: '' });
    expect(wordsOf(uncertain({ quote, cash: rupiah(10_000) }))).not.toMatch(/NO LOKET|LEMBAR|PERIODE/);
  });

  it('is refused for less cash than the total', () => {
    expect(() => interimSlip(uncertain({ cash: rupiah(1) }))).toThrow(RangeError);
  });

  it.each(productIds)('has words for %s that fit and do not say that it is paid', (product) => {
    expect(slipPlans[product].product).toMatch(/^[A-Z ]+$/);
    expect(slipPlans[product].product.length).toBeLessThanOrEqual(slipColumns);
    expect(slipPlans[product].product).not.toMatch(/STRUK|PEMBAYARAN|LUNAS/);
  });
});

describe('twenty digits', () => {
  const { quote } = paidSamples['pln-prepaid'];
  const named = (name: string): string =>
    wordsOf(uncertain({ quote: { ...quote, customer: { ...quote.customer, name } } }));

  it.each([
    '67220840878184841314',
    '6722 0840 8781 8484 1314',
    '6722-0840-8781-8484-1314',
    '６７２２０８４０８７８１８４８４１３１４',
    '6722\u200b0840\u200b8781\u200b8484\u200b1314',
    'TOKEN 6722 0840 8781 8484 1314 ANDA',
  ])('in a name leave only its two ends: %s', (name) => {
    expect(named(name)).toMatch(/NAMA : .{1,8}\.\.\. ?.{1,8} TOTAL/);
    expect(named(name)).not.toContain('8781');
  });

  it('in a long number leave the ends by which the biller finds it', () => {
    const long = { ...quote, inquiryId: '123456789012345678901234' };
    expect(wordsOf(uncertain({ quote: long }))).toContain('NO TRANSAKSI: 12345678...78901234');
  });

  it('in a list of numbered months leave the first and the last', () => {
    const bills = Array.from({ length: 7 }, (_, index) => bill(10_000, 0, { period: `00${index + 1}` }));
    const months = quoteOf('multifinance', { bills });
    expect(linesOf(uncertain({ quote: months }))).toEqual(
      expect.arrayContaining(['LEMBAR      : 7', 'PERIODE     : 001 s/d 007']),
    );
  });

  it('fewer than twenty stay', () => {
    expect(named('6722 0840 8781 8484 131')).toContain('6722 0840 8781 8484 131');
  });
});

/** Texts that look like a token, in all the ways in which digits can be written and set apart. */
const tokenLike: fc.Arbitrary<string> = fc
  .record({
    digits: fc.stringMatching(/^\d{18,40}$/),
    every: fc.integer({ min: 1, max: 20 }),
    apart: fc.constantFrom('', ' ', '-', '. ', '\n', '\t', '\u200b', '\u001b@', ' : ', ',', '/', 'x'),
    offset: fc.constantFrom(0x30, 0xff10, 0x1d7ce),
    before: anyText(12),
  })
  .map(({ digits, every, apart, offset, before }) => {
    const groups = digits.match(new RegExp(`.{1,${every}}`, 'g')) ?? [];
    const written = Array.from(groups.join(apart), (character) =>
      /\d/.test(character) ? String.fromCodePoint(Number(character) + offset) : character,
    );
    return before + written.join('');
  });

/** A word that fills a line of 31 or 32 characters and begins as a line of ours does. */
const ownLabel = fc
  .tuple(fc.constantFrom('TOTAL', 'DITERIMA', 'KEMBALIAN'), fc.constantFrom(31, 32))
  .map(([label, length]) => `${label}:Rp1`.padEnd(length, '.'));

const anyWords = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(anyText(maxLength), tokenLike, ownLabel).map((text) => text.slice(0, maxLength));

const anyUncertain: fc.Arbitrary<UncertainPayment> = fc
  .record({
    paid: anyPaid,
    name: anyWords(100),
    identity: anyWords(40),
    customerNumber: anyWords(40),
    service: anyWords(60),
    inquiryId: anyWords(64),
    ourReference: anyWords(40),
    billerName: anyWords(60),
    detail: anyWords(200),
    periods: fc.array(fc.oneof(anyWords(40), fc.stringMatching(/^\d{1,6}$/)), {
      minLength: 1,
      maxLength: 24,
    }),
    change: fc.nat({ max: 1_000_000 }),
  })
  .map(({ paid: { quote }, ...any }) => {
    const bills = any.periods.map((period, index) => ({
      ...(quote.bills[index % quote.bills.length] ?? bill(1, 1)),
      period,
    }));
    const { customerNumber, inquiryId, ourReference, billerName } = any;
    return {
      quote: quoteOf(quote.product, {
        bills,
        customerNumber,
        inquiryId,
        ourReference,
        service: { code: 'X', name: any.service },
        customer: {
          identity: any.identity,
          name: any.name,
          details: [...quote.customer.details, { label: 'message', value: any.detail }],
        },
      }),
      cash: rupiah(bills.reduce((sum, { total }) => sum + total, any.change)),
      sentAt,
      billerName,
    };
  });

describe('the slip of any payment that is not certain', () => {
  it('never holds twenty digits after one another, whatever stands between them and wherever they come from', () => {
    fc.assert(
      fc.property(anyUncertain, (payment) => {
        expect(
          linesOf(payment)
            .join('')
            .replaceAll(/[^0-9A-Za-z]/g, ''),
        ).not.toMatch(/\d{20}/);
      }),
      { numRuns: 1000 },
    );
  });

  it('has its mark whole on every paper, with all stamps, and no line too wide', () => {
    fc.assert(
      fc.property(
        anyUncertain,
        fc.record({
          ledger: fc.constantFrom(...ledgerKinds),
          copy: fc.nat({ max: 120 }),
          shop: fc.record({ name: anyInfoStruk, address: anyInfoStruk }),
          paper: realPaper,
        }),
        fc.boolean(),
        (payment, context, isUnsaved) => {
          const composed = compose(interimSlip(payment), { ...context, marks: isUnsaved ? ['unsaved'] : [] });
          for (const { lines } of layOutReceipt(composed).slips) {
            expect(marksOf(lines)).toContainEqual(['BELUM PASTI', 'BUKTI SEMENTARA']);
            expect(lines.map(textOfLine)).toContain('BUKAN BUKTI PEMBAYARAN');
            for (const { spans } of lines) {
              expect(lineUnits(spans, context.paper)).toBeLessThanOrEqual(paperUnits(context.paper));
            }
          }
        },
      ),
    );
  });

  it('is ASCII in 32 columns and drives nothing of the printer', () => {
    fc.assert(
      fc.property(anyUncertain, (payment) => {
        for (const line of linesOf(payment)) expect(line).toMatch(/^[\x20-\x7e]{0,32}$/);
        expect(unsafeTokens(encodeReceipt(layOutReceipt(compose(interimSlip(payment)))))).toEqual([]);
      }),
    );
  });

  it('has the total, the cash and the change once each, where no text of a server’s can begin', () => {
    fc.assert(
      fc.property(anyUncertain, (payment) => {
        for (const label of ['TOTAL', 'DITERIMA', 'KEMBALIAN']) {
          const begins = new RegExp(`^${label}\\W`);
          expect(linesOf(payment).filter((line) => begins.test(line))).toHaveLength(1);
        }
      }),
    );
  });
});
