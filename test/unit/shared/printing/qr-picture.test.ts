import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrPicture } from '../../../../shared/printing/qr-picture.ts';
import { dots } from './dots.ts';

const shop = 'https://wa.me/6281234567890';

/** The top row of the code: its upper left corner is seven modules wide. */
const corner = (
  lines: readonly string[],
): { readonly above: number; readonly left: number; readonly dots: number } => {
  const above = lines.findIndex((line) => line.includes('#'));
  const [left = ''] = /^\.*/.exec(lines[above] ?? '') ?? [];
  const [black = ''] = /#+/.exec(lines[above] ?? '') ?? [];
  return { above, left: left.length, dots: black.length / 7 };
};

describe('a QR code as a picture', () => {
  it.each([
    [384, 8],
    [296, 8],
    [264, 7],
    [200, 5],
    [112, 3],
    [111, undefined],
    [0, undefined],
  ])(
    'on %d dots has modules of %s dots: whole ones, the largest that fit, but no finer than three',
    (room, size) => {
      const picture = qrPicture(shop, room);
      expect(picture === undefined ? undefined : corner(dots(picture)).dots).toBe(size);
    },
  );

  it('has four white modules all around', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 200 }),
        fc.integer({ min: 200, max: 384 }),
        (text, room) => {
          const picture = qrPicture(text, room);
          if (picture === undefined) return;
          const lines = dots(picture);
          const { above, left, dots: module } = corner(lines);
          const below = lines.length - 1 - lines.findLastIndex((line) => line.includes('#'));
          const right = Math.min(...lines.map((line) => (/\.*$/.exec(line)?.[0] ?? '').length));
          expect(above).toBe(4 * module);
          expect(below).toBe(4 * module);
          expect(left).toBeGreaterThanOrEqual(4 * module);
          expect(right).toBeGreaterThanOrEqual(4 * module);
          expect(left + right - 8 * module).toBeLessThan(8);
        },
      ),
    );
  });

  it('is a picture that a printer takes: whole bytes wide, no wider than the room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat({ max: 400 }), (text, room) => {
        const picture = qrPicture(text, room);
        if (picture === undefined) return;
        const { widthDots, rows, bits } = picture;
        expect(widthDots % 8).toBe(0);
        expect(widthDots).toBeLessThanOrEqual(room);
        expect(bits).toHaveLength((widthDots / 8) * rows);
      }),
    );
  });

  it('of the longest text that can be set fits on the narrowest head, in letters and in signs', () => {
    expect(qrPicture('x'.repeat(200), 384)).toBeDefined();
    expect(qrPicture('漢'.repeat(200), 384)).toBeDefined();
  });

  it('is none of nothing, and none of more than the largest code holds', () => {
    expect(qrPicture('', 384)).toBeUndefined();
    expect(qrPicture('x'.repeat(5000), 1024)).toBeUndefined();
  });
});
