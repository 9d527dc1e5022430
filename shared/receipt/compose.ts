import type { LedgerKind } from '../ledger-kind.ts';
import { toAscii } from './ascii.ts';
import {
  isBlankLine,
  plainStyle,
  type Line,
  type ReceiptDocument,
  type Slip,
  type Style,
} from './document.ts';
import { fitsOnLine } from './line-width.ts';
import type { Paper } from './paper.ts';
import { printableLine, withoutUnprintables } from './printable.ts';
import {
  copyWords,
  markWords,
  receiptMarks,
  stampWords,
  type ReceiptMark,
  type StampWords,
} from './receipt-words.ts';

declare const composed: unique symbol;

/** A receipt that carries its stamps. Only `composeReceipt` makes one, and nothing else can be laid out. */
export interface ComposedReceipt {
  readonly [composed]: true;
  readonly paper: Paper;
  readonly slips: readonly Slip[];
}

export interface ReceiptContext {
  /** The ledger the payment stands in, which decides on the stamp. */
  readonly ledger: LedgerKind;
  /** 0 for the first print, n for the n-th reprint. */
  readonly copy: number;
  /** What is to be said of the payment on every slip, above the biller's words. None where it is not given. */
  readonly marks?: readonly ReceiptMark[];
  /** Printed above the biller's words; what is empty is left out. */
  readonly shop: { readonly name: string; readonly address: string };
  readonly paper: Paper;
}

const bold: Style = { ...plainStyle, bold: true };
const wide: Style = { ...bold, doubleWidth: true };
const tall: Style = { ...bold, doubleHeight: true };
const big: Style = { ...wide, doubleHeight: true };

const blankLine: Line = { align: 'left', spans: [] };
const centred = (text: string, style: Style): Line => ({ align: 'center', spans: [{ text, style }] });

function shopLines({ shop, paper }: ReceiptContext): readonly Line[] {
  const name = printableLine(shop.name);
  const address = printableLine(shop.address);
  const nameStyle = fitsOnLine([{ text: toAscii(name), style: wide }], paper) ? wide : bold;
  return [
    ...(name === '' ? [] : [centred(name, nameStyle)]),
    ...(address === '' ? [] : [centred(address, plainStyle)]),
  ];
}

const lettered = ({ mark, line }: StampWords): readonly Line[] => [centred(mark, big), centred(line, bold)];

function stampLines(ledger: LedgerKind): readonly Line[] {
  const words = stampWords[ledger];
  return words === null ? [] : lettered(words);
}

const copyLines = (copy: number): readonly Line[] => (copy === 0 ? [] : [centred(copyWords(copy), tall)]);

/** Each mark once and always in the same order, however the caller gives them. */
const markLines = (marks: readonly ReceiptMark[]): readonly (readonly Line[])[] =>
  receiptMarks.filter((mark) => marks.includes(mark)).map((mark) => lettered(markWords[mark]));

/** Parts under one another with a blank line between; a part without lines takes no room. */
const stacked = (parts: readonly (readonly Line[])[]): readonly Line[] =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [blankLine, ...part]));

const withoutLeadingBlank = (lines: readonly Line[]): readonly Line[] =>
  lines[0] !== undefined && isBlankLine(lines[0]) ? lines.slice(1) : lines;

/** A document's type forbids controls but cannot keep them out: a customer's name comes from a server too. */
const printableWords = (line: Line): Line => ({
  ...line,
  spans: line.spans.map(({ text, style }) => ({ text: withoutUnprintables(text), style })),
});

/**
 * Sets the biller's words between what is the counter's own: above them the shop, on a reprint its number, and the
 * marks; and on every slip of a payment without real money a stamp at the top and at the bottom, which no setting
 * removes.
 *
 * @throws RangeError if `copy` is not a whole number of 0 or more: that is a bug at the caller.
 */
export function composeReceipt(document: ReceiptDocument, context: ReceiptContext): ComposedReceipt {
  const { copy, ledger, marks = [], paper } = context;
  if (!Number.isSafeInteger(copy) || copy < 0) throw new RangeError(`not a number of copies: ${copy}`);
  const stamp = stampLines(ledger);
  const above = [stamp, shopLines(context), copyLines(copy), ...markLines(marks)];
  const slips = document.slips.map((slip): Slip => {
    const words = withoutLeadingBlank(slip.lines).map(printableWords);
    return { lines: stacked([...above, words, stamp]) };
  });
  return { paper, slips } as unknown as ComposedReceipt;
}
