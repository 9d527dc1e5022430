import { toAscii } from './ascii.ts';
import type { ComposedReceipt } from './compose.ts';
import type { Line, Slip, Span, Style } from './document.ts';
import { characterUnits, fitsOnLine, paperUnits } from './line-width.ts';
import type { Paper } from './paper.ts';
import { appendText } from './spans.ts';

declare const laidOut: unique symbol;

/** A receipt whose every line is ASCII and fits on `paper`. Only `layOutReceipt` makes one. */
export interface LaidOutReceipt {
  readonly [laidOut]: true;
  readonly paper: Paper;
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
function lineLimit(cells: readonly Cell[], from: number, paper: Paper): number {
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
function nextLine(cells: readonly Cell[], from: number, paper: Paper): readonly [begin: number, end: number] {
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

function wrapped(spans: readonly Span[], paper: Paper): readonly (readonly Span[])[] {
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

function normalized(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) appendText(result, toAscii(span.text), span.style);
  return result;
}

/**
 * One line as the lines it takes on `paper`, in ASCII. A line that fits stays as it is, blanks and all, since
 * billers align their columns with them; a longer one is broken at blanks, and within a word only if the word alone
 * is longer than a line. Styles and alignment go on after a break.
 */
export function layOutLine(line: Line, paper: Paper): readonly Line[] {
  const spans = normalized(line.spans);
  if (fitsOnLine(spans, paper)) return [{ align: line.align, spans }];
  return wrapped(spans, paper).map((part) => ({ align: line.align, spans: part }));
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
    lines: slip.lines.flatMap((line) => layOutLine(line, paper)),
  }));
  return { paper, slips: laidOutSlips } as unknown as LaidOutReceipt;
}
