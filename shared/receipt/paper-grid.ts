import type { Line, Span, Style } from './document.ts';
import type { PrintedItem, PrintedPaper } from './escpos-reader.ts';
import type { Paper } from './paper.ts';

/** Sizes in dots of a 203 dpi head, 8 dots a millimetre (escpos-printer-db POS-5890; Epson TM-T20). */
const fontCells = { A: { width: 12, height: 24 }, B: { width: 9, height: 17 } } as const;
const linePitch = 30;

/** A stretch of text on the paper's grid. Positions and sizes in dots, from the paper's upper left corner. */
export interface PlacedRun {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: Style;
  /** Of one character, double size included. */
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export interface PlacedPaper {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly runs: readonly PlacedRun[];
  readonly cuts: readonly { readonly y: number }[];
}

interface CellSize {
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** The size of one character of a style, in dots. */
export const cellSize = ({ font, doubleWidth, doubleHeight }: Style): CellSize => ({
  cellWidth: fontCells[font].width * (doubleWidth ? 2 : 1),
  cellHeight: fontCells[font].height * (doubleHeight ? 2 : 1),
});

const spanWidth = ({ text, style }: Span): number => text.length * cellSize(style).cellWidth;

/** The height of a line's tallest character, in dots; 0 for an empty line. */
const tallestCell = (line: Line): number =>
  line.spans.reduce((height, span) => Math.max(height, cellSize(span.style).cellHeight), 0);

/** How far a line moves the paper, in dots: the pitch, or more where a character is taller. */
export const lineHeight = (line: Line): number => Math.max(linePitch, tallestCell(line));

function lineStart(line: Line, widthDots: number): number {
  const free = Math.max(0, widthDots - line.spans.reduce((sum, span) => sum + spanWidth(span), 0));
  if (line.align === 'left') return 0;
  return line.align === 'right' ? free : Math.floor(free / 2);
}

/** Characters of different heights stand on one base line, the lower edge of their cells. */
function placeLine(line: Line, top: number, widthDots: number): readonly PlacedRun[] {
  const base = top + tallestCell(line);
  let x = lineStart(line, widthDots);
  return line.spans.map(({ text, style }) => {
    const size = cellSize(style);
    const run = { x, y: base - size.cellHeight, text, style, ...size };
    x += text.length * size.cellWidth;
    return run;
  });
}

function heightOf(item: PrintedItem): number {
  if (item.kind === 'cut') return 0;
  if (item.kind === 'line') return lineHeight(item.line);
  return item.by === 'lines' ? item.amount * linePitch : item.amount;
}

/** The width of the printed area in dots: 384 for 58 mm, 576 for 80 mm. */
export const paperWidthDots = ({ columns }: Paper): number =>
  Math.max(columns.A * fontCells.A.width, columns.B * fontCells.B.width);

/** Puts what was printed on a grid of dots, for a drawing of the paper to be made from. */
export function placeOnGrid(printed: PrintedPaper, paper: Paper): PlacedPaper {
  const widthDots = paperWidthDots(paper);
  const runs: PlacedRun[] = [];
  const cuts: { y: number }[] = [];
  let y = 0;
  for (const item of printed.items) {
    if (item.kind === 'line') for (const run of placeLine(item.line, y, widthDots)) runs.push(run);
    else if (item.kind === 'cut') cuts.push({ y });
    y += heightOf(item);
  }
  return { widthDots, heightDots: y, runs, cuts };
}
