import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainStyle } from '../../../shared/receipt/document.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import { paperWidthDots, placeOnGrid, type PlacedPaper } from '../../../shared/receipt/paper-grid.ts';
import { printerProfiles, type PrinterProfile } from '../../../shared/printing/printer-profile.ts';
import { high, small } from './receipts.ts';

const place = (codes: string, paper: PrinterProfile = printerProfiles['58mm']): PlacedPaper =>
  placeOnGrid(readEscpos(Uint8Array.from(codes, (code) => code.charCodeAt(0))), paper);

describe('a drawing of the paper', () => {
  it('is as wide as the print head: 384 dots on 58 mm, 576 on 80 mm', () => {
    expect(paperWidthDots(printerProfiles['58mm'])).toBe(384);
    expect(paperWidthDots(printerProfiles['80mm'])).toBe(576);
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
    expect(place('ab\x1b!\x10c\x1b!\x01d\x1b!\x20e\n').runs).toEqual([
      { x: 0, y: 24, text: 'ab', style: plainStyle, cellWidth: 12, cellHeight: 24 },
      { x: 24, y: 0, text: 'c', style: high, cellWidth: 12, cellHeight: 48 },
      { x: 36, y: 31, text: 'd', style: small, cellWidth: 9, cellHeight: 17 },
      { x: 45, y: 24, text: 'e', style: { ...plainStyle, doubleWidth: true }, cellWidth: 24, cellHeight: 24 },
    ]);
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
        const { runs, heightDots } = placeOnGrid(readEscpos(stream), printerProfiles['58mm']);
        for (const { x, y, cellHeight } of runs) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + cellHeight).toBeLessThanOrEqual(heightDots);
        }
      }),
    );
  });
});
