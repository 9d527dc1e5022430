import { isAscii, toAscii } from './ascii.ts';
import type { ComposedReceipt } from './compose.ts';
import type { Line, Slip, Span, Style } from './document.ts';
import { characterUnits, fitsOnLine, paperUnits } from './line-width.ts';
import { printModeOf } from './print-mode.ts';
import { styleOn, type PrinterProfile } from '../printing/printer-profile.ts';
import { appendText } from './spans.ts';

declare const laidOut: unique symbol;

/** A receipt whose every line is ASCII and fits on `paper`. Only `layOutReceipt` makes one. */
export interface LaidOutReceipt {
  readonly [laidOut]: true;
  readonly paper: PrinterProfile;
  readonly slips: readonly Slip[];
}

interface Cell {
  readonly character: string;
  readonly style: Style;
}

const isBlank = (cell: Cell | undefined): boolean => cell?.character === ' ';

const cellsOf = (spans: readonly Span[]): readonly Cell[] =>
  spans.flatMap(({ text, style }) => Array.from(text, (character) => ({ character, style })));

/** The index after the last cell from `from` that still fits on one line. */
function lineLimit(cells: readonly Cell[], from: number, paper: PrinterProfile): number {
  let room = paperUnits(paper);
  let at = from;
  for (let cell = cells[at]; cell !== undefined; cell = cells[at]) {
    room -= characterUnits(cell.style, paper);
    if (room < 0) break;
    at += 1;
  }
  return at;
}

/** The last blank in `from`..`limit` that has a word before it, or `undefined`. */
function lastBreak(cells: readonly Cell[], from: number, limit: number): number | undefined {
  for (let at = limit; at > from; at -= 1) if (isBlank(cells[at]) && !isBlank(cells[at - 1])) return at;
  return undefined;
}

function skipBlanks(cells: readonly Cell[], from: number): number {
  let at = from;
  while (isBlank(cells[at])) at += 1;
  return at;
}

/**
 * Where the next line ends, and where it begins once an indent that cannot be kept is gone. A word that would fit
 * on a line of its own is never divided for the sake of the blanks before it.
 */
function nextLine(
  cells: readonly Cell[],
  from: number,
  paper: PrinterProfile,
): readonly [begin: number, end: number] {
  const limit = lineLimit(cells, from, paper);
  if (limit === cells.length) return [from, limit];
  const end = lastBreak(cells, from, limit);
  if (end !== undefined) return [from, end];
  const begin = skipBlanks(cells, from);
  return begin === from ? [from, limit] : nextLine(cells, begin, paper);
}

function spansOf(cells: readonly Cell[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { character, style } of cells) appendText(spans, character, style);
  return spans;
}

function wrapped(spans: readonly Span[], paper: PrinterProfile): readonly (readonly Span[])[] {
  const all = cellsOf(spans);
  const cells = all.slice(0, all.findLastIndex((cell) => !isBlank(cell)) + 1);
  const lines: (readonly Span[])[] = [];
  let at = 0;
  do {
    const [begin, end] = nextLine(cells, at, paper);
    lines.push(spansOf(cells.slice(begin, end)));
    at = skipBlanks(cells, end);
  } while (at < cells.length);
  return lines;
}

function normalized(spans: readonly Span[], paper: PrinterProfile): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) appendText(result, toAscii(span.text), styleOn(paper, span.style));
  return result;
}

const everyStyle: Style = {
  font: 'B',
  bold: true,
  doubleHeight: true,
  doubleWidth: true,
  underline: true,
};

/** The bits of `ESC ! n` that the printer obeys. */
const obeyedModes = (paper: PrinterProfile): number => printModeOf(styleOn(paper, everyStyle));

/**
 * Whether a line is already what its layout would make of it, as nearly all of a biller's are: in ASCII, in styles that
 * the printer obeys, each unlike the one before, and no wider than the paper.
 *
 * @param obeyed `obeyedModes(paper)`.
 */
function isLaidOut({ spans }: Line, paper: PrinterProfile, obeyed: number): boolean {
  let room = paperUnits(paper);
  let before: number | undefined;
  for (const { text, style } of spans) {
    const mode = printModeOf(style);
    if (text === '' || mode === before || (mode & ~obeyed) !== 0 || !isAscii(text)) return false;
    before = mode;
    room -= text.length * characterUnits(style, paper);
  }
  return room >= 0;
}

/**
 * One line as the lines it takes on `paper`, in ASCII. A line that fits stays as it is, blanks and all, since
 * billers align their columns with them; a longer one is broken at blanks, and within a word only if the word alone
 * is longer than a line. Styles and alignment go on after a break.
 */
export function layOutLine(line: Line, paper: PrinterProfile): readonly Line[] {
  if (isLaidOut(line, paper, obeyedModes(paper))) return [line];
  const spans = normalized(line.spans, paper);
  if (fitsOnLine(spans, paper)) return [{ ...line, spans }];
  return wrapped(spans, paper).map((part) => ({ ...line, spans: part }));
}

function layOutLines(lines: readonly Line[], paper: PrinterProfile): readonly Line[] {
  const obeyed = obeyedModes(paper);
  const laid: Line[] = [];
  for (const line of lines) {
    if (isLaidOut(line, paper, obeyed)) laid.push(line);
    else for (const part of layOutLine(line, paper)) laid.push(part);
  }
  return laid;
}

/**
 * Breaks a receipt into lines that fit on its paper.
 *
 * @throws RangeError if the paper has less than two columns, where a character of double width has no room.
 */
export function layOutReceipt({ slips, paper }: ComposedReceipt): LaidOutReceipt {
  const { A, B } = paper.columns;
  if (![A, B].every((columns) => Number.isSafeInteger(columns) && columns >= 2)) {
    throw new RangeError(`not a paper to print on: ${A}/${B} columns`);
  }
  const laidOutSlips = slips.map((slip): Slip => ({
    ...slip,
    lines: layOutLines(slip.lines, paper),
  }));
  return { paper, slips: laidOutSlips } as unknown as LaidOutReceipt;
}
