import type { LedgerKind } from '../ledger-kind.ts';
import type { StoredPicture } from '../printing/picture.ts';
import type { SlipSettings } from '../settings.ts';
import { cutMark } from './bounded-lines.ts';
import type { CounterSum } from './counter-sums.ts';
import { isBlankLine, plainStyle, type Line, type ReceiptDocument, type Style } from './document.ts';
import { printableLine, withoutUnprintables } from './printable.ts';
import { markWords, receiptMarks, stampWords, type ReceiptMark, type StampWords } from './receipt-words.ts';

declare const sheet: unique symbol;

/**
 * A receipt with all that belongs on it but the number of its copy and the paper: what is kept of it, so that it can be
 * printed on another paper years later, in the words of its day. Only `composeSheet` makes one, and `sheetFromJson` one
 * that it has made.
 */
export interface ReceiptSheet {
  readonly [sheet]: true;
  /** Says at the top and at the bottom of every slip that no real money moved; empty where it did. */
  readonly stamp: readonly Line[];
  readonly shop: ShopWords;
  readonly marks: readonly (readonly Line[])[];
  /** The biller's words, slip by slip. */
  readonly slips: readonly (readonly Line[])[];
  /** What the shop adds to the bill, and what is paid with that: under the last slip's words, the last of them bold. */
  readonly sums: readonly CounterSum[];
  /** Who sold it, under every slip's words; empty where nobody signs in. */
  readonly cashier: string;
  /** The shop's words under the biller's. */
  readonly footer: readonly Line[];
  /** Above each slip. */
  readonly logo: StoredPicture | null;
  /** What the code below each slip says; empty for none. */
  readonly qr: string;
}

/** Printed above the biller's words, each one printable line; what is empty is left out. */
export interface ShopWords {
  readonly name: string;
  readonly address: string;
}

export interface SheetContext {
  /** The ledger the payment stands in, which decides on the stamp. */
  readonly ledger: LedgerKind;
  /** What is to be said of the payment on every slip, above the biller's words. None where it is not given. */
  readonly marks?: readonly ReceiptMark[];
  readonly shop: ShopWords;
  /** None where it is not given. */
  readonly sums?: readonly CounterSum[];
  /** Who sold it; nobody where it is not given. */
  readonly cashier?: string;
  /** What the shop adds to each slip, since each may go to somebody else, or be torn off alone. */
  readonly slip: SlipSettings;
}

/**
 * Sets the biller's words between what is the counter's own: above them the shop and the marks, below them the shop's
 * own words; and on every slip of a payment without real money a stamp at the top and at the bottom, which no setting
 * removes.
 */
export function composeSheet(
  document: ReceiptDocument,
  { ledger, marks = [], shop, sums = [], cashier = '', slip: { logo, footer, qr } }: SheetContext,
): ReceiptSheet {
  const made: Omit<ReceiptSheet, typeof sheet> = {
    stamp: stampLines(ledger),
    shop: { name: printableLine(shop.name), address: printableLine(shop.address) },
    marks: markLines(marks),
    slips: withinReason(document.slips.map((slip) => withoutLeadingBlank(slip.lines).map(asWords))),
    sums,
    cashier: printableLine(cashier),
    footer: footerLines(footer),
    logo,
    qr: qr.trim(),
  };
  return made as ReceiptSheet;
}

const bold: Style = { ...plainStyle, bold: true };
const big: Style = { ...bold, doubleHeight: true, doubleWidth: true };

const centred = (text: string, style: Style): Line => ({ align: 'center', spans: [{ text, style }] });
const lettered = ({ mark, line }: StampWords): readonly Line[] => [centred(mark, big), centred(line, bold)];

function stampLines(ledger: LedgerKind): readonly Line[] {
  const words = stampWords[ledger];
  return words === null ? [] : lettered(words);
}

/** Each mark once and always in the same order, however the caller gives them. */
const markLines = (marks: readonly ReceiptMark[]): readonly (readonly Line[])[] =>
  receiptMarks.filter((mark) => marks.includes(mark)).map((mark) => lettered(markWords[mark]));

/** More lines than any shop has to say, and no metre of paper for a text of line breaks. */
const mostFooterLines = 12;

/** Line by line as it was typed, in the middle; of blank lines one at a time, and none at either end. */
function footerLines(text: string): readonly Line[] {
  const lines = text.split(/\r\n|[\n\r]/u).map(printableLine);
  const kept = lines.filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '');
  const last = kept.findLastIndex((line) => line !== '');
  return kept
    .slice(0, last + 1)
    .slice(0, mostFooterLines)
    .map((line) => (line === '' ? { align: 'left', spans: [] } : centred(line, plainStyle)));
}

const withoutLeadingBlank = (lines: readonly Line[]): readonly Line[] =>
  lines[0] !== undefined && isBlankLine(lines[0]) ? lines.slice(1) : lines;

/** A document's type forbids controls but cannot keep them out: a customer's name comes from a server too. */
function asWords(line: Line): Line {
  const { align, spans, isApart } = line;
  if (isApart === undefined && spans.every(({ text }) => withoutUnprintables(text) === text)) return line;
  return { align, spans: spans.map(({ text, style }) => ({ text: withoutUnprintables(text), style })) };
}

/** About the letters of a hundred long slips. What is kept of a receipt has a bound, whatever a server sends. */
const mostLetters = 500_000;

/** No less than the line takes where it is kept. */
function letters({ spans }: Line): number {
  let sum = 12;
  for (const { text } of spans) sum += 2 * text.length + 12;
  return sum;
}

/** Slips whose words together are within reason; where they are not, they end with a mark in the place of the rest. */
function withinReason(slips: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  let left = mostLetters;
  return slips.map((lines) => {
    const end = lines.findIndex((line) => {
      left -= letters(line);
      return left < 0;
    });
    return end === -1 ? lines : [...lines.slice(0, end), cutMark];
  });
}
