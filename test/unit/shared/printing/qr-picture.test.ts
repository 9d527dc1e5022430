import * as fc from 'fast-check';
import { encodeQR } from 'qr';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { qrPicture } from '../../../../shared/printing/qr-picture.ts';
import { dots } from './dots.ts';

const shop = 'https://wa.me/6281234567890';

vi.mock('qr', { spy: true });
afterAll(() => vi.doUnmock('qr'));
beforeEach(() => void vi.mocked(encodeQR).mockClear());

/** How many codes were worked out. */
const workedOut = (): number =>
  vi.mocked(encodeQR).mock.results.filter(({ type }) => type === 'return').length;

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

  it('is worked out once where it fits, and not at all where it does not', () => {
    for (const [text, room, times] of [
      [shop, 384, 1],
      [shop, 111, 0],
      ['漢'.repeat(200), 264, 0],
      ['漢'.repeat(200), 384, 1],
      ['x'.repeat(5000), 384, 0],
      ['', 384, 0],
    ] as const) {
      vi.mocked(encodeQR).mockClear();
      expect(qrPicture(text, room) === undefined ? 0 : 1).toBe(times);
      expect(workedOut()).toBe(times);
    }
  });

  it('is of the smallest code that holds the text, as the encoder chooses by itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ minLength: 1, maxLength: 200 }),
          fc.stringMatching(/^\d{1,300}$/),
          fc.stringMatching(/^[A-Z0-9 $%*+./:-]{1,300}$/),
          fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }),
        ),
        (text) => {
          const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
          const module = Math.min(8, Math.floor(576 / rows.length));
          const picture = qrPicture(text, 576);
          expect(picture?.rows).toBe(module < 3 ? undefined : rows.length * module);
          if (picture === undefined) return;
          const lines = dots(picture);
          const left = Math.floor((picture.widthDots - rows.length * module) / 2);
          for (const [y, row] of rows.entries())
            expect(row.map((_, x) => lines[y * module]?.[left + x * module] === '#')).toEqual(row);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is none of nothing, and none of more than the largest code holds', () => {
    expect(qrPicture('', 384)).toBeUndefined();
    expect(qrPicture('x'.repeat(5000), 1024)).toBeUndefined();
  });
});
