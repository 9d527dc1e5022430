import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picturePath } from '../../../../../renderer/ui/paper/picture-path.ts';
import type { Picture } from '../../../../../shared/printing/picture.ts';
import { qrPicture } from '../../../../../shared/printing/qr-picture.ts';

const rectangle = /M(\d+) (\d+)h(\d+)v(\d+)h-(\d+)z/g;

/** The dots that a path of rectangles covers. @throws Error where it covers one twice. */
function bitsOf(path: string, { widthDots, bits }: Picture): Uint8Array {
  const covered = new Uint8Array(bits.length);
  expect(path.replaceAll(rectangle, '')).toBe('');
  for (const [, ...numbers] of path.matchAll(rectangle)) {
    const [x = 0, y = 0, width = 0, height = 0, back = 0] = numbers.map(Number);
    expect(back).toBe(width);
    for (let row = y; row < y + height; row += 1) {
      for (let dot = x; dot < x + width; dot += 1) {
        const byte = (row * widthDots) / 8 + (dot >> 3);
        const bit = 0x80 >> (dot & 7);
        if (((covered[byte] ?? 0) & bit) !== 0) throw new Error('covered twice');
        covered[byte] = (covered[byte] ?? 0) | bit;
      }
    }
  }
  return covered;
}

const anyPicture: fc.Arbitrary<Picture> = fc
  .record({ bytes: fc.integer({ min: 1, max: 6 }), rows: fc.nat({ max: 12 }) })
  .chain(({ bytes, rows }) =>
    fc
      .array(fc.constantFrom(0, 0xff, 0x81, 0x7e, 0xa5, 0x0f), {
        minLength: bytes * rows,
        maxLength: bytes * rows,
      })
      .map((bits) => ({ widthDots: bytes * 8, rows, bits: Uint8Array.from(bits) })),
  );

describe('a picture’s path', () => {
  it('covers the black dots, each once, and no other', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        expect(bitsOf(picturePath(picture), picture)).toEqual(picture.bits);
      }),
    );
  });

  it('is nothing where all is white', () => {
    expect(picturePath({ widthDots: 16, rows: 2, bits: new Uint8Array(4) })).toBe('');
  });

  it('of a code has about a rectangle a run of modules, not one a row of dots', () => {
    const code = qrPicture('https://wa.me/6281234567890', 264);
    if (code === undefined) throw new Error('there is no code');
    const rectangles = picturePath(code).split('z').length;
    expect(rectangles).toBeLessThan(29 * 29);
  });
});
