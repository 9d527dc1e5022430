import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { rupiah, sumRupiah } from '../../../shared/money.ts';
import type { Detail } from '../../../shared/payment/detail.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { textOfLine, type ReceiptDocument } from '../../../shared/receipt/document.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { lineUnits, paperUnits } from '../../../shared/receipt/line-width.ts';
import { receiptByHand, type PaidByHand } from '../../../shared/receipt/receipt-by-hand.ts';
import { receiptMarks } from '../../../shared/receipt/receipt-words.ts';
import { instant } from '../../../shared/time.ts';
import { bill, paidSamples, quoteOf, type PaidSample } from '../../fixtures/receipt/paid-samples.ts';
import { unsafeTokens } from '../printing/independent-reader.ts';
import { anyPaid, anyText } from './any-paid.ts';
import { anyInfoStruk, compose, marksOf, realPaper } from './receipts.ts';

/** 3 August 2018, 19.05 in Jakarta. */
const decidedAt = instant(Date.parse('2018-08-03T12:05:00Z'));

const outcome = (over: Partial<PaidByHand> = {}): PaidByHand => ({
  kind: 'paid-by-hand',
  reference: 'REF-77',
  reason: 'biller-said',
  evidence: 'Bu Ani dari helpdesk',
  ...over,
});

const linesOf = ({ slips }: ReceiptDocument): readonly (readonly string[])[] =>
  slips.map(({ lines }) => lines.map(textOfLine));

const byHand = (quote: Quote, over: Partial<PaidByHand> = {}): readonly (readonly string[])[] =>
  linesOf(receiptByHand(quote, outcome(over), decidedAt));

const wordsOf = (slips: readonly (readonly string[])[]): string =>
  slips.flat().join(' ').replaceAll(/\s+/g, ' ');

describe('a receipt by hand', () => {
  it('has the quote’s amounts, the reference that was written down and the counter’s own time', () => {
    const [lines = []] = byHand(quoteOf('tv', { bills: [bill(330_000, 5000)] }));
    expect(lines[0]).toBe('Dicatat 2018-08-03 19:05:00 WIB');
    expect(lines).toEqual(
      expect.arrayContaining([
        'NAMA        : SITI AMINAH',
        'TAGIHAN     : Rp 330.000',
        'NO REF      : REF-77',
        'TOTAL BAYAR : Rp 335.000',
        'NO TRANSAKSI: 9732432',
      ]),
    );
  });

  it('says that the biller did not write it, also without its mark', () => {
    expect(wordsOf(byHand(quoteOf('tv', { bills: [bill(1, 0)] })))).toContain(
      'Disalin petugas loket menurut bukti yang ada. Bukan struk dari IAK.',
    );
  });

  it('has a token’s 20 digits as every receipt has them, and what to do if the meter refuses them', () => {
    const { slips } = receiptByHand(
      paidSamples['pln-prepaid'].quote,
      outcome({ token: '67220840878184841314' }),
      decidedAt,
    );
    const lines = slips[0]?.lines ?? [];
    const at = lines.findIndex((line) => textOfLine(line) === '6722 0840 8781 8484 1314');
    expect(textOfLine(lines[at - 1] ?? { align: 'left', spans: [] })).toBe('STROOM/TOKEN:');
    expect(lines[at]?.align).toBe('center');
    expect(lines[at]?.spans[0]?.style).toMatchObject({ bold: true, doubleHeight: true, doubleWidth: false });
    expect(wordsOf(linesOf({ slips }))).toContain('Kalau meter menolak token ini, bawa slip ini ke loket.');
  });

  it('has a slip for each bill of PLN, each with its month, sum and total', () => {
    const slips = byHand(paidSamples['pln-postpaid'].quote);
    const starting = (start: string): readonly (string | undefined)[] =>
      slips.map((lines) => lines.find((line) => line.startsWith(start)));
    expect(starting('LEMBAR')).toEqual(['1', '2', '3', '4'].map((place) => `LEMBAR      : ${place} dari 4`));
    expect(starting('TOTAL BAYAR')).toEqual([
      'TOTAL BAYAR : Rp 288.800',
      'TOTAL BAYAR : Rp 271.650',
      'TOTAL BAYAR : Rp 307.500',
      'TOTAL BAYAR : Rp 1.259.200',
    ]);
  });

  it.each(Object.entries<PaidSample>(paidSamples))(
    'has no sentence, energy, time or arrears that a biller would certify (%s)',
    (_, { quote }) => {
      const said: readonly Detail[] = [
        { label: 'arrears', value: '3' },
        { label: 'biller-time', value: '2018-08-03 17:19:41' },
        { label: 'payment-date', value: '20180803' },
        { label: 'message', value: 'LUNAS' },
        { label: 'footer', value: 'SAH' },
        { label: 'other', name: 'Jml kWh', value: '35' },
      ];
      const words = wordsOf(byHand({ ...quote, customer: { ...quote.customer, details: said } }));
      expect(words).not.toMatch(/menyatakan|bukti pembayaran|kwh|tunggakan|17:19:41|20180803|LUNAS|SAH/i);
    },
  );
});

/** A payment by hand of which every text is somebody else's. */
const anyByHand: fc.Arbitrary<{ readonly quote: Quote; readonly outcome: PaidByHand }> = fc
  .record({ paid: anyPaid, reference: anyText(64), evidence: anyText(500) })
  .map(({ paid: { quote, confirmation }, reference, evidence }) => ({
    quote,
    outcome: outcome({
      reference,
      evidence,
      ...(confirmation.token === undefined ? {} : { token: confirmation.token }),
    }),
  }));

const anyContext = fc.record({
  ledger: fc.constantFrom(...ledgerKinds),
  copy: fc.nat({ max: 120 }),
  shop: fc.record({ name: anyInfoStruk, address: anyInfoStruk }),
  paper: realPaper,
});

describe('a receipt by hand of any payment', () => {
  it('has its mark whole on every slip and every paper, with all stamps, and no line too wide', () => {
    fc.assert(
      fc.property(anyByHand, anyContext, fc.boolean(), (paid, context, isUnsaved) => {
        const document = receiptByHand(paid.quote, paid.outcome, decidedAt);
        const marks = isUnsaved ? receiptMarks : (['by-hand'] as const);
        const { slips } = layOutReceipt(compose(document, { ...context, marks }));
        expect(slips).toHaveLength(paid.quote.product === 'pln-postpaid' ? paid.quote.bills.length : 1);
        for (const { lines } of slips) {
          expect(marksOf(lines)).toContainEqual(['DISALIN', 'OLEH PETUGAS - BUKAN DARI BILLER']);
          for (const { spans } of lines) {
            expect(lineUnits(spans, context.paper)).toBeLessThanOrEqual(paperUnits(context.paper));
          }
        }
      }),
    );
  });

  it('is ASCII in 32 columns and drives nothing of the printer', () => {
    fc.assert(
      fc.property(anyByHand, (paid) => {
        const document = receiptByHand(paid.quote, paid.outcome, decidedAt);
        for (const line of linesOf(document).flat()) expect(line).toMatch(/^[\x20-\x7e]{0,32}$/);
        expect(unsafeTokens(encodeReceipt(layOutReceipt(compose(document, { marks: ['by-hand'] }))))).toEqual(
          [],
        );
      }),
    );
  });

  it('has TOTAL BAYAR once on every slip, together exactly the total', () => {
    fc.assert(
      fc.property(anyByHand, (paid) => {
        const totals = byHand(paid.quote, paid.outcome).map((lines) => {
          const at = lines.findIndex((line) => line.startsWith('TOTAL BAYAR'));
          expect(lines.filter((line) => line.startsWith('TOTAL BAYAR'))).toHaveLength(1);
          // An amount too long for its label stands on the line below.
          const written = /: *(?:Rp *([\d.]+))?$/.exec(lines[at] ?? '')?.[1] ?? lines[at + 1]?.slice(5);
          return rupiah(Number(written?.replaceAll('.', '')));
        });
        expect(sumRupiah(totals)).toBe(paid.quote.total);
      }),
    );
  });

  it('sets nothing in double height but the token that was written down', () => {
    fc.assert(
      fc.property(anyByHand, (paid) => {
        const { slips } = receiptByHand(paid.quote, paid.outcome, decidedAt);
        const { token } = paid.outcome;
        for (const { lines } of slips) {
          const tall = lines.filter(({ spans }) => spans.some(({ style }) => style.doubleHeight));
          expect(tall.map((line) => textOfLine(line).replaceAll(' ', ''))).toEqual(
            token === undefined ? [] : [token],
          );
        }
      }),
    );
  });

  it('never prints the evidence, which is the counter’s own', () => {
    const evidence = 'QXZWVK';
    fc.assert(
      fc.property(anyByHand, (paid) => {
        expect(wordsOf(byHand(paid.quote, { ...paid.outcome, evidence }))).not.toContain(evidence);
      }),
    );
  });
});
