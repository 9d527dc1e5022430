import { describe, expect, it } from 'vitest';
import { boundedLines } from '../../../shared/receipt/bounded-lines.ts';
import { plainStyle, textOfLine, type Line } from '../../../shared/receipt/document.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';

const line = (text: string): Line => ({
  align: 'left',
  spans: text === '' ? [] : [{ text, style: plainStyle }],
});
const texts = (lines: readonly Line[]): readonly string[] => lines.map(textOfLine);

describe('the lines of a slip', () => {
  it('stay as they are within reason', () => {
    const lines = ['a', '', '', '', 'b', ''].map(line);
    expect(boundedLines(lines)).toEqual(lines);
  });

  it('have at most three blank ones in a row', () => {
    expect(texts(boundedLines(['a', '', '', '', '', '', 'b'].map(line)))).toEqual(['a', '', '', '', 'b']);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('have at most three wherever they stand (after %d lines)', (before) => {
    const words = Array.from({ length: before }, () => 'a');
    expect(texts(boundedLines([...words, '', ' ', '', '', 'b'].map(line)))).toEqual([
      ...words,
      '',
      ' ',
      '',
      'b',
    ]);
  });

  it('are no more than a printer should run, with a mark where some are left out', () => {
    const many = Array.from({ length: 5000 }, (_, index) => line(`line ${index}`));
    const kept = texts(boundedLines(many));
    expect(kept).toHaveLength(401);
    expect(kept.at(-2)).toBe('line 399');
    expect(kept.at(-1)).toBe('[...]');
  });

  it('are bounded for a biller that sends nothing but line ends', () => {
    const { document } = readInfoStruk(`A${'|'.repeat(63_000)}B`, 1);
    expect(texts(document.slips[0]?.lines ?? [])).toEqual(['A', '', '', '', 'B']);
  });
});
