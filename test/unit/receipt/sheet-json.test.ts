import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { composeOn } from '../../../shared/receipt/compose.ts';
import type { ReceiptDocument } from '../../../shared/receipt/document.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { receiptMarks } from '../../../shared/receipt/receipt-words.ts';
import { sheetFromJson, sheetToJson } from '../../../shared/receipt/sheet-json.ts';
import { composeSheet, type ReceiptSheet } from '../../../shared/receipt/sheet.ts';
import { plnPostpaidTwoMonths, plnPrepaid } from '../../fixtures/receipt/info-struk.ts';
import { anyInfoStruk, anySlipSettings, anyStyle } from './receipts.ts';

/** Also with what its type forbids: a text of a server's. */
const anyDocument: fc.Arbitrary<ReceiptDocument> = fc.oneof(
  anyInfoStruk.map((text) => readInfoStruk(text, 1).document),
  fc.record({
    slips: fc.array(
      fc.record({
        lines: fc.array(
          fc.record({
            align: fc.constantFrom('left', 'center', 'right'),
            spans: fc.array(
              fc.record({ text: fc.string({ unit: 'binary', maxLength: 12 }), style: anyStyle }),
              { maxLength: 3 },
            ),
          }),
          { maxLength: 6 },
        ),
      }),
      { maxLength: 3 },
    ),
  }),
);

const anySheet: fc.Arbitrary<ReceiptSheet> = fc
  .record({
    document: anyDocument,
    ledger: fc.constantFrom(...ledgerKinds),
    marks: fc.subarray([...receiptMarks]),
    shop: fc.record({ name: anyInfoStruk, address: anyInfoStruk }),
    slip: anySlipSettings,
  })
  .map(({ document, ...context }) => composeSheet(document, context));

const shop = { name: 'Loket Bu Sri', address: 'Jl. Nangka Raya No. 1000' };
const slip = { logo: null, footer: 'Terima kasih', qr: 'https://wa.me/6281234567890' };
const sample = composeSheet(readInfoStruk(plnPrepaid, 1).document, { ledger: 'training', shop, slip });
const stored = JSON.parse(sheetToJson(sample)) as Readonly<Record<string, unknown>>;

describe('a sheet that is kept', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        expect(sheetFromJson(sheetToJson(sheet))).toEqual(sheet);
      }),
      { numRuns: 500 },
    );
  });

  it('is of the same letters however often it is kept', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const json = sheetToJson(sheet);
        const back = sheetFromJson(json);
        expect(back === undefined ? undefined : sheetToJson(back)).toBe(json);
      }),
    );
  });

  it('takes two kilobytes for a slip, and not twice the logo for two', () => {
    expect(sheetToJson(sample).length).toBeLessThan(2000);
    const logo = { widthDots: 240, rows: 100, bits: 'A'.repeat(4000) };
    const two = composeSheet(readInfoStruk(plnPostpaidTwoMonths, 2).document, {
      ledger: 'live',
      shop,
      slip: { ...slip, logo },
    });
    expect(sheetToJson(two).length).toBeLessThan(4000 + 3000);
  });

  it('comes back also where a server has said as much as it may, in the smallest pieces', () => {
    const changing = '\u001b!\u0001"\u001b!\u0000\\\\'.repeat(40_000);
    const words = [changing, '"'.repeat(300_000), '|x'.repeat(50_000)];
    for (const text of words) {
      const { slips } = readInfoStruk(text, 1).document;
      const sheet = composeSheet({ slips: [...slips, ...slips] }, { ledger: 'live', shop, slip });
      const json = sheetToJson(sheet);
      expect(json.length).toBeLessThan(600_000);
      expect(sheetFromJson(json)).toEqual(sheet);
    }
  });

  it('can be laid out, also one that a later hand has changed', () => {
    fc.assert(
      fc.property(
        anySheet,
        fc.dictionary(fc.constantFrom(...Object.keys(stored)), fc.jsonValue()),
        (sheet, other) => {
          const changed = { ...(JSON.parse(sheetToJson(sheet)) as object), ...other };
          const read = sheetFromJson(JSON.stringify(changed));
          if (read === undefined) return;
          layOutReceipt(composeOn(read, { copy: 1, paper: printerProfiles['58mm'] }));
        },
      ),
    );
  });
});

describe('what is no sheet', () => {
  const kept = (changed: Readonly<Record<string, unknown>>): ReceiptSheet | undefined =>
    sheetFromJson(JSON.stringify({ ...stored, ...changed }));

  it('is told from one: the sample itself is read', () => {
    expect(kept({})).toEqual(sample);
  });

  it.each([
    ['a later form', { v: 3 }],
    ['a former form with what that never had', { v: 1 }],
    ['a form without its number', { v: undefined }],
    ['a part too many', { drawer: true }],
    ['a part too few', { footer: undefined }],
    ['a control in a plain line', { slips: [['a\u001bp0']] }],
    ['a control in a styled line', { slips: [[[1, [8, 'a\u001dV\u0000']]]] }],
    ['a line break in a line', { footer: ['a\nb'] }],
    ['an invisible sign in the shop’s name', { shop: ['a\u202eb', ''] }],
    ['a lone half of a letter', { slips: [['\ud800']] }],
    ['an alignment that is none', { slips: [[[3, [0, 'a']]]] }],
    ['a print mode that is none', { slips: [[[0, [2, 'a']]]] }],
    ['a print mode beyond a byte', { slips: [[[0, [256, 'a']]]] }],
    ['a picture of other dots than it says', { logo: { widthDots: 16, rows: 2, bits: 'AA==' } }],
    ['a picture by its address', { logo: 'https://example.com/logo.png' }],
  ])('has %s', (_, changed) => {
    expect(kept(changed)).toBeUndefined();
  });

  it.each(['', 'null', '[]', '{', '"a"', '{"v":1}'])('is %j', (json) => {
    expect(sheetFromJson(json)).toBeUndefined();
  });

  it('is larger than any sheet', () => {
    expect(kept({ footer: Array.from({ length: 400_000 }, () => 'footer line') })).toBeUndefined();
  });

  it('is not read by chance, and never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        expect(sheetFromJson(json)).toBeUndefined();
      }),
    );
  });
});
