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

  it('has no cut in the middle of a line', () => {
    expect(onPaper('a\x1dVB\0b\n')).toBe('ab\n');
    expect(skipped('a\x1dVB\0b\n')).toEqual(['GS V']);
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

describe('what the reader does not draw', () => {
  it('is stepped over with its arguments and told', () => {
    const foreign =
      '\x1bp\0\x19\xfaa\x10\x04\x01b\x1dv0\0\x01\0\x02\0\n\nc\x1b*!\x01\0abc\x1dkI\x03xyz\x07\n';
    expect(onPaper(foreign)).toBe('abc\n');
    expect(skipped(foreign)).toEqual(['ESC p', 'DLE EOT', 'GS v', 'ESC *', 'GS k', 'BEL']);
  });

  it('includes a command cut short', () => {
    expect(onPaper('a\n\x1b!')).toBe('a\n');
    expect(skipped('a\n\x1b!')).toEqual(['ESC !']);
  });

  it('does not include FS . and ESC t, which change nothing that could be seen', () => {
    expect(skipped('\x1b@\x1c.\x1bt\0a\n')).toEqual([]);
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

  it('may be many', () => {
    expect(readEscpos(bytes(`${'x'.repeat(1_000_000)}\n`)).items).toHaveLength(1);
    expect(readEscpos(new Uint8Array(1_000_000).fill(0x1b)).items).toEqual([]);
  });
});
