import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainStyle } from '../../../shared/receipt/document.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import { high } from './receipts.ts';
import { renderPaper } from './render-paper.ts';

const bytes = (codes: string): Uint8Array => Uint8Array.from(codes, (code) => code.charCodeAt(0));
const onPaper = (codes: string): string => renderPaper(readEscpos(bytes(codes)));
const skipped = (codes: string): readonly string[] =>
  readEscpos(bytes(codes)).skipped.map(({ name }) => name);

describe('what bytes put on paper', () => {
  it('is lines with their alignment and the style of each span', () => {
    expect(readEscpos(bytes('\x1ba\x01a\x1b!\x10b\n\x1ba0c\n')).items).toEqual([
      {
        kind: 'line',
        line: {
          align: 'center',
          spans: [
            { text: 'a', style: plainStyle },
            { text: 'b', style: high },
          ],
        },
      },
      { kind: 'line', line: { align: 'left', spans: [{ text: 'c', style: high }] } },
    ]);
  });

  it('is feeds and cuts in their place', () => {
    expect(onPaper('a\n\n\x1bd\x02\x1bJ\x10\x1dVB\0b\n\x1dV\0')).toBe(
      'a\n\n[feed 2 lines]\n[feed 16 dots]\n-------- cut --------\nb\n-------- cut --------\n',
    );
  });

  it('ends a line at ESC d, which counts it as the first it feeds', () => {
    expect(onPaper('a\x1bd\x03b\x1bd\x01')).toBe('a\n[feed 2 lines]\nb\n');
  });

  it('has no text that no line feed has ended, at ESC @ and at the end alike', () => {
    expect(onPaper('AAAA\x1b@BB\nCC')).toBe('BB\n');
  });

  it('is cut by ESC i too', () => {
    expect(onPaper('a\n\x1bib\n')).toBe('a\n-------- cut --------\nb\n');
  });

  it.each([
    ['GS V', '\x1dVB\0'],
    ['ESC i', '\x1bi'],
  ])('has no cut by %s in the middle of a line', (name, cut) => {
    expect(onPaper(`a${cut}b\n`)).toBe('ab\n');
    expect(skipped(`a${cut}b\n`)).toEqual([name]);
  });

  it('has no alignment that came in the middle of a line', () => {
    expect(onPaper('a\x1ba\x01b\n')).toBe('ab\n');
  });

  it('loses style and alignment at ESC @', () => {
    expect(onPaper('\x1b!\x10\x1ba\x01a\n\x1b@b\n')).toBe('[centre][high]a\nb\n');
  });

  it('shows ? for what stands in no certain code page', () => {
    expect(onPaper('caf\xe9\n')).toBe('caf?\n');
  });
});

describe('a picture', () => {
  /** `GS v 0` for so many bytes a row. */
  const raster = (rowBytes: number, rows: number, bits: string): string =>
    `\x1dv0\0${String.fromCharCode(rowBytes, 0, rows, 0)}${bits}`;

  it('is dots in their place, with the alignment they were printed in', () => {
    expect(readEscpos(bytes(`\x1ba\x01${raster(2, 2, '\n\x1b@\xff')}\x1ba\0a\n`)).items).toEqual([
      {
        kind: 'picture',
        align: 'center',
        picture: { widthDots: 16, rows: 2, bits: Uint8Array.of(0x0a, 0x1b, 0x40, 0xff) },
      },
      { kind: 'line', line: { align: 'left', spans: [{ text: 'a', style: plainStyle }] } },
    ]);
  });

  it('is one where its slices follow one another, and another where anything is between', () => {
    const slice = raster(1, 3, 'abc');
    expect(onPaper(slice + slice + slice)).toBe('[picture of 8 x 9 dots]\n');
    expect(onPaper(`${slice}\n${slice}`)).toBe('[picture of 8 x 3 dots]\n\n[picture of 8 x 3 dots]\n');
    expect(onPaper(`${slice}\x1ba\x01${slice}`)).toBe(
      '[picture of 8 x 3 dots]\n[picture of 8 x 3 dots][centre]\n',
    );
    expect(onPaper(slice + raster(3, 1, 'abc'))).toBe('[picture of 8 x 3 dots]\n[picture of 24 x 1 dots]\n');
  });

  it('is not in the middle of a line', () => {
    expect(onPaper(`a${raster(1, 1, 'x')}b\n`)).toBe('ab\n');
    expect(skipped(`a${raster(1, 1, 'x')}b\n`)).toEqual(['GS v']);
  });

  it('has its line feed swallowed by a printer that does so: the one right behind it and no other', () => {
    const stream = bytes(`${raster(1, 1, 'x')}\n\na\n`);
    expect(renderPaper(readEscpos(stream))).toBe('[picture of 8 x 1 dots]\n\n\na\n');
    const swallowing = { swallowsLineFeedAfterPicture: true };
    expect(renderPaper(readEscpos(stream, swallowing))).toBe('[picture of 8 x 1 dots]\n\na\n');
    const later = bytes(`${raster(1, 1, 'x')}\x1ba\0\na\n`);
    expect(renderPaper(readEscpos(later, swallowing))).toBe('[picture of 8 x 1 dots]\n\na\n');
  });

  it('is drawn of any size that its bytes have, dot for dot', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 128 }),
        fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 5 }),
        (rowBytes, heights) => {
          const slices = heights.map((rows) => raster(rowBytes, rows, 'Z'.repeat(rowBytes * rows)));
          const { items, skipped: none } = readEscpos(bytes(slices.join('')));
          const rows = heights.reduce((sum, each) => sum + each, 0);
          expect(none).toEqual([]);
          expect(items).toMatchObject([{ kind: 'picture', picture: { widthDots: rowBytes * 8, rows } }]);
          const [item] = items;
          const bits = item?.kind === 'picture' ? item.picture.bits : new Uint8Array();
          expect(Buffer.from(bits).equals(Buffer.alloc(rowBytes * rows, 'Z'))).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['enlarged', '\x1dv0\x01\x01\0\x01\0x'],
    ['without columns', '\x1dv0\0\0\0\x05\0'],
    ['without rows', '\x1dv0\0\x05\0\0\0'],
    ['of more than there is', '\x1dv0\0\xff\xff\xff\xffabc'],
    ['of a header cut short', '\x1dv0\0\xff'],
  ])('%s is none', (_, stream) => {
    const { items, skipped: told } = readEscpos(bytes(stream));
    expect(items).toEqual([]);
    expect(told.map(({ name }) => name)).toEqual(['GS v']);
  });
});

describe('what the reader does not draw', () => {
  it('is stepped over with its arguments and told', () => {
    const foreign =
      '\x1bp\0\x19\xfaa\x10\x04\x01b\x1dv0\x03\x01\0\x02\0\n\nc\x1b*!\x01\0abc\x1dkI\x03xyz\x07\n';
    expect(onPaper(foreign)).toBe('abc\n');
    expect(skipped(foreign)).toEqual(['ESC p', 'DLE EOT', 'GS v', 'ESC *', 'GS k', 'BEL']);
  });

  it('includes a command cut short', () => {
    expect(onPaper('a\n\x1b!')).toBe('a\n');
    expect(skipped('a\n\x1b!')).toEqual(['ESC !']);
  });

  it('does not include FS . and ESC t of any code page, which change nothing that could be seen', () => {
    expect(skipped('\x1b@\x1c.\x1bt\0a\n\x1bt\x10b\n\x1bt\xff')).toEqual([]);
  });
});

describe('any bytes at all', () => {
  it('are read without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000, size: 'max' }), (stream) => {
        for (const item of readEscpos(stream).items) {
          if (item.kind === 'line')
            for (const { text } of item.line.spans) expect(text).toMatch(/^[\x20-\x7e]+$/);
        }
      }),
    );
  });

  it('become no more dots than there are bytes', () => {
    const heads = fc.constantFrom('\x1dv0\0', '\x1dv00', '\x1dv0\0\x02\0', '\x1b@', '\n');
    const anyStream = fc.array(fc.oneof(heads, fc.string({ unit: 'binary-ascii', maxLength: 40 })));
    fc.assert(
      fc.property(anyStream, (parts) => {
        const stream = bytes(parts.join(''));
        const dots = readEscpos(stream).items.reduce((sum, item) => {
          if (item.kind !== 'picture') return sum;
          const { widthDots, rows, bits } = item.picture;
          expect(bits).toHaveLength((widthDots / 8) * rows);
          expect(bits.buffer.byteLength).toBe(bits.length);
          return sum + bits.length;
        }, 0);
        expect(dots).toBeLessThanOrEqual(stream.length);
      }),
    );
  });

  it('may be many', () => {
    expect(readEscpos(bytes(`${'x'.repeat(1_000_000)}\n`)).items).toHaveLength(1);
    expect(readEscpos(new Uint8Array(1_000_000).fill(0x1b)).items).toEqual([]);
  });
});
