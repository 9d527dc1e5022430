import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { mostCounterFee } from '../../../shared/fees.ts';
import { formatRupiah, rupiah } from '../../../shared/money.ts';
import { amountDue, type Quote } from '../../../shared/payment/quote.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { composeOn, composeWords } from '../../../shared/receipt/compose.ts';
import { counterSums } from '../../../shared/receipt/counter-sums.ts';
import type { ReceiptDocument } from '../../../shared/receipt/document.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { receiptByHand } from '../../../shared/receipt/receipt-by-hand.ts';
import { receiptFromFields } from '../../../shared/receipt/receipt-from-fields.ts';
import { receiptText } from '../../../shared/receipt/receipt-text.ts';
import { composeSheet, type ReceiptSheet } from '../../../shared/receipt/sheet.ts';
import { instant } from '../../../shared/time.ts';
import { plnPostpaidTwoMonths, plnPrepaid } from '../../fixtures/receipt/info-struk.ts';
import { paidSamples } from '../../fixtures/receipt/paid-samples.ts';
import { quote } from '../ledger/documents.ts';
import { tokensByNpos, unsafeTokens } from './independent-reader.ts';

const papers = ['58mm', '80mm'] as const;
const slip = { logo: null, footer: 'Terima kasih', qr: '' };
const shop = { name: 'Loket Bu Sri', address: 'Jl. Nangka 1' };
const charged = (over: Partial<Quote> = {}): Quote =>
  quote(1, { counterFee: rupiah(2_000), rounding: -500, ...over });

const sheetOf = (document: ReceiptDocument, of: Quote, cashier = 'Siti'): ReceiptSheet =>
  composeSheet(document, {
    ledger: 'live',
    shop,
    slip,
    cashier,
    sums: counterSums(of, document.slips.length),
  });

/** The lines on paper, as somebody else's reader has them from the bytes, in one list for each slip. */
function printed(sheet: ReceiptSheet, paper: (typeof papers)[number]): readonly (readonly string[])[] {
  const laidOut = layOutReceipt(composeOn(sheet, { copy: 0, paper: printerProfiles[paper] }));
  const bytes = encodeReceipt(laidOut);
  expect(unsafeTokens(bytes, printerProfiles[paper])).toEqual([]);
  const slips: string[] = [];
  for (const { name, rest } of tokensByNpos(bytes)) {
    if (name === 'ESC @') slips.push('');
    if (name === 'text') slips.push(`${slips.pop() ?? ''}${rest}`);
  }
  return slips.map((text) => text.split('\n'));
}

const across = (label: string, figure: string, columns: number): string =>
  label + figure.padStart(columns - label.length);

describe.each(papers)('the shop’s own sums on %s paper, as an independent reader has them', (paper) => {
  const columns = printerProfiles[paper].columns.A;

  it('stand under the biller’s words, each at the right end of its line, with what is paid as the last', () => {
    const { document } = readInfoStruk(plnPrepaid, 1);
    const [lines = []] = printed(sheetOf(document, charged()), paper);
    const at = lines.findIndex((line) => line.startsWith('BIAYA LOKET'));
    expect(lines.slice(at, at + 5)).toEqual([
      across('BIAYA LOKET', 'Rp 2.000', columns),
      across('PEMBULATAN', 'Rp -500', columns),
      across('TOTAL BAYAR', 'Rp 305.000', columns),
      '',
      'KASIR: Siti',
    ]);
  });

  it('leave the biller’s own words as they came', () => {
    const { document } = readInfoStruk(plnPrepaid, 1);
    const [plain = []] = printed(sheetOf(document, quote(1)), paper);
    const [lines = []] = printed(sheetOf(document, charged()), paper);
    const at = lines.findIndex((line) => line.startsWith('BIAYA LOKET'));
    expect([...lines.slice(0, at), ...lines.slice(at + 4)]).toEqual(plain);
  });

  it('stand on the last slip only, and say first what the slips come to together', () => {
    const { document } = readInfoStruk(plnPostpaidTwoMonths, 2);
    const [first = [], last = []] = printed(sheetOf(document, charged()), paper);
    expect(first.join('\n')).not.toMatch(/BIAYA LOKET|PEMBULATAN/);
    const at = last.indexOf(across('TAGIHAN 2 LEMBAR', 'Rp 303.500', columns));
    expect(last[at + 1]).toBe(across('BIAYA LOKET', 'Rp 2.000', columns));
    for (const lines of [first, last]) expect(lines).toContain('KASIR: Siti');
  });

  it('are none where the customer pays what the biller asks for, and nobody is named where nobody signs in', () => {
    const { document } = readInfoStruk(plnPrepaid, 1);
    const words = printed(sheetOf(document, quote(1), ''), paper)
      .flat()
      .join('\n');
    expect(words).not.toMatch(/BIAYA LOKET|PEMBULATAN|TAGIHAN 1 LEMBAR|KASIR/);
  });

  it('add up, whatever is charged', () => {
    const { document } = readInfoStruk(plnPrepaid, 1);
    const sumOf = (line: string | undefined): number =>
      Number((line ?? 'Rp 0').replace(/^.*Rp /, '').replaceAll('.', ''));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: mostCounterFee }),
        fc.integer({ min: -999, max: 999 }),
        (counterFee, rounding) => {
          const of = charged({ counterFee: rupiah(counterFee), rounding });
          const lines = printed(sheetOf(document, of), paper).flat();
          const line = (label: string) => lines.findLast((each) => each.startsWith(label));
          if (counterFee === 0 && rounding === 0) return;
          const due = line('TOTAL BAYAR');
          expect(due).toHaveLength(columns);
          expect(sumOf(due)).toBe(amountDue(of));
          expect(of.total + sumOf(line('BIAYA LOKET')) + sumOf(line('PEMBULATAN'))).toBe(sumOf(due));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('of a receipt in our own words are below a total that is the bill’s, and called so', () => {
    const { quote: sample, confirmation } = paidSamples['pln-postpaid'];
    const of = { ...sample, counterFee: rupiah(2_000) };
    const outcome = { kind: 'paid-by-hand', reason: 'biller-said', evidence: 'x', reference: 'R1' } as const;
    for (const document of [receiptFromFields(of, confirmation), receiptByHand(of, outcome, instant(0))]) {
      const lines = printed(sheetOf(document, of), paper).flat();
      expect(lines.filter((line) => line.startsWith('TOTAL BAYAR'))).toEqual([
        across('TOTAL BAYAR', `Rp ${formatRupiah(of.total + 2_000)}`, columns),
      ]);
      expect(lines.some((line) => line.startsWith('TOTAL TAGIHAN'))).toBe(true);
    }
    const plain = printed(sheetOf(receiptFromFields(sample, confirmation), sample), paper).flat();
    expect(plain.some((line) => line.startsWith('TOTAL TAGIHAN'))).toBe(false);
  });
});

describe('the text to share', () => {
  it('says the same sums and the same name as the paper', () => {
    const { document } = readInfoStruk(plnPostpaidTwoMonths, 2);
    const sheet = sheetOf(document, charged());
    const text = receiptText(composeWords(sheet))
      .split('\n')
      .filter((line) => line.trim() !== '');
    const paper = printed(sheet, '58mm')
      .flat()
      .filter((line) => line.trim() !== '');
    const own = (lines: readonly string[]) =>
      lines.filter((line) => /^(TAGIHAN 2|BIAYA LOKET|PEMBULATAN|TOTAL BAYAR +Rp|KASIR)/.test(line));
    expect(own(text)).toEqual(own(paper));
    expect(own(text)).toHaveLength(6);
  });
});
