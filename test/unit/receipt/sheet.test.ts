import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { dither } from '../../../shared/printing/dither.ts';
import { pictureOf, storedPicture } from '../../../shared/printing/picture.ts';
import { printerProfiles, type PrinterProfile } from '../../../shared/printing/printer-profile.ts';
import { qrPicture } from '../../../shared/printing/qr-picture.ts';
import { composeOn, type ComposedReceipt } from '../../../shared/receipt/compose.ts';
import { isBlankLine, plainStyle, textOfLine, type Line } from '../../../shared/receipt/document.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { receiptMarks } from '../../../shared/receipt/receipt-words.ts';
import { composeSheet } from '../../../shared/receipt/sheet.ts';
import type { SlipSettings } from '../../../shared/settings.ts';
import { plnPostpaidTwoMonths } from '../../fixtures/receipt/info-struk.ts';
import { insertions } from '../printing/insertions.ts';
import { anyInfoStruk, anyPrinter, anySlipSettings, composeText, soldPrinters } from './receipts.ts';

const shop = { name: 'Loket Bu Sri', address: '' };
const logo = storedPicture(dither({ width: 240, rows: 80, grey: new Uint8Array(240 * 80).fill(60) }));
const everything: SlipSettings = { logo, footer: 'Terima kasih', qr: 'https://wa.me/6281234567890' };
const nothing: SlipSettings = { logo: null, footer: '', qr: '' };

const texts = (lines: readonly Line[]): readonly string[] => lines.map(textOfLine);
const withoutFirstBlank = ([first, ...rest]: readonly Line[]): readonly Line[] =>
  first === undefined || isBlankLine(first) ? rest : [first, ...rest];
const onlySlip = (receipt: ComposedReceipt) => {
  const [slip, ...others] = receipt.slips;
  if (slip === undefined || others.length > 0) throw new Error('not one slip');
  return slip;
};

describe('what the shop adds', () => {
  it('is on every slip, since each may be torn off: its logo, its words and its code', () => {
    const { slips } = composeText(plnPostpaidTwoMonths, 2, { shop, slip: everything });
    expect(slips).toHaveLength(2);
    for (const { above, lines, below } of slips) {
      expect(above).toEqual(pictureOf(logo));
      expect(texts(lines).slice(0, 2)).toEqual(['', 'Loket Bu Sri']);
      expect(texts(lines).slice(-2)).toEqual(['', 'Terima kasih']);
      expect(below).toEqual(qrPicture(everything.qr, 264));
    }
  });

  it('takes no room where there is nothing of it', () => {
    expect(composeText('a', 1, { slip: nothing })).toEqual(composeText('a', 1));
    expect(onlySlip(composeText('a', 1, { slip: nothing }))).toEqual({
      lines: [expect.objectContaining({ align: 'left' })],
    });
    expect(onlySlip(composeText('a', 1, { slip: { ...nothing, footer: ' \n \n', qr: '  ' } }))).toEqual(
      onlySlip(composeText('a', 1)),
    );
  });

  it('never hides a stamp: it stands first and last of all words, whatever is set', () => {
    fc.assert(
      fc.property(
        anyInfoStruk,
        anySlipSettings,
        fc.record({ name: anyInfoStruk, address: anyInfoStruk }),
        anyPrinter,
        fc.constantFrom('training', 'sandbox'),
        (text, slip, anyShop, paper, ledger) => {
          const bare = composeText('', 1, { ledger }).slips[0]?.lines ?? [];
          for (const { lines } of composeText(text, 1, { ledger, slip, shop: anyShop, paper }).slips) {
            const words = withoutFirstBlank(lines);
            expect(words.slice(0, 2)).toEqual(bare.slice(0, 2));
            expect(words.slice(-2)).toEqual(bare.slice(0, 2));
          }
        },
      ),
    );
  });

  it.each(soldPrinters.map((paper) => [paper.model, paper] as const))(
    'has its pictures on %s where that prints pictures, and its words in any case',
    (model, paper) => {
      const { above, below, lines } = onlySlip(composeText('a', 1, { slip: everything, paper }));
      expect(above === undefined).toBe(model === 'tm-u220');
      expect(below === undefined).toBe(model === 'tm-u220');
      expect(texts(lines).at(-1)).toBe('Terima kasih');
      // Without its picture there is no room for it either.
      expect(texts(lines)[0]).toBe(model === 'tm-u220' ? 'a' : '');
    },
  );

  it('leaves out a picture that is wider than the paper', () => {
    const paper: PrinterProfile = { ...printerProfiles['58mm'], widthDots: 232 };
    const { above, below } = onlySlip(composeText('a', 1, { slip: everything, paper }));
    expect(above).toBeUndefined();
    expect(below?.widthDots).toBeLessThanOrEqual(232);
    const narrow: PrinterProfile = { ...printerProfiles['58mm'], widthDots: 96 };
    expect(onlySlip(composeText('a', 1, { slip: everything, paper: narrow })).below).toBeUndefined();
  });

  it('has a code larger than 33 mm only where it could not be read otherwise', () => {
    const codeOf = (qr: string) => onlySlip(composeText('a', 1, { slip: { ...nothing, qr } })).below;
    expect(codeOf('x'.repeat(200))?.widthDots).toBe(264);
    expect(codeOf('漢'.repeat(200))?.widthDots).toBeGreaterThan(264);
  });
});

describe('the shop’s words below', () => {
  const footer = (text: string): readonly Line[] =>
    onlySlip(composeText('a', 1, { slip: { ...nothing, footer: text } })).lines.slice(1);

  it('stand line by line in the middle, a blank line above them', () => {
    const lines = footer('Terima kasih\r\nBuka tiap hari\rWA 0812');
    expect(texts(lines)).toEqual(['', 'Terima kasih', 'Buka tiap hari', 'WA 0812']);
    expect(lines.slice(1).every(({ align }) => align === 'center')).toBe(true);
  });

  it('keep one blank line of several, and none at the ends', () => {
    expect(texts(footer('\n\n a\n\n \n\nb \n\n'))).toEqual(['', 'a', '', 'b']);
  });

  it('hold no controls', () => {
    expect(texts(footer('a\u001bp\u0000\tb\u202e'))).toEqual(['', 'ap b']);
  });

  it('are twelve lines at most', () => {
    expect(footer('x\n'.repeat(120))).toHaveLength(1 + 12);
    expect(footer('x\n\n'.repeat(80)).length).toBeLessThanOrEqual(1 + 12);
  });

  it('are in the text to share', () => {
    const { lines } = onlySlip(composeText('a', 1, { slip: everything }));
    expect(texts(lines)).toContain('Terima kasih');
  });
});

describe('a reprint', () => {
  /** Words without what sets them, on one line. */
  const wordsOf = (codes: string): string =>
    codes
      .replaceAll(/\u001b[!a][\s\S]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();

  const slipBytes = (receipt: ComposedReceipt): readonly Uint8Array[] => {
    const laid = layOutReceipt(receipt);
    const slips = laid.slips.map((slip) => encodeReceipt({ ...laid, slips: [slip] }));
    expect(Buffer.concat(slips).equals(Buffer.from(encodeReceipt(laid)))).toBe(true);
    return slips;
  };

  it('is byte for byte the first print with its number put into each slip in one place', () => {
    fc.assert(
      fc.property(
        fc.array(anyInfoStruk, { maxLength: 3 }),
        fc.record({
          ledger: fc.constantFrom(...ledgerKinds),
          marks: fc.subarray([...receiptMarks]),
          shop: fc.record({ name: fc.oneof(fc.constant(''), anyInfoStruk), address: anyInfoStruk }),
          slip: anySlipSettings,
        }),
        anyPrinter,
        fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 1200 })),
        (words, context, paper, copy) => {
          const slips = words.flatMap((text) => readInfoStruk(text, 1).document.slips);
          const sheet = composeSheet({ slips }, context);
          const first = slipBytes(composeOn(sheet, { copy: 0, paper }));
          const again = slipBytes(composeOn(sheet, { copy, paper }));
          expect(again).toHaveLength(first.length);
          again.forEach((bytes, index) => {
            const added = insertions(first[index] ?? new Uint8Array(), bytes);
            // The number, line feeds, and what sets style and alignment back: nothing else.
            expect(added.map(wordsOf)).toContain(`CETAK ULANG ke-${copy}`);
            expect(added[0]?.length).toBeLessThan(70);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says its number on its own, on every slip of every printer', () => {
    for (const paper of soldPrinters) {
      const receipt = composeText(plnPostpaidTwoMonths, 2, { shop, slip: everything, paper, copy: 12 });
      const { items } = readEscpos(encodeReceipt(layOutReceipt(receipt)), paper);
      const words = items.flatMap((item) => (item.kind === 'line' ? [textOfLine(item.line)] : []));
      expect(words.filter((line) => line === 'CETAK ULANG ke-12')).toHaveLength(2);
    }
  });

  it('changes neither the pictures nor the order of the rest', () => {
    const first = onlySlip(composeText('a', 1, { shop, slip: everything }));
    const again = onlySlip(composeText('a', 1, { shop, slip: everything, copy: 1 }));
    expect(again.lines.filter(({ isApart }) => isApart !== true)).toEqual(first.lines);
    expect({ ...again, lines: [] }).toEqual({ ...first, lines: [] });
  });

  it('takes no mark of a document for its own', () => {
    const line: Line = { align: 'left', spans: [], isApart: true };
    const sheet = composeSheet({ slips: [{ lines: [line, line] }] }, { ledger: 'live', shop, slip: nothing });
    expect(sheet.slips.flat().every(({ isApart }) => isApart === undefined)).toBe(true);
  });
});

describe('a receipt without reason', () => {
  it('is cut off with a mark, slip by slip', () => {
    const word: Line = { align: 'left', spans: [{ text: 'kata', style: plainStyle }] };
    const endless = Array.from({ length: 40_000 }, () => word);
    const context = { ledger: 'live', shop, slip: nothing } as const;
    const sheet = composeSheet({ slips: [{ lines: endless }, { lines: [word] }] }, context);
    const [cut = [], after = []] = sheet.slips;
    expect(cut.length).toBeGreaterThan(10_000);
    expect(cut.length).toBeLessThan(40_000);
    expect(texts(cut).at(-1)).toBe('[...]');
    expect(texts(after)).toEqual(['[...]']);
  });

  it('is none of a hundred long slips', () => {
    const slips = Array.from(
      { length: 50 },
      () => readInfoStruk(plnPostpaidTwoMonths, 2).document.slips,
    ).flat();
    const sheet = composeSheet({ slips }, { ledger: 'live', shop, slip: everything });
    expect(sheet.slips.flatMap(texts)).not.toContain('[...]');
  });
});
