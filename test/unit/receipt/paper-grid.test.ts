import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { plainStyle } from '../../../shared/receipt/document.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import { paperWidthDots, placeOnGrid, type PlacedPaper } from '../../../shared/receipt/paper-grid.ts';
import { printerProfiles, type PrinterProfile } from '../../../shared/printing/printer-profile.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { anyInfoStruk, anyPrinter, composeText, high, small } from './receipts.ts';

const place = (codes: string, paper: PrinterProfile = printerProfiles['58mm']): PlacedPaper =>
  placeOnGrid(readEscpos(Uint8Array.from(codes, (code) => code.charCodeAt(0))), paper);

describe('a drawing of the paper', () => {
  it.each([
    ['58mm', 384],
    ['80mm', 576],
    ['80mm-42', 512],
    ['tm-u220', 396],
  ] as const)('on %s is as wide as the print head: %d dots', (model, width) => {
    expect(paperWidthDots(printerProfiles[model])).toBe(width);
  });

  it('has as many characters of either font as the printer prints, from edge to edge', () => {
    fc.assert(
      fc.property(anyPrinter, fc.constantFrom('A', 'B'), (paper, font) => {
        const columns = paper.columns[font];
        const [run] = place(`\x1b!${font === 'A' ? '\0' : '\x01'}${'x'.repeat(columns)}\n`, paper).runs;
        expect((run?.x ?? 1) + columns * (run?.cellWidth ?? 0)).toBeCloseTo(paperWidthDots(paper), 6);
      }),
    );
  });

  it('is of letters wide enough to be read, whatever width a profile claims', () => {
    fc.assert(
      fc.property(anyPrinter, (paper) => {
        const [run] = place('x\n', paper).runs;
        expect(run?.cellWidth).toBeGreaterThanOrEqual(6);
        expect(paperWidthDots(paper)).toBeGreaterThanOrEqual(paper.widthDots);
      }),
    );
  });

  it('sets a line every 30 dots, and every 48 where it holds double height', () => {
    const { runs, heightDots } = place('a\n\x1b!\x10b\n\x1b!\0c\n\n');
    expect(runs.map(({ text, y }) => [text, y])).toEqual([
      ['a', 0],
      ['b', 30],
      ['c', 78],
    ]);
    expect(heightDots).toBe(138);
  });

  it('sets each span behind the last, in cells of its font, on one base line', () => {
    const small42 = 384 / 42;
    expect(place('ab\x1b!\x10c\x1b!\x01d\x1b!\x20e\n').runs).toEqual([
      { x: 0, y: 24, text: 'ab', style: plainStyle, cellWidth: 12, cellHeight: 24 },
      { x: 24, y: 0, text: 'c', style: high, cellWidth: 12, cellHeight: 48 },
      { x: 36, y: 31, text: 'd', style: small, cellWidth: small42, cellHeight: 17 },
      {
        x: 36 + small42,
        y: 24,
        text: 'e',
        style: { ...plainStyle, doubleWidth: true },
        cellWidth: 24,
        cellHeight: 24,
      },
    ]);
  });

  it('sets no two spans of a line over one another, and none beyond the edge, on any printer', () => {
    fc.assert(
      fc.property(anyInfoStruk, anyPrinter, (text, paper) => {
        const bytes = encodeReceipt(layOutReceipt(composeText(text, 1, { paper })));
        const { runs, widthDots } = placeOnGrid(readEscpos(bytes, paper), paper);
        const ends = new Map<number, number>();
        for (const { x, y, text: run, cellWidth, cellHeight } of runs) {
          expect(x).toBeGreaterThanOrEqual((ends.get(y + cellHeight) ?? 0) - 1e-6);
          const end = x + run.length * cellWidth;
          expect(end).toBeLessThanOrEqual(widthDots + 1e-6);
          ends.set(y + cellHeight, end);
        }
      }),
    );
  });

  it('sets a picture dot for dot in its place and goes on below it', () => {
    const raster = `\x1dv0\0\x02\0\x03\0abcdef`;
    const { pictures, runs, heightDots } = place(`a\n\x1ba\x01${raster}b\n\x1ba\x02${raster}`);
    const picture = { widthDots: 16, rows: 3, bits: Uint8Array.from('abcdef', (code) => code.charCodeAt(0)) };
    expect(pictures).toEqual([
      { x: 184, y: 30, picture },
      { x: 368, y: 63, picture },
    ]);
    expect(runs.map(({ text, y }) => [text, y])).toEqual([
      ['a', 0],
      ['b', 33],
    ]);
    expect(heightDots).toBe(66);
  });

  it('centres a line and sets one to the right', () => {
    expect(place('\x1ba\x01abcd\n\x1ba\x02abcd\n').runs.map(({ x }) => x)).toEqual([168, 336]);
  });

  it('marks cuts and moves on by feeds', () => {
    const { cuts, heightDots } = place('a\n\x1bd\x02\x1bJ\x05\x1dVB\0b\n\x1dVB\0');
    expect(cuts).toEqual([{ y: 95 }, { y: 125 }]);
    expect(heightDots).toBe(125);
  });

  it('of any bytes can be made', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (stream) => {
        const { runs, pictures, heightDots } = placeOnGrid(readEscpos(stream), printerProfiles['58mm']);
        for (const { x, y, picture } of pictures) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y + picture.rows).toBeLessThanOrEqual(heightDots);
        }
        for (const { x, y, cellHeight } of runs) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + cellHeight).toBeLessThanOrEqual(heightDots);
        }
      }),
    );
  });
});
