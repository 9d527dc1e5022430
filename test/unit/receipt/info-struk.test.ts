import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainStyle, textOfLine, type Line } from '../../../shared/receipt/document.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { isPrintable } from '../../../shared/receipt/printable.ts';
import {
  plnNontaglis,
  plnPostpaidTwoMonths,
  plnPrepaid,
  telkomPstn,
} from '../../fixtures/receipt/info-struk.ts';
import { anyInfoStruk, high, small } from './receipts.ts';

const texts = (input: string, slips = 1): readonly (readonly string[])[] =>
  readInfoStruk(input, slips).document.slips.map((slip) => slip.lines.map(textOfLine));

const onlySlip = (input: string): readonly Line[] => readInfoStruk(input, 1).document.slips[0]?.lines ?? [];

const droppedNames = (input: string): readonly string[] =>
  readInfoStruk(input, 1).dropped.map(({ name }) => name);

describe('what an info_struk says', () => {
  it('takes |, LF and CR LF for the end of a line', () => {
    expect(texts('a|b\nc\r\nd')).toEqual([['a', 'b', 'c', 'd']]);
  });

  it('takes \\| and \\/ for a slash, and leaves any other backslash alone', () => {
    expect(texts('TARIF\\|DAYA : R1\\/1300VA|a\\b')).toEqual([['TARIF/DAYA : R1/1300VA', 'a\\b']]);
  });

  it('keeps the blanks with which the biller aligns its columns', () => {
    expect(texts('NO METER      :  12|  PPJ         :  19')).toEqual([
      ['NO METER      :  12', '  PPJ         :  19'],
    ]);
  });

  it('keeps blank lines within a slip, at most one before it and none after it', () => {
    expect(texts('|||a|||b|| |')).toEqual([['', 'a', '', '', 'b']]);
  });

  it('is one slip without lines where there is nothing to read', () => {
    expect(texts('')).toEqual([[]]);
    expect(texts('| |\u001b@|')).toEqual([[]]);
  });
});

describe('style in an info_struk', () => {
  it('reads the argument of ESC ! before it looks for |, since 0x7C is an argument too', () => {
    expect(onlySlip('a\u001b!|b|c')).toEqual([
      {
        align: 'left',
        spans: [
          { text: 'a', style: plainStyle },
          { text: 'b', style: { ...high, bold: true, doubleWidth: true } },
        ],
      },
      { align: 'left', spans: [{ text: 'c', style: { ...high, bold: true, doubleWidth: true } }] },
    ]);
  });

  it('ignores the bits of ESC ! that mean nothing', () => {
    expect(onlySlip('\u001b!\u0046a')).toEqual([
      { align: 'left', spans: [{ text: 'a', style: plainStyle }] },
    ]);
  });

  it('goes back to plain at ESC @ without losing the line that is under way', () => {
    expect(onlySlip('\u001b!\u0010a\u001b@b')).toEqual([
      {
        align: 'left',
        spans: [
          { text: 'a', style: high },
          { text: 'b', style: plainStyle },
        ],
      },
    ]);
  });

  it('sets the 20 digits of a token in double height and what follows them in font B', () => {
    const lines = onlySlip(plnPrepaid);
    const token = lines.findIndex((line) => textOfLine(line).startsWith('6722'));
    expect(lines[token]?.spans).toEqual([{ text: '6722 0840 8781 8484 1314 ', style: high }]);
    expect(lines[token + 1]?.spans).toEqual([
      { text: 'Info Lebih Lanjut Hub 123 atau pln.co.id', style: small },
    ]);
    expect(lines[token - 1]?.spans).toEqual([{ text: 'STROOM/TOKEN :', style: plainStyle }]);
  });

  it('does not carry what a slip leaves switched on into the next slip', () => {
    const slip = (name: string, leftOn = ''): string =>
      `${name}${leftOn}|small|CA/u/20180530150508|02a7b94ec3eeddc6aae5b1cb641cb5`;
    const { slips } = readInfoStruk(`\u001b@${slip('one', '\u001b!\u0001')}|${slip('two')}`, 2).document;
    expect(slips.map((each) => each.lines.map((line) => line.spans[0]?.style.font))).toEqual([
      ['A', 'B', 'B', 'B'],
      ['A', 'A', 'A', 'A'],
    ]);
  });
});

describe('slips', () => {
  it('gives the two-month sample as two slips, each from its bank to its hash', () => {
    const slips = texts(plnPostpaidTwoMonths, 2);
    expect(slips).toHaveLength(2);
    for (const slip of slips) {
      expect(slip[1]).toBe('PT. BANK BUKOPIN, TBK');
      expect(slip.at(-1)).toBe('02a7b94ec3eeddc6aae5b1cb641cb5');
    }
    expect(slips[0]).toContain('BL/TH : FEB16');
    expect(slips[1]).toContain('BL/TH : MAR16');
  });

  it.each([
    ['prepaid', plnPrepaid],
    ['non-taglis', plnNontaglis],
    ['Telkom', telkomPstn],
  ])('gives the %s sample as one slip with nothing dropped', (_, sample) => {
    const { document, dropped } = readInfoStruk(sample, 1);
    expect(document.slips).toHaveLength(1);
    expect(dropped).toEqual([]);
  });

  it('takes the biller’s own reprint (CU/) for the end of a slip as well', () => {
    const slip = 'x|CU/u/20180530150508|02a7b94ec3eeddc6aae5b1cb641cb502|';
    expect(texts(slip + slip, 2)).toHaveLength(2);
  });

  it.each([1, 3, 0, -1, Number.NaN])(
    'is one slip where %d were expected and the text has two',
    (expected) => {
      expect(texts(plnPostpaidTwoMonths, expected)).toHaveLength(1);
    },
  );

  it('is one slip where words follow the last hash', () => {
    expect(texts(`${plnPostpaidTwoMonths}PROMO`, 2)).toHaveLength(1);
    expect(texts(`${plnPostpaidTwoMonths}PROMO`, 3)).toHaveLength(1);
  });

  it('does not take a reference of 32 digits for the end of a slip', () => {
    expect(texts('VSI REF :|E29AF7F5547E4C68B928908A551DAB34|a', 1)[0]).toHaveLength(3);
  });
});

describe('what is dropped', () => {
  it.each([
    ['the drawer', '\u001bp\u0000\u0019\u00fa', ['ESC p']],
    ['the drawer, at once', '\u0010\u0014\u0001\u0000\u0001', ['DLE DC4']],
    ['a cut without an argument for the feed', '\u001dV\u0000', ['GS V']],
    ['a cut with one', '\u001dVB\u0000', ['GS V']],
    ['the old cuts', '\u001bi\u001bm', ['ESC i', 'ESC m']],
    ['a status request', '\u0010\u0004\u0001', ['DLE EOT']],
    ['a longer status request', '\u0010\u0004\u0007\u0001', ['DLE EOT']],
    ['a bit image of 8 dots', '\u001b*\u0000\u0003\u0000abc', ['ESC *']],
    ['a bit image of 24 dots', '\u001b*!\u0002\u0000abcdef', ['ESC *']],
    ['a raster image', '\u001dv0\u0000\u0002\u0000\u0002\u0000a|cd', ['GS v']],
    ['a QR code', '\u001d(k\u0004\u00001P0x', ['GS (']],
    ['graphics with a long length', '\u001d8L\u0003\u0000\u0000\u00000p0', ['GS 8']],
    ['a barcode that ends with NUL', '\u001dk\u0004A|B\u0000', ['GS k']],
    ['a barcode with a length', '\u001dkI\u0003A|B', ['GS k']],
    ['a stored image', '\u001cp\u0001\u0000', ['FS p']],
    ['storing an image', '\u001cq\u0001\u0001\u0000\u0001\u000012345678', ['FS q']],
    ['tab stops', '\u001bD\u0008\u0010\u0000', ['ESC D']],
    ['user-defined characters', '\u001b&\u0003AB\u0001abc\u0002abcdef', ['ESC &']],
    ['feeds', '\u001bd\u0005\u001bJ\u0005', ['ESC d', 'ESC J']],
    ['code page and Chinese mode', '\u001bt\u0010\u001c&', ['ESC t', 'FS &']],
    ['alignment', '\u001ba\u0001', ['ESC a']],
    ['a counter', '\u001dC;1;2;3;4;5;', ['GS C']],
    ['an unknown command with its next code', '\u001bz', ['ESC z']],
    ['an unknown display command', '\u001fz', ['US z']],
    ['single controls', '\u0000\u0007\u007f\u0085', ['NUL', 'BEL', 'DEL', 'U+0085']],
    [
      'what cannot be seen',
      '\u202e\u2066\u200b\ufeff\u00ad',
      ['U+202E', 'U+2066', 'U+200B', 'U+FEFF', 'U+00AD'],
    ],
    ['half a character', '\ud83d', ['U+D83D']],
  ])('%s, with its arguments, and is counted by name', (_, control, names) => {
    expect(texts(`a${control}|b`)).toEqual([['a', 'b']]);
    expect(droppedNames(`a${control}|b`)).toEqual(names);
  });

  it('is counted', () => {
    expect(readInfoStruk('\u0000a\u001bp\u0000\u0001\u0001b\u0000', 1).dropped).toEqual([
      { name: 'NUL', count: 2 },
      { name: 'ESC p', count: 1 },
    ]);
  });

  it.each([
    '\u001b',
    '\u001bp',
    '\u001bp\u0000',
    '\u001b!',
    '\u001b*!\u00ff\u00ffabc',
    '\u001dv0',
    '\u0010',
    '\u001dk\u0004abc',
  ])('includes a sequence cut short at the end (%j)', (control) => {
    expect(texts(`a${control}`)).toEqual([['a']]);
    expect(droppedNames(`a${control}`)).toHaveLength(1);
  });

  it('leaves a line end after an unknown lead standing', () => {
    expect(texts('a\u001b|b\u001b\nc')).toEqual([['a', 'b', 'c']]);
  });

  it('does not let a lost NUL swallow the rest of the receipt', () => {
    const rest = 'x'.repeat(400);
    expect(texts(`\u001bD${rest}`)[0]?.[0]?.length).toBeGreaterThan(300);
  });

  it('puts a blank where a tab stood', () => {
    expect(texts('a\tb')).toEqual([['a b']]);
    expect(droppedNames('a\tb')).toEqual(['HT']);
  });
});

describe('any text at all', () => {
  it('is read without an exception, into printable spans without line ends', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyInfoStruk, fc.string({ unit: 'binary' })),
        fc.nat({ max: 4 }),
        (input, slips) => {
          const { document } = readInfoStruk(input, slips);
          expect(document.slips.length === 1 || document.slips.length === slips).toBe(true);
          for (const line of document.slips.flatMap((slip) => slip.lines)) {
            for (const span of line.spans) {
              expect(span.text).not.toBe('');
              expect(Array.from(span.text).every(isPrintable)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is read in a time that grows with its length only, up to 64,000 characters', () => {
    const hard = [
      '|',
      '\u001b',
      '\\',
      '\u0000',
      '\u001bD',
      ' ',
      'a\u001b!\u0001',
      '\u001b&\u0001\u0000\u00ff',
      '\u001cq\u00ff',
      'é',
    ];
    for (const piece of hard) {
      const input = piece.repeat(Math.floor(64_000 / piece.length));
      const before = performance.now();
      readInfoStruk(input, 1);
      // A quadratic reader takes many seconds for this.
      expect(performance.now() - before).toBeLessThan(1_500);
    }
  });
});
