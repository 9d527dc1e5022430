import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maxPictureDots,
  maxPictureRows,
  pictureOf,
  storedPicture,
  storedPictureSchema,
  type Picture,
} from '../../../../shared/printing/picture.ts';

const anyPicture: fc.Arbitrary<Picture> = fc
  .record({ bytes: fc.integer({ min: 1, max: maxPictureDots / 8 }), rows: fc.integer({ min: 1, max: 40 }) })
  .chain(({ bytes, rows }) =>
    fc
      .uint8Array({ minLength: bytes * rows, maxLength: bytes * rows })
      .map((bits) => ({ widthDots: bytes * 8, rows, bits })),
  );

describe('a picture', () => {
  it('is stored and comes back dot for dot', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const stored = storedPictureSchema.parse(storedPicture(picture));
        const back = pictureOf(stored);
        expect({ ...back, bits: null }).toEqual({ ...picture, bits: null });
        expect(Buffer.from(back.bits).equals(Buffer.from(picture.bits))).toBe(true);
      }),
    );
  });

  it('of the largest size can be stored', () => {
    const bits = new Uint8Array((maxPictureDots / 8) * maxPictureRows).fill(0xff);
    const largest = { widthDots: maxPictureDots, rows: maxPictureRows, bits };
    expect(storedPictureSchema.safeParse(storedPicture(largest)).success).toBe(true);
  });

  it.each([
    ['no dots', { widthDots: 0, rows: 1, bits: '' }],
    ['no rows', { widthDots: 8, rows: 0, bits: '' }],
    ['a width that is no whole bytes', { widthDots: 12, rows: 1, bits: 'AAA=' }],
    ['more dots than any printer has', { widthDots: 392, rows: 1, bits: 'A'.repeat(68) }],
    ['more rows than a receipt has room for', { widthDots: 8, rows: 321, bits: 'A'.repeat(428) }],
    ['a byte too few', { widthDots: 16, rows: 1, bits: 'AA==' }],
    ['a byte too many', { widthDots: 8, rows: 1, bits: 'AAA=' }],
    ['as many letters as it needs, but of more bytes', { widthDots: 8, rows: 1, bits: 'AAAA' }],
    ['what is no base64', { widthDots: 8, rows: 1, bits: 'A*==' }],
    ['something else beside', { widthDots: 8, rows: 1, bits: 'AA==', url: 'x' }],
  ])('with %s is none', (_, stored) => {
    expect(storedPictureSchema.safeParse(stored).success).toBe(false);
  });
});
