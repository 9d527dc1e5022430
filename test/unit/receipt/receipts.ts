import * as fc from 'fast-check';
import type { ComposedReceipt } from '../../../shared/receipt/compose.ts';
import {
  plainStyle,
  textOfLine,
  type Line,
  type ReceiptDocument,
  type Style,
} from '../../../shared/receipt/document.ts';
import { maxPictureDots, storedPicture, type Picture } from '../../../shared/printing/picture.ts';
import type { SlipSettings } from '../../../shared/settings.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { printerProfiles, type PrinterProfile } from '../../../shared/printing/printer-profile.ts';
import { composeReceipt, type ReceiptContext } from './compose-receipt.ts';

export const small: Style = { ...plainStyle, font: 'B' };
export const high: Style = { ...plainStyle, doubleHeight: true };
export const wide: Style = { ...plainStyle, doubleWidth: true };

const liveContext: ReceiptContext = {
  ledger: 'live',
  copy: 0,
  shop: { name: '', address: '' },
  paper: printerProfiles['58mm'],
};

export const compose = (document: ReceiptDocument, context: Partial<ReceiptContext> = {}): ComposedReceipt =>
  composeReceipt(document, { ...liveContext, ...context });

export const composeText = (
  text: string,
  slips: number,
  context: Partial<ReceiptContext> = {},
): ComposedReceipt => compose(readInfoStruk(text, slips).document, context);

/** Printers that are sold, as this program knows them. */
export const soldPrinters: readonly PrinterProfile[] = Object.values(printerProfiles);

/** One that no maker sells, to keep the arithmetic honest: font B is not 4/3 of font A. */
export const oddPaper: PrinterProfile = {
  ...printerProfiles['58mm'],
  model: 'custom',
  columns: { A: 33, B: 40 },
  widthDots: 200,
  feedLines: 3,
};

/** Papers of all widths, also narrower than anybody may set up: the layout must hold all the same. */
export const anyPaper: fc.Arbitrary<PrinterProfile> = fc.oneof(
  fc.constantFrom(printerProfiles['58mm'], printerProfiles['80mm'], oddPaper),
  fc
    .record({
      columns: fc.record({ A: fc.integer({ min: 2, max: 60 }), B: fc.integer({ min: 2, max: 80 }) }),
      cutter: fc.constantFrom('none', 'gs-v'),
      feedLines: fc.nat({ max: 6 }),
    })
    .map((own) => ({ ...oddPaper, ...own })),
);

/** Every printer that can be set up. */
export const anyPrinter: fc.Arbitrary<PrinterProfile> = fc.oneof(
  fc.constantFrom(...soldPrinters),
  fc.record({
    model: fc.constant('custom' as const),
    columns: fc.record({ A: fc.integer({ min: 16, max: 96 }), B: fc.integer({ min: 16, max: 96 }) }),
    widthDots: fc.nat({ max: 128 }).map((bytes) => bytes * 8),
    cutter: fc.constantFrom('none', 'gs-v', 'esc-i'),
    feedLines: fc.nat({ max: 12 }),
    codePage: fc.nat({ max: 255 }),
    modes: fc.record({
      fontB: fc.boolean(),
      bold: fc.boolean(),
      doubleHeight: fc.boolean(),
      doubleWidth: fc.boolean(),
      underline: fc.boolean(),
    }),
    swallowsLineFeedAfterPicture: fc.boolean(),
    drawer: fc.constant(null),
    asksStatus: fc.boolean(),
  }),
);

/** Printers as they may be set up, which print all styles. */
export const realPaper: fc.Arbitrary<PrinterProfile> = fc.constantFrom(...soldPrinters, oddPaper);

const anyPicture = (dots: fc.Arbitrary<number>): fc.Arbitrary<Picture> =>
  fc
    .record({ bytes: dots.map((width) => Math.ceil(width / 8)), rows: fc.integer({ min: 1, max: 60 }) })
    .chain(({ bytes, rows }) =>
      fc
        .uint8Array({ minLength: bytes * rows, maxLength: bytes * rows })
        .map((bits) => ({ widthDots: bytes * 8, rows, bits })),
    );

/** What an owner may set, also what is wider than many a printer. */
export const anySlipSettings: fc.Arbitrary<SlipSettings> = fc.record({
  logo: fc.option(anyPicture(fc.integer({ min: 1, max: maxPictureDots })).map(storedPicture)),
  footer: fc.oneof(
    fc.constantFrom('', 'Terima kasih\nBuka tiap hari', '\n\n\r\n', '*** LATIHAN ***'),
    fc.string({ unit: 'binary', maxLength: 240 }),
    fc
      .array(fc.constantFrom('a', '\n', ' ', 'terima kasih'), { maxLength: 40 })
      .map((parts) => parts.join('')),
  ),
  qr: fc.oneof(
    fc.constantFrom('', ' ', 'https://wa.me/6281234567890', 'x'.repeat(200)),
    fc.string({ unit: 'binary', maxLength: 200 }),
  ),
});

/** What is set big on a slip, each with the line below it. Words of a server's are set so by `ESC !` only. */
export const marksOf = (lines: readonly Line[]): readonly (readonly string[])[] =>
  lines.flatMap(({ align, spans: [first, ...more] }, index) => {
    const isBig = first?.style.doubleWidth === true && first.style.doubleHeight && first.style.bold;
    const below = lines[index + 1];
    return align === 'center' && isBig && more.length === 0 && below !== undefined
      ? [[first.text, textOfLine(below)]]
      : [];
  });

export const anyStyle: fc.Arbitrary<Style> = fc.record({
  font: fc.constantFrom('A', 'B'),
  bold: fc.boolean(),
  doubleHeight: fc.boolean(),
  doubleWidth: fc.boolean(),
  underline: fc.boolean(),
});

/** What a server might slip into a receipt to reach the drawer, the cutter or the status. */
const attacks = [
  '\u001bp\u0000\u0019\u00fa',
  '\u001bp',
  '\u001bp0',
  '\u001dV\u0000',
  '\u001dVA\u0010',
  '\u001bi',
  '\u001bm',
  '\u0010\u0004\u0001',
  '\u0010\u0014\u0001\u0000\u0001',
  '\u0010\u0005\u0002',
  '\u001dv0\u0000\u0002\u0000\u0002\u0000abcd',
  '\u001dv0\u0000\u00ff\u00ff\u00ff\u00ff',
  '\u001b*!\u0002\u0000abcdef',
  '\u001d(k\u0003\u00001QE',
  '\u001d(A\u0002\u0000\u0000\u0002',
  '\u001dkI\u0003abc',
  '\u001dk\u0004abc\u0000',
  '\u001cp\u0001\u0000',
  '\u001cq\u0001\u0001\u0000\u0001\u000012345678',
  '\u001bD\u0008\u0010\u0000',
  '\u001bd\u00ff',
  '\u001bJ\u00ff',
  '\u001bt\u0010',
  '\u001b=\u0002',
  '\u001bc5\u0001',
  '\u001b\u001b\u001b@',
  '\u001b!|',
  '\u001b!\u0010',
  '\u001b!\u00ff',
  '\u001b@',
  '\u0000',
  '\u007f',
  '\u009b0m',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\u2028',
  '\r',
  '\t',
  '\u000c',
] as const;

/** Texts as a biller sends them, with whatever else thrown in. */
export const anyInfoStruk: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...attacks) },
      { weight: 2, arbitrary: fc.constantFrom('|', '||', '\n', '\r\n', '\\|', '\\/', '\\', ' ', '      ') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'CA/tester/20180530150508|',
          '02a7b94ec3eeddc6aae5b1cb641cb5|',
          'IDPEL : 12345',
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 60 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
      {
        weight: 1,
        arbitrary: fc
          .uint8Array({ maxLength: 20 })
          .map((bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
      },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
