import type { Picture } from '../printing/picture.ts';
import type { PrinterProfile } from '../printing/printer-profile.ts';
import type { Align, Line, Span, Style } from './document.ts';
import type { PrintedItem, PrintedPaper } from './escpos-reader.ts';

/** Of a 203 dpi head, 8 dots a millimetre (escpos-printer-db POS-5890; Epson TM-T20). */
const cellHeights = { A: 24, B: 17 } as const;
const linePitch = 30;

/** Widths of cells where the head's is not known, or cannot be true. */
const usualWidths = { A: 12, B: 9 } as const;
const leastWidths = { A: 6, B: 4 } as const;

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

/** A picture on the paper, a dot a dot. */
export interface PlacedPicture {
  readonly x: number;
  readonly y: number;
  readonly picture: Picture;
}

export interface PlacedPaper {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly runs: readonly PlacedRun[];
  readonly pictures: readonly PlacedPicture[];
  readonly cuts: readonly { readonly y: number }[];
}

interface CellSize {
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/**
 * The width of the printed area in dots: 384 for 58 mm, 576 for 80 mm. Where a profile knows none (impact printers), or
 * one on which its columns could not be read, it comes from the columns.
 */
export function paperWidthDots({ columns, widthDots }: PrinterProfile): number {
  const { A, B } = widthDots === 0 ? usualWidths : leastWidths;
  return Math.max(widthDots, columns.A * A, columns.B * B);
}

/** The size of one character of a style, in dots; as wide as makes the paper's columns fill its width. */
function cellSize({ font, doubleWidth, doubleHeight }: Style, paper: PrinterProfile): CellSize {
  const width = paperWidthDots(paper) / paper.columns[font];
  return { cellWidth: width * (doubleWidth ? 2 : 1), cellHeight: heightOfCell(font, doubleHeight) };
}

const heightOfCell = (font: Style['font'], doubleHeight: boolean): number =>
  cellHeights[font] * (doubleHeight ? 2 : 1);

/** The height of a line's tallest character, in dots; 0 for an empty line. */
const tallestCell = (line: Line): number =>
  line.spans.reduce((height, { style }) => Math.max(height, heightOfCell(style.font, style.doubleHeight)), 0);

/** How far a line moves the paper, in dots: the pitch, or more where a character is taller. */
const lineHeight = (line: Line): number => Math.max(linePitch, tallestCell(line));

/** Where something of that width begins. What is wider than the paper begins at its edge. */
function startOf(align: Align, width: number, widthDots: number): number {
  const free = Math.max(0, widthDots - width);
  if (align === 'left') return 0;
  return align === 'right' ? free : Math.floor(free / 2);
}

/** Characters of different heights stand on one base line, the lower edge of their cells. */
function placeLine(line: Line, top: number, paper: PrinterProfile): readonly PlacedRun[] {
  const widthOf = ({ text, style }: Span): number => text.length * cellSize(style, paper).cellWidth;
  const width = line.spans.reduce((sum, span) => sum + widthOf(span), 0);
  const base = top + tallestCell(line);
  let x = startOf(line.align, width, paperWidthDots(paper));
  return line.spans.map(({ text, style }) => {
    const size = cellSize(style, paper);
    const run = { x, y: base - size.cellHeight, text, style, ...size };
    x += text.length * size.cellWidth;
    return run;
  });
}

function heightOf(item: PrintedItem): number {
  switch (item.kind) {
    case 'cut':
      return 0;
    case 'line':
      return lineHeight(item.line);
    case 'picture':
      return item.picture.rows;
    case 'feed':
      return item.by === 'lines' ? item.amount * linePitch : item.amount;
  }
}

/** Puts what was printed on a grid of dots, for a drawing of the paper to be made from. */
export function placeOnGrid(printed: PrintedPaper, paper: PrinterProfile): PlacedPaper {
  const widthDots = paperWidthDots(paper);
  const runs: PlacedRun[] = [];
  const pictures: PlacedPicture[] = [];
  const cuts: { y: number }[] = [];
  let y = 0;
  for (const item of printed.items) {
    if (item.kind === 'line') for (const run of placeLine(item.line, y, paper)) runs.push(run);
    else if (item.kind === 'cut') cuts.push({ y });
    else if (item.kind === 'picture') {
      const { align, picture } = item;
      pictures.push({ x: startOf(align, picture.widthDots, widthDots), y, picture });
    }
    y += heightOf(item);
  }
  return { widthDots, heightDots: y, runs, pictures, cuts };
}
