import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logoSize } from '../../../../../renderer/features/settings/logo-size.ts';
import { dither, greyOf } from '../../../../../shared/printing/dither.ts';
import { storedPicture, storedPictureSchema } from '../../../../../shared/printing/picture.ts';

const side = fc.integer({ min: 1, max: 9000 });

describe('the size of a logo', () => {
  it('is never larger than the paper or than the picture', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = logoSize(width, height);
        expect(size.width).toBeLessThanOrEqual(Math.min(384, width));
        expect(size.rows).toBeLessThanOrEqual(Math.min(240, height));
        expect(Math.min(size.width, size.rows)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('keeps its shape, to within a dot', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = logoSize(width, height);
        fc.pre(size.width > 1 && size.rows > 1);
        const scale = Math.min(1, 384 / width, 240 / height);
        expect(Math.abs(size.width - width * scale)).toBeLessThanOrEqual(1);
        expect(Math.abs(size.rows - height * scale)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is one that can be stored, whatever stands on it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(255),
        (w, h, ink) => {
          const { width, rows } = logoSize(w, h);
          const rgba = new Uint8ClampedArray(width * rows * 4).fill(ink);
          const picture = storedPicture(dither(greyOf(rgba, width, rows)));
          expect(storedPictureSchema.safeParse(picture).success).toBe(true);
        },
      ),
      { numRuns: 10 },
    );
  });
});
