import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { composeOn } from '../../../shared/receipt/compose.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { composeSheet, type SheetContext } from '../../../shared/receipt/sheet.ts';
import { EscposPrinter, ReceiptPrinterEncoder, receiptline, ThermalPrinter } from './peer-modules.ts';
import { sampleLines, sampleText } from './sample-receipt.ts';
import type { Contestant } from './take-turns.ts';

const paper = printerProfiles['80mm'];
const columns = paper.columns.A;

/** Nothing of the shop's own, so that all print the same lines. */
const context: SheetContext = {
  ledger: 'live',
  shop: { name: '', address: '' },
  slip: { logo: null, footer: '', qr: '' },
};

/** All of it: the biller's text read, composed, laid out for its paper and encoded. */
export const loket: Contestant = {
  name: 'Loket',
  run() {
    const { document } = readInfoStruk(sampleText, 1);
    const receipt = composeOn(composeSheet(document, context), { copy: 0, paper });
    return encodeReceipt(layOutReceipt(receipt));
  },
};

/** The others are handed the lines ready for the paper and only encode them. */
function escposWith(name: string, encoding?: string): Contestant {
  let bytes = Buffer.alloc(0);
  // The view lies in a buffer that is used again: a queue would have to copy it as well.
  const printer = new EscposPrinter({ write: (view) => (bytes = Buffer.from(view)) }, { encoding });
  return {
    name,
    run() {
      printer.hardware('init').font('a').align('lt').style('normal').size(1, 1);
      for (const { text, style } of sampleLines) {
        if (style === 'high') printer.size(1, 2).text(text).size(1, 1);
        else if (style === 'small') printer.font('b').text(text).font('a');
        else printer.text(text);
      }
      printer.cut(true).flush();
      return bytes;
    },
  };
}

/** As it comes: it encodes for Chinese printers. */
export const escpos = escposWith('escpos');
/** Told to encode what every printer has, which it does much quicker. */
export const escposInAscii = escposWith('escpos in ASCII', 'ascii');

const thermalPrinter = new ThermalPrinter({ type: 'epson', width: columns, characterSet: 'PC437_USA' });

const nodeThermalPrinter: Contestant = {
  name: 'node-thermal-printer',
  run() {
    thermalPrinter.clear();
    for (const { text, style } of sampleLines) {
      if (style === 'high') thermalPrinter.setTextDoubleHeight();
      if (style === 'small') thermalPrinter.setTypeFontB();
      thermalPrinter.println(text);
      if (style === 'high') thermalPrinter.setTextNormal();
      if (style === 'small') thermalPrinter.setTypeFontA();
    }
    thermalPrinter.partialCut();
    return thermalPrinter.getBuffer();
  },
};

const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns, newline: '\n' });

const receiptPrinterEncoder: Contestant = {
  name: 'receipt-printer-encoder',
  run() {
    encoder.initialize().codepage('cp437');
    for (const { text, style } of sampleLines) {
      if (style === 'high') encoder.height(2).line(text).height(1);
      else if (style === 'small') encoder.font('B').line(text).font('A');
      else encoder.line(text);
    }
    return encoder.cut('partial').encode();
  },
};

/** Its language has no font B; blanks at a line's beginning are `~` there, and a leading bar means left. */
const markup = sampleLines
  .map(({ text, style }) => {
    const words = text.trimEnd().replace(/^ +/, (blanks) => '~'.repeat(blanks.length));
    return `|${style === 'high' ? '^^' : ''}${words}`;
  })
  .join('\n');

const receiptLine: Contestant = {
  name: 'receiptline',
  run: () =>
    Buffer.from(
      receiptline.transform(markup, { cpl: columns, encoding: 'cp437', command: 'escpos' }),
      'latin1',
    ),
};

export const others: readonly Contestant[] = [nodeThermalPrinter, receiptPrinterEncoder, receiptLine];
