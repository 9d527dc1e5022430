import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { printerProfiles, type PrinterProfile } from '../../../shared/printing/printer-profile.ts';
import { textOfLine } from '../../../shared/receipt/document.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { plnPostpaidTwoMonths, plnPrepaid } from '../../fixtures/receipt/info-struk.ts';
import { composeText } from '../receipt/receipts.ts';
import { tokensByNpos, unsafeTokens } from './independent-reader.ts';

/** What no model has. */
const custom: PrinterProfile = {
  model: 'custom',
  columns: { A: 38, B: 51 },
  widthDots: 456,
  cutter: 'esc-i',
  feedLines: 2,
  codePage: 16,
  modes: { fontB: false, bold: true, doubleHeight: false, doubleWidth: true, underline: false },
  swallowsLineFeedAfterPicture: true,
  drawer: { pin: 2, onMs: 50, offMs: 500 },
  asksStatus: false,
};

const everyPrinter: readonly (readonly [string, PrinterProfile])[] = [
  ...Object.entries(printerProfiles),
  ['one of an owner’s own', custom],
];

const context = {
  shop: { name: 'Loket Bu Sri', address: 'Jl. Nangka Raya No. 1000, Jagakarsa, Jakarta Selatan' },
  slip: {
    logo: { widthDots: 240, rows: 40, bits: Buffer.alloc(1200, 0x3c).toString('base64') },
    footer: 'Terima kasih sudah membayar di sini.\nBuka tiap hari 07.00-21.00',
    qr: 'https://wa.me/6281234567890',
  },
};

/** Of `ESC !` (Epson's reference). */
const modeBits: Readonly<Record<keyof PrinterProfile['modes'], number>> = {
  fontB: 0x01,
  bold: 0x08,
  doubleHeight: 0x10,
  doubleWidth: 0x20,
  underline: 0x80,
};

/** The bits that a printer knows. */
const modeBitsOf = ({ modes }: PrinterProfile): number =>
  (Object.keys(modeBits) as (keyof typeof modeBits)[])
    .filter((mode) => modes[mode])
    .reduce((bits, mode) => bits | modeBits[mode], 0);

/** The lines of print, as npos tells them from commands and dots. */
const linesByNpos = (bytes: Uint8Array, { cutter }: PrinterProfile): readonly string[] =>
  tokensByNpos(bytes, cutter)
    .filter(({ name }) => name === 'text')
    .map(({ rest }) => rest)
    .join('')
    .split('\n');

const countOf = (bytes: Uint8Array, { cutter }: PrinterProfile, wanted: RegExp): number =>
  tokensByNpos(bytes, cutter).filter(({ name }) => wanted.test(name)).length;

describe.each(everyPrinter)('on %s', (_, paper) => {
  it.each([
    ['a token', plnPrepaid, 1, 0],
    ['a bill of two months', plnPostpaidTwoMonths, 2, 0],
    ['a reprint of two months', plnPostpaidTwoMonths, 2, 11],
  ])('%s has the lines that were laid out, by an independent reader', (__, text, slips, copy) => {
    const receipt = layOutReceipt(composeText(text, slips, { ...context, ledger: 'sandbox', copy, paper }));
    const bytes = encodeReceipt(receipt);
    expect(unsafeTokens(bytes, paper)).toEqual([]);

    // Blank lines are the encoder's too, between pictures and for the feed.
    const words = (lines: readonly string[]): readonly string[] => lines.filter((line) => line !== '');
    const laidOut = receipt.slips.flatMap(({ lines }) => lines.map(textOfLine));
    expect(words(linesByNpos(bytes, paper))).toEqual(words(laidOut));
    expect(countOf(bytes, paper, /^(GS V|ESC i)$/)).toBe(paper.cutter === 'none' ? 0 : receipt.slips.length);
    expect(countOf(bytes, paper, /^GS v0$/) > 0).toBe(paper.widthDots > 0);
    const modes = tokensByNpos(bytes, paper.cutter).filter(({ name }) => name === 'ESC !');
    for (const { rest } of modes) expect(rest.charCodeAt(0) & ~modeBitsOf(paper)).toBe(0);
  });

  it('a receipt is drawn with exactly what it was laid out of', () => {
    const receipt = layOutReceipt(composeText(plnPrepaid, 1, { ...context, ledger: 'training', paper }));
    const { items, skipped } = readEscpos(encodeReceipt(receipt), paper);
    expect(skipped).toEqual([]);
    const [slip] = receipt.slips;
    const feed = Array.from({ length: paper.feedLines }, () => ({
      kind: 'line',
      line: { align: expect.any(String), spans: [] },
    }));
    const picture = (each: unknown) =>
      each === undefined ? [] : [{ kind: 'picture', align: 'center', picture: each }];
    expect(items).toEqual([
      ...picture(slip?.above),
      ...(slip?.lines ?? []).map(({ align, spans }) => ({ kind: 'line', line: { align, spans } })),
      ...picture(slip?.below),
      ...feed,
      ...(paper.cutter === 'none' ? [] : [{ kind: 'cut' }]),
    ]);
  });
});
