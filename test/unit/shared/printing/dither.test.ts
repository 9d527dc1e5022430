import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dither, greyOf } from '../../../../shared/printing/dither.ts';
import { dots } from './dots.ts';

const flat = (shade: number, width: number, rows: number) => ({
  width,
  rows,
  grey: new Uint8Array(width * rows).fill(shade),
});

const shareOfBlack = (lines: readonly string[]): number => {
  const all = lines.join('');
  return Array.from(all).filter((dot) => dot === '#').length / all.length;
};

describe('a picture in greys as black dots', () => {
  it('that is black and white already stays as it is', () => {
    const grey = Uint8Array.from('#..##.#..#######', (dot) => (dot === '#' ? 0 : 255));
    expect(dots(dither({ width: 8, rows: 2, grey }))).toEqual(['#..##.#.', '.#######']);
  });

  it.each([0, 32, 96, 128, 200, 255])('is as dark as it was: all of shade %d', (shade) => {
    const share = shareOfBlack(dots(dither(flat(shade, 64, 64))));
    expect(share).toBeCloseTo(1 - shade / 255, 1);
  });

  it('has a middle grey as a fine pattern and not as patches', () => {
    const lines = dots(dither(flat(128, 64, 64)));
    expect(lines.join('\n')).not.toMatch(/#{4}|\.{4}/);
  });

  it('has white at both sides where its width is no whole bytes', () => {
    expect(dots(dither(flat(0, 5, 2)))).toEqual(['.#####..', '.#####..']);
  });

  it('is of the size it says, whatever its greys', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), (width, rows) => {
        const { widthDots, bits } = dither(flat(77, width, rows));
        expect(widthDots % 8).toBe(0);
        expect(widthDots - width).toBeLessThan(8);
        expect(bits).toHaveLength((widthDots / 8) * rows);
      }),
    );
  });

  it('with more or fewer greys than dots is refused', () => {
    expect(() => dither({ width: 8, rows: 2, grey: new Uint8Array(15) })).toThrow(RangeError);
  });
});

describe('the greys of a canvas', () => {
  const greys = (...rgba: readonly number[]): readonly number[] => [
    ...greyOf(Uint8ClampedArray.from(rgba), rgba.length / 4, 1).grey,
  ];

  it('are those of its colours', () => {
    expect(greys(0, 0, 0, 255, 255, 255, 255, 255)).toEqual([0, 255]);
    expect(greys(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255)).toEqual([76, 150, 29]);
  });

  it('show paper where it is transparent', () => {
    expect(greys(0, 0, 0, 0)).toEqual([255]);
    expect(greys(0, 0, 0, 128)).toEqual([127]);
  });
});
