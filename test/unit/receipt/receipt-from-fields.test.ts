import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { rupiah, sumRupiah } from '../../../shared/money.ts';
import type { Detail } from '../../../shared/payment/detail.ts';
import { confirmationSchema, type Confirmation } from '../../../shared/payment/outcome.ts';
import { quoteSchema, type Bill } from '../../../shared/payment/quote.ts';
import { productIds } from '../../../shared/products.ts';
import { textOfLine, type ReceiptDocument } from '../../../shared/receipt/document.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { lineUnits, paperUnits } from '../../../shared/receipt/line-width.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { receiptFromFields } from '../../../shared/receipt/receipt-from-fields.ts';
import {
  bill,
  confirmationOf,
  paidSamples,
  quoteOf,
  type PaidSample,
} from '../../fixtures/receipt/paid-samples.ts';
import { unsafeTokens } from '../printing/independent-reader.ts';
import { anyPaid } from './any-paid.ts';
import { compose, oddPaper } from './receipts.ts';
import { renderLine } from './render-paper.ts';

const shop = { name: 'Loket Bu Sri', address: 'Jl. Nangka Raya No. 1000' };
const samples = Object.entries<PaidSample>(paidSamples);

const receiptOf = ({ quote, confirmation }: PaidSample): ReceiptDocument =>
  receiptFromFields(quote, confirmation);

const linesOf = (sample: PaidSample): readonly (readonly string[])[] =>
  receiptOf(sample).slips.map((slip) => slip.lines.map(textOfLine));

/** Every word of a receipt in its order, whatever the lines they stand on. */
const wordsOf = (sample: PaidSample): string => linesOf(sample).flat().join(' ').replaceAll(/\s+/g, ' ');

const folder = new URL('../../fixtures/receipt/fields/', import.meta.url);

describe('a receipt of our own, as it stands on paper', () => {
  const papersOfSamples = samples.flatMap(([name, sample]) =>
    (['58mm', '80mm'] as const).map((paper) => [`${name}-${paper}`, sample, paper] as const),
  );

  it.each(papersOfSamples)('%s', (name, sample, paper) => {
    const { slips } = layOutReceipt(compose(receiptOf(sample), { shop, paper: printerProfiles[paper] }));
    const rendered = slips.map(({ lines }) => lines.map((line) => `${renderLine(line)}\n`).join(''));
    expect(rendered.join('--------\n')).toBe(readFileSync(new URL(`${name}.txt`, folder), 'utf8'));
  });

  it('is there for every kind of product, and no text is left over', () => {
    expect(new Set(samples.map(([, { quote }]) => quote.product))).toEqual(new Set(productIds));
    expect(readdirSync(folder).toSorted()).toEqual(papersOfSamples.map(([name]) => `${name}.txt`).toSorted());
  });

  it.each(samples)('%s is a payment as the ledger holds it', (_, { quote, confirmation }) => {
    expect(quoteSchema.parse(quote)).toEqual(quote);
    expect(confirmationSchema.parse(confirmation)).toEqual(confirmation);
  });
});

describe('several bills of PLN', () => {
  const months: readonly Bill[] = [
    bill(500_000, 2500, { period: 'FEB16' }),
    bill(1_050_000, 2500, { period: 'MAR16' }),
  ];
  const paid = (confirmation: Partial<Confirmation>): PaidSample => ({
    quote: quoteOf('pln-postpaid', { bills: months }),
    confirmation: confirmationOf({ bills: 2, ...confirmation }),
  });
  const stand = (start: string, end: string): readonly Detail[] => [
    { label: 'meter-start', value: start },
    { label: 'meter-end', value: end },
  ];

  it('have a slip each, with that bill’s month, sum and total', () => {
    const [first = [], second = []] = linesOf(paid({}));
    expect(first).toEqual(
      expect.arrayContaining([
        'LEMBAR      : 1 dari 2',
        'BL/TH       : FEB16',
        'RP TAG PLN  : Rp 500.000',
        'TOTAL BAYAR : Rp 502.500',
      ]),
    );
    expect(second).toEqual(
      expect.arrayContaining(['LEMBAR      : 2 dari 2', 'BL/TH       : MAR16', 'TOTAL BAYAR : Rp 1.052.500']),
    );
  });

  it('have the meter that the reply gives for them, in the quote’s order where it names no month', () => {
    const slips = linesOf(paid({ billDetails: [stand('1', '2'), stand('2', '3')] }));
    expect(slips.map((lines) => lines.find((line) => line.startsWith('STAND')))).toEqual([
      'STAND METER : 1-2',
      'STAND METER : 2-3',
    ]);
  });

  it('have it by the month where the reply names months, in whatever order', () => {
    const march = [...stand('2', '3'), { label: 'period', value: 'MAR16' } as const];
    const february = [...stand('1', '2'), { label: 'period', value: 'FEB16' } as const];
    const slips = linesOf(paid({ billDetails: [march, february] }));
    expect(slips.map((lines) => lines.find((line) => line.startsWith('STAND')))).toEqual([
      'STAND METER : 1-2',
      'STAND METER : 2-3',
    ]);
  });

  it('have no meter that may be another month’s', () => {
    expect(wordsOf(paid({ billDetails: [stand('1', '2')] }))).not.toContain('STAND');
  });

  it('say what is left after all of them, not after each', () => {
    const sample = paid({ remainingArrears: 4 });
    expect(linesOf(sample)).toHaveLength(2);
    expect(
      wordsOf(sample).match(/Sesudah 2 lembar ini dibayar, Anda masih memiliki sisa tunggakan 4 bulan/g),
    ).toHaveLength(2);
  });

  it('say what is left after each where only that is known', () => {
    const words = wordsOf(
      paid({ billDetails: [[{ label: 'arrears', value: '1' }], [{ label: 'arrears', value: '0' }]] }),
    );
    expect(words.match(/sisa tunggakan/g)).toHaveLength(1);
    expect(words).toContain('Sesudah lembar ini masih ada sisa tunggakan 1 bulan');
  });

  it('say nothing of arrears where none are left', () => {
    expect(wordsOf(paid({ remainingArrears: 0 }))).not.toContain('tunggakan');
  });

  it('include the penalty in what is billed, so that the slip adds up', () => {
    const { amount, adminFee, total } = { amount: 300_000, adminFee: 2500, total: 307_500 };
    const late = { amount: rupiah(amount), adminFee: rupiah(adminFee), total: rupiah(total) };
    const lines = linesOf({
      quote: quoteOf('pln-postpaid', { bills: [late] }),
      confirmation: confirmationOf({ billDetails: [[{ label: 'penalty', value: '5.000' }]] }),
    }).flat();
    expect(lines).toContain('RP TAG PLN  : Rp 305.000');
    expect(lines).toContain('TOTAL BAYAR : Rp 307.500');
    expect(lines.join()).not.toContain('DENDA');
  });
});

describe('several months on one slip', () => {
  const stand = (start: string, end: string, penalty: string): readonly Detail[] => [
    { label: 'meter-start', value: start },
    { label: 'meter-end', value: end },
    { label: 'penalty', value: penalty },
  ];
  const march: readonly Detail[] = [
    { label: 'period', value: '201803' },
    { label: 'amount', value: '70.000' },
    ...stand('10', '25', '5.000'),
  ];
  const april: readonly Detail[] = [
    { label: 'period', value: '201804' },
    { label: 'amount', value: '80.000' },
    ...stand('25', '41', '0'),
  ];
  const billLines = (sample: PaidSample): readonly string[] => {
    const lines = linesOf(sample).flat();
    return lines.slice(
      lines.findIndex((line) => line.startsWith('BL/TH')),
      lines.findIndex((line) => line.startsWith('NO REF')),
    );
  };

  it('that are bills of their own have each its meter, penalty and charge', () => {
    const bills = [
      bill(75_000, 2500, { period: '201803', details: stand('10', '25', '5.000') }),
      bill(80_000, 2500, { period: '201804', details: stand('25', '41', '0') }),
    ];
    expect(billLines({ quote: quoteOf('pdam', { bills }), confirmation: confirmationOf() })).toEqual([
      'BL/TH       : MAR18',
      'STAND METER : 10-25',
      'DENDA       : Rp   5.000',
      'TAGIHAN     : Rp  75.000',
      'BL/TH       : APR18',
      'STAND METER : 25-41',
      'TAGIHAN     : Rp  80.000',
      'JML TAGIHAN : Rp 155.000',
    ]);
  });

  it('that are rows of one bill each keep what is theirs, from the reply or else from the inquiry', () => {
    const rows = [...march, ...april];
    const expected = [
      'BL/TH       : MAR18',
      'STAND METER : 10-25',
      'TAGIHAN     : Rp  70.000',
      'DENDA       : Rp   5.000',
      'BL/TH       : APR18',
      'STAND METER : 25-41',
      'TAGIHAN     : Rp  80.000',
      'JML TAGIHAN : Rp 155.000',
    ];
    const one = { period: '201803,201804' };
    const replied: PaidSample = {
      quote: quoteOf('pdam', { bills: [bill(155_000, 5000, one)] }),
      confirmation: confirmationOf({ billDetails: [rows] }),
    };
    const quoted: PaidSample = {
      quote: quoteOf('pdam', { bills: [bill(155_000, 5000, { ...one, details: rows })] }),
      confirmation: confirmationOf(),
    };
    expect(billLines(replied)).toEqual(expected);
    expect(billLines(quoted)).toEqual(expected);
    const both = { quote: quoted.quote, confirmation: replied.confirmation };
    expect(billLines(both)).toEqual(expected);
  });

  it('keep a detail that no plan names, and what nobody documented', () => {
    const details: readonly Detail[] = [
      { label: 'vat', value: '1.100' },
      { label: 'other', name: 'Blok', value: 'C' },
    ];
    const bills = [bill(10_000, 0, { period: 'MEI18', details }), bill(10_000, 0, { period: 'JUN18' })];
    const words = wordsOf({ quote: quoteOf('tv', { bills }), confirmation: confirmationOf() });
    expect(words).toMatch(/PERIODE : MEI18 PPN : Rp 1\.100 TAGIHAN : Rp 10\.000 JUN18 : Rp 10\.000/);
    expect(words).toContain('- Blok: C');
  });

  it('without names are numbered', () => {
    const bills = [bill(10_000, 0), bill(20_000, 0)];
    const words = wordsOf({ quote: quoteOf('internet', { bills }), confirmation: confirmationOf() });
    expect(words).toContain('LEMBAR 1 : Rp 10.000 LEMBAR 2 : Rp 20.000 JML TAGIHAN : Rp 30.000');
  });
});

describe('a telephone’s number', () => {
  const numberLine = (area: string, number: string): string | undefined => {
    const { quote, confirmation } = paidSamples['telkom-pstn'];
    const details: readonly Detail[] = [{ label: 'area-code', value: area }];
    return linesOf({
      quote: { ...quote, customer: { identity: number, name: 'A', details } },
      confirmation: { ...confirmation, details: [] },
    })
      .flat()
      .find((line) => line.startsWith('NO JASTEL'));
  };

  it('is area and number', () => {
    expect(numberLine('0751', '6391601201')).toBe('NO JASTEL   : 0751-6391601201');
  });

  it('has the area once where the number has it already, or there is none', () => {
    expect(numberLine('0231', '023158334621')).toBe('NO JASTEL   : 023158334621');
    expect(numberLine('', '023158334621')).toBe('NO JASTEL   : 023158334621');
  });
});

describe('what a biller sends beyond the labels', () => {
  const withOthers = (others: readonly (readonly [name: string, value: string])[]): string =>
    wordsOf({
      quote: quoteOf('tv', { bills: [bill(10_000, 2500)] }),
      confirmation: confirmationOf({
        details: others.map(([name, value]) => ({ label: 'other', name, value })),
      }),
    });

  it('is printed at the end by its name, eight of it at most', () => {
    const words = withOthers(Array.from({ length: 12 }, (_, index) => [`Nama ${index}`, `nilai ${index}`]));
    expect(words.indexOf('- Nama 0: nilai 0')).toBeGreaterThan(words.indexOf('TERIMA KASIH'));
    expect(words).toContain('- Nama 7: nilai 7');
    expect(words).not.toContain('Nama 8');
  });

  it.each([
    ['TOTAL BAYAR', '1'],
    ['Total_tagihan', '999'],
    ['ＴＯＴＡＬ', '1'],
    ['T.O.T.A.L', '1'],
    ['to\u200btal', '1'],
    ['jumlah bayar', '1'],
    ['Token', '1'],
    ['Kode', '6722 0840 8781 8484 1314'],
    ['Kode', '67220840878184841314'],
    ['Kode', '6722-0840-8781-8484-1314 '],
    ['Kode 6722 0840', '8781 8484 1314'],
  ])('is left out where it could be taken for a total or a token: %s %s', (name, value) => {
    const words = withOthers([
      [name, value],
      ['Paket', 'A'],
    ]);
    expect(words).toContain('- Paket: A NO TRANSAKSI');
    expect(words).not.toMatch(/TERIMA KASIH - (?!Paket)/);
  });
});

describe('the words of a reply', () => {
  it.each([
    ['20180803172000', '2018-08-03 17:20:00'],
    ['2018-08-03 17:20:00', '2018-08-03 17:20:00'],
    ['03-AGU-2018', 'WAKTU : 03-AGU-2018'],
    ['TOTAL BAYAR : Rp 1', 'WAKTU : TOTAL BAYAR : Rp 1'],
  ])('the time %j is printed as %j', (transactionTime, printed) => {
    const { quote } = paidSamples.tv;
    expect(wordsOf({ quote, confirmation: confirmationOf({ transactionTime }) })).toContain(printed);
  });

  it('a reference that is not there takes no line, nor one that is printed already', () => {
    const { quote } = paidSamples.tv;
    expect(wordsOf({ quote, confirmation: confirmationOf({ reference: '' }) })).not.toContain('NO REF');
    const same = confirmationOf({ reference: quote.inquiryId });
    expect(wordsOf({ quote, confirmation: same })).not.toContain('NO TRANSAKSI');
  });

  it('a message that holds a token is not printed beside the token', () => {
    const { quote, confirmation } = paidSamples['pln-prepaid'];
    const details: readonly Detail[] = [{ label: 'message', value: 'Token: 1111 2222 3333 4444 5555' }];
    expect(wordsOf({ quote, confirmation: { ...confirmation, details } })).not.toContain('1111');
  });
});

describe('a receipt of any payment', () => {
  it('has TOTAL BAYAR once on every slip, together exactly the total', () => {
    fc.assert(
      fc.property(anyPaid, (sample) => {
        const totals = linesOf(sample).map((lines) => {
          const at = lines.findIndex((line) => line.startsWith('TOTAL BAYAR'));
          expect(lines.filter((line) => line.startsWith('TOTAL BAYAR'))).toHaveLength(1);
          // An amount too long for its label stands on the line below.
          const written = /: *(?:Rp *([\d.]+))?$/.exec(lines[at] ?? '')?.[1] ?? lines[at + 1]?.slice(5);
          return rupiah(Number(written?.replaceAll('.', '')));
        });
        expect(sumRupiah(totals)).toBe(sample.quote.total);
      }),
      { numRuns: 500 },
    );
  });

  it('is ASCII in 32 columns, so that no layout breaks a line it was not asked to', () => {
    fc.assert(
      fc.property(anyPaid, (sample) => {
        for (const line of linesOf(sample).flat()) expect(line).toMatch(/^[\x20-\x7e]{0,32}$/);
      }),
      { numRuns: 500 },
    );
  });

  it('fits every paper', () => {
    fc.assert(
      fc.property(
        anyPaid,
        fc.constantFrom(printerProfiles['58mm'], printerProfiles['80mm'], oddPaper, {
          ...oddPaper,
          columns: { A: 42, B: 56 },
        }),
        (sample, paper) => {
          for (const { lines } of layOutReceipt(compose(receiptOf(sample), { paper })).slips) {
            for (const { spans } of lines)
              expect(lineUnits(spans, paper)).toBeLessThanOrEqual(paperUnits(paper));
          }
        },
      ),
    );
  });

  it('sets nothing in double height but the token that was certified', () => {
    fc.assert(
      fc.property(anyPaid, (sample) => {
        const tall = receiptOf(sample)
          .slips.flatMap(({ lines }) => lines)
          .filter(({ spans }) => spans.some(({ style }) => style.doubleHeight));
        const { token } = sample.confirmation;
        const slips = receiptOf(sample).slips.length;
        expect(tall.map((line) => textOfLine(line).replaceAll(' ', ''))).toEqual(
          token === undefined ? [] : Array.from({ length: slips }, () => token),
        );
      }),
    );
  });

  it('has as many slips as a payment has bills at PLN, and one elsewhere', () => {
    fc.assert(
      fc.property(anyPaid, (sample) => {
        const { product, bills } = sample.quote;
        expect(receiptOf(sample).slips).toHaveLength(product === 'pln-postpaid' ? bills.length : 1);
      }),
    );
  });

  it('drives nothing of the printer that was not ours', () => {
    fc.assert(
      fc.property(anyPaid, (sample) => {
        expect(unsafeTokens(encodeReceipt(layOutReceipt(compose(receiptOf(sample)))))).toEqual([]);
      }),
    );
  });
});
