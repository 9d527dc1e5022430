import { pictureOf, type Picture } from '../printing/picture.ts';
import { printerProfiles, type PrinterProfile } from '../printing/printer-profile.ts';
import { qrPicture } from '../printing/qr-picture.ts';
import { acrossLines } from './across-lines.ts';
import { toAscii } from './ascii.ts';
import type { CounterSum } from './counter-sums.ts';
import { plainStyle, type Line, type Slip, type Style } from './document.ts';
import { fitsOnLine } from './line-width.ts';
import { copyWords, counterWords } from './receipt-words.ts';
import type { ReceiptSheet, ShopWords } from './sheet.ts';

declare const composed: unique symbol;

/** A receipt that carries its stamps. Only `composeOn` makes one, and nothing else can be laid out. */
export interface ComposedReceipt {
  readonly [composed]: true;
  readonly paper: PrinterProfile;
  readonly slips: readonly Slip[];
}

export interface CopyContext {
  /** 0 for the first print, n for the n-th reprint. */
  readonly copy: number;
  readonly paper: PrinterProfile;
}

/**
 * A copy of a sheet for one paper. A reprint has the mark of its number on every slip, between the shop and what
 * follows, set apart: its bytes are those of the first print with that mark put in. A picture that the paper has no room
 * for is left out.
 *
 * @throws RangeError if `copy` is not a whole number of 0 or more: that is a bug at the caller.
 */
export function composeOn(sheet: ReceiptSheet, { copy, paper }: CopyContext): ComposedReceipt {
  if (!Number.isSafeInteger(copy) || copy < 0) throw new RangeError(`not a number of copies: ${copy}`);
  const { stamp, marks, sums, footer } = sheet;
  const above = logoOn(sheet, paper);
  const below = qrOn(sheet, paper);
  const head = stacked([stamp, shopLines(sheet.shop, paper)]);
  const cashier = cashierLines(sheet);
  const slips = sheet.slips.map((words, index, { length }): Slip => {
    const own = index === length - 1 ? sumLines(sums, paper) : [];
    const lines = withMark(head, copy, stacked([...marks, words, own, cashier, footer, stamp]));
    return {
      ...(above === undefined ? { lines } : { above, lines: [blankLine, ...lines] }),
      ...(below === undefined ? {} : { below }),
    };
  });
  return { paper, slips } as unknown as ComposedReceipt;
}

/** The words of a sheet, without its pictures: they are the same for every paper. */
export const composeWords = (sheet: ReceiptSheet): ComposedReceipt =>
  composeOn({ ...sheet, logo: null, qr: '' }, { copy: 0, paper: printerProfiles['58mm'] });

const bold: Style = { ...plainStyle, bold: true };
const wide: Style = { ...bold, doubleWidth: true };
const tall: Style = { ...bold, doubleHeight: true };

const blankLine: Line = { align: 'left', spans: [] };
const centred = (text: string, style: Style): Line => ({ align: 'center', spans: [{ text, style }] });

function shopLines({ name, address }: ShopWords, paper: PrinterProfile): readonly Line[] {
  const nameStyle = fitsOnLine([{ text: toAscii(name), style: wide }], paper) ? wide : bold;
  return [
    ...(name === '' ? [] : [centred(name, nameStyle)]),
    ...(address === '' ? [] : [centred(address, plainStyle)]),
  ];
}

/** The shop's own sums across the paper's whole width; what is paid stands last, and bold. */
const sumLines = (sums: readonly CounterSum[], { columns }: PrinterProfile): readonly Line[] =>
  sums.flatMap(({ label, figure }, index) =>
    acrossLines(label, figure, {
      columns: columns.A,
      style: index === sums.length - 1 ? bold : plainStyle,
    }),
  );

const cashierLines = ({ cashier }: ReceiptSheet): readonly Line[] =>
  cashier === ''
    ? []
    : [{ align: 'left', spans: [{ text: counterWords.cashier(cashier), style: plainStyle }] }];

/** Parts under one another with a blank line between; a part without lines takes no room. */
function stacked(parts: readonly (readonly Line[])[]): readonly Line[] {
  const lines: Line[] = [];
  for (const part of parts) {
    if (part.length > 0 && lines.length > 0) lines.push(blankLine);
    for (const line of part) lines.push(line);
  }
  return lines;
}

/** Two parts as on a first print; on a reprint its number between them, with its own blank line. */
function withMark(head: readonly Line[], copy: number, rest: readonly Line[]): readonly Line[] {
  if (copy === 0) return stacked([head, rest]);
  const isApart = true;
  const mark: Line = { ...centred(copyWords(copy), tall), isApart };
  const blank: Line = { ...blankLine, isApart };
  if (rest.length === 0) return head.length === 0 ? [mark] : [...head, blank, mark];
  return [...(head.length === 0 ? [] : [...head, blankLine]), mark, blank, ...rest];
}

function logoOn({ logo }: ReceiptSheet, paper: PrinterProfile): Picture | undefined {
  return logo === null || logo.widthDots > paper.widthDots ? undefined : pictureOf(logo);
}

/** 33 mm at 203 dpi: of 200 letters a code still has modules of four dots, half a millimetre. */
const handyCodeDots = 264;

/** A code larger than handy only where it could not be read otherwise. */
const qrOn = ({ qr }: ReceiptSheet, { widthDots }: PrinterProfile): Picture | undefined =>
  qrPicture(qr, Math.min(handyCodeDots, widthDots)) ?? qrPicture(qr, widthDots);
