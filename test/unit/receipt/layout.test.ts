import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  plainStyle,
  textOfLine,
  type Line,
  type Span,
  type Style,
} from '../../../shared/receipt/document.ts';
import { layOutLine, layOutReceipt } from '../../../shared/receipt/layout.ts';
import { lineUnits, paperUnits } from '../../../shared/receipt/line-width.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { printModeOf } from '../../../shared/receipt/print-mode.ts';
import { anyPaper, anyPrinter, anyStyle, compose, oddPaper, small, wide } from './receipts.ts';

const paper58 = printerProfiles['58mm'];
const line = (...spans: readonly Span[]): Line => ({ align: 'left', spans });
const span = (text: string, style: Style = plainStyle): Span => ({ text, style });
const wrap = (text: string, paper = paper58, style = plainStyle): readonly string[] =>
  layOutLine(line(span(text, style)), paper).map(textOfLine);

describe('a line that fits', () => {
  it('stays as it is, with the blanks before, within and after it', () => {
    expect(wrap('  NO METER      : 12345678901  ')).toEqual(['  NO METER      : 12345678901  ']);
  });

  it.each([
    [paper58, plainStyle, 32],
    [paper58, small, 42],
    [paper58, wide, 16],
    [paper58, { ...small, doubleWidth: true }, 21],
    [printerProfiles['80mm'], plainStyle, 48],
    [printerProfiles['80mm'], small, 64],
    [printerProfiles['80mm'], wide, 24],
    [oddPaper, plainStyle, 33],
    [oddPaper, small, 40],
    [oddPaper, wide, 16],
  ])('has at most so many characters (%#)', (paper, style, most) => {
    expect(wrap('x'.repeat(most), paper, style)).toHaveLength(1);
    expect(wrap('x'.repeat(most + 1), paper, style)).toHaveLength(2);
  });

  it('is measured exactly where fonts are mixed', () => {
    // 384 dots: 16 characters of font A leave half the line, which holds 21 of font B.
    expect(layOutLine(line(span('A'.repeat(16)), span('B'.repeat(21), small)), paper58)).toHaveLength(1);
    expect(layOutLine(line(span('A'.repeat(16)), span('B'.repeat(22), small)), paper58)).toHaveLength(2);
  });

  it('fits as well if only blanks stand beyond the edge', () => {
    expect(wrap(`${'x'.repeat(32)}   `)).toEqual(['x'.repeat(32)]);
    expect(wrap(' '.repeat(40))).toEqual(['']);
  });
});

describe('a line that is too long', () => {
  it('is broken at the last blank that serves', () => {
    expect(wrap('Atau Hub. PLN Terdekat : 02123124123')).toEqual(['Atau Hub. PLN Terdekat :', '02123124123']);
  });

  it('is broken where a word ends exactly at the edge', () => {
    expect(wrap(`${'x'.repeat(32)} y`)).toEqual(['x'.repeat(32), 'y']);
  });

  it('keeps a group of digits whole where another break is possible', () => {
    expect(wrap('STROOM/TOKEN : 6722 0840 8781 8484 1314')).toEqual([
      'STROOM/TOKEN : 6722 0840 8781',
      '8484 1314',
    ]);
  });

  it('puts a reference that fills a line on a line of its own', () => {
    expect(wrap('VSI REF : E29AF7F5547E4C68B928908A551DAB34')).toEqual([
      'VSI REF :',
      'E29AF7F5547E4C68B928908A551DAB34',
    ]);
    expect(wrap('  E29AF7F5547E4C68B928908A551DAB34')).toEqual(['E29AF7F5547E4C68B928908A551DAB34']);
  });

  it('is broken within a word only if the word alone is longer than a line', () => {
    expect(wrap('x'.repeat(70))).toEqual(['x'.repeat(32), 'x'.repeat(32), 'x'.repeat(6)]);
  });

  it('keeps its alignment and its styles after a break', () => {
    const bold = { ...plainStyle, bold: true };
    const laid = layOutLine(
      { align: 'center', spans: [span('Jalan Nangka Raya '), span('No. 1000, Jagakarsa', bold)] },
      paper58,
    );
    expect(laid).toEqual([
      { align: 'center', spans: [span('Jalan Nangka Raya '), span('No. 1000,', bold)] },
      { align: 'center', spans: [span('Jagakarsa', bold)] },
    ]);
  });

  it('is measured in ASCII, as it is printed', () => {
    expect(wrap('…'.repeat(11))).toEqual(['.'.repeat(32), '.']);
  });
});

const anyLine: fc.Arbitrary<Line> = fc.record({
  align: fc.constantFrom('left', 'center', 'right'),
  spans: fc.array(
    fc.record({
      text: fc.oneof(
        fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
        fc.string({ unit: fc.constantFrom(' ', 'x', '-'), maxLength: 90 }),
      ),
      style: anyStyle,
    }),
    { maxLength: 5 },
  ),
});

const cellsOf = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ spans }) =>
    spans.flatMap(({ text, style }) => Array.from(text, (character) => `${printModeOf(style)}${character}`)),
  );

const isNoBlank = (cell: string): boolean => !cell.endsWith(' ');

describe('any line on any paper', () => {
  it('comes out no wider than the paper', () => {
    fc.assert(
      fc.property(anyLine, anyPaper, (anyOne, paper) => {
        for (const { spans } of layOutLine(anyOne, paper)) {
          expect(lineUnits(spans, paper)).toBeLessThanOrEqual(paperUnits(paper));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every character that is not a blank, in its order and its style', () => {
    fc.assert(
      fc.property(anyLine, anyPaper, (anyOne, paper) => {
        expect(cellsOf(layOutLine(anyOne, paper)).filter(isNoBlank)).toEqual(
          cellsOf([anyOne]).filter(isNoBlank),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('does not divide a word that fits on a line', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,32}$/), { minLength: 1, maxLength: 20 }), (words) => {
        expect(wrap(words.join(' ')).flatMap((each) => each.split(' '))).toEqual(words);
      }),
    );
  });
});

/** The same line in more spans than it needs, which no line is that can stay as it is. */
const inPieces = ({ align, spans }: Line): Line => ({
  align,
  spans: spans.flatMap(({ text, style }) => [
    { text: '', style },
    { text: text.slice(0, 3), style },
    { text: text.slice(3), style: { ...style } },
  ]),
});

describe('a line that can stay as it is', () => {
  it('is the same as one that goes through the whole layout', () => {
    fc.assert(
      fc.property(anyLine, fc.oneof(anyPaper, anyPrinter), (anyOne, paper) => {
        expect(layOutLine(anyOne, paper)).toEqual(layOutLine(inPieces(anyOne), paper));
      }),
      { numRuns: 2000 },
    );
  });

  it('is not one in a style that the printer does not know: it is laid out plain', () => {
    const paper = { ...paper58, modes: { ...paper58.modes, doubleWidth: false, underline: false } };
    const style = { ...wide, underline: true, bold: true };
    expect(layOutLine(line(span('x'.repeat(32), style)), paper)).toEqual([
      line(span('x'.repeat(32), { ...plainStyle, bold: true })),
    ]);
  });

  it('is not one that is not ASCII yet', () => {
    expect(layOutLine(line(span('caf\u00e9')), paper58)).toEqual([line(span('cafe'))]);
  });
});

describe('a whole receipt', () => {
  it('is refused for a paper on which nothing in double width fits', () => {
    const paper = { ...paper58, columns: { A: 1, B: 40 } };
    expect(() => layOutReceipt(compose({ slips: [] }, { paper }))).toThrow(RangeError);
  });
});
