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
import { anyInfoStruk, high, small, wide } from './receipts.ts';

const texts = (input: string, slips = 1): readonly (readonly string[])[] =>
  readInfoStruk(input, slips).document.slips.map((slip) => slip.lines.map(textOfLine));

const onlySlip = (input: string): readonly Line[] => readInfoStruk(input, 1).document.slips[0]?.lines ?? [];

const droppedNames = (input: string): readonly string[] =>
  readInfoStruk(input, 1).dropped.map(({ name }) => name);

describe('what an info_struk says', () => {
  it('takes |, LF, CR LF, LF CR and CR for one end of a line each', () => {
    expect(texts('a|b\nc\r\nd\n\re\rf')).toEqual([['a', 'b', 'c', 'd', 'e', 'f']]);
    expect(texts('a\r\rb\n\nc\r\n\r\nd|\ne')).toEqual([['a', '', 'b', '', 'c', '', 'd', '', 'e']]);
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

const bold = { ...plainStyle, bold: true };
const underlined = { ...plainStyle, underline: true };
const double = { ...wide, doubleHeight: true };
const spansOf = (input: string): Line['spans'] | undefined => onlySlip(input)[0]?.spans;

describe('a command of style', () => {
  it.each([
    ['ESC E on, by its lowest bit', '\x1bE\x01', bold],
    ['ESC E on, as a digit', '\x1bE1', bold],
    ['ESC E off, as a digit', '\x1b!\x08\x1bE0', plainStyle],
    ['ESC E off, whatever the other bits', '\x1b!\x08\x1bE\xfe', plainStyle],
    ['ESC - on', '\x1b-\x01', underlined],
    ['ESC - on, thick', '\x1b-\x02', underlined],
    ['ESC - on, as a digit', '\x1b-1', underlined],
    ['ESC - on, thick, as a digit', '\x1b-2', underlined],
    ['ESC - off', '\x1b!\x80\x1b-\0', plainStyle],
    ['ESC - off, as a digit', '\x1b!\x80\x1b-0', plainStyle],
    ['ESC M B', '\x1bM\x01', small],
    ['ESC M B, as a digit', '\x1bM1', small],
    ['ESC M A', '\x1b!\x01\x1bM\0', plainStyle],
    ['ESC M A, as a digit', '\x1b!\x01\x1bM0', plainStyle],
    ['GS ! width', '\x1d!\x10', wide],
    ['GS ! height', '\x1d!\x01', high],
    ['GS ! both', '\x1d!\x11', double],
    ['GS ! above double', '\x1d!\x73', double],
    ['GS ! bits that mean nothing', '\x1d!\x88', plainStyle],
    ['GS ! back to single', '\x1b!\x30\x1d!\0', plainStyle],
  ])('%s', (_, commands, expected) => {
    expect(spansOf(`${commands}a`)).toEqual([{ text: 'a', style: expected }]);
    expect(droppedNames(`${commands}a`)).toEqual([]);
  });

  it.each(['\x1b-\x03', '\x1b-3', '\x1bM\x02', '\x1bM2', '\x1bMa', '\x1ba\x03', '\x1ba3'])(
    'is dropped and counted with an argument that no maker knows (%j)',
    (command) => {
      expect(onlySlip(`${command}a`)).toEqual([{ align: 'left', spans: [{ text: 'a', style: plainStyle }] }]);
      expect(droppedNames(`${command}a`)).toHaveLength(1);
    },
  );

  it('holds until the last one that concerns the same part: ESC ! and GS ! for size', () => {
    expect(spansOf('\x1d!\x11\x1b!\x10a')).toEqual([{ text: 'a', style: high }]);
    expect(spansOf('\x1b!\x30\x1d!\x01a')).toEqual([{ text: 'a', style: high }]);
  });

  it('holds until the last one that concerns the same part: ESC ! and ESC E, ESC -, ESC M', () => {
    expect(spansOf('\x1bE\x01\x1b-\x01\x1bM\x01\x1b!\0a')).toEqual([{ text: 'a', style: plainStyle }]);
    expect(spansOf('\x1b!\x89\x1bE\0\x1b-\0\x1bM\0a')).toEqual([{ text: 'a', style: plainStyle }]);
  });

  it('leaves the other parts as they are', () => {
    const all = { font: 'B', bold: true, doubleHeight: true, doubleWidth: true, underline: true } as const;
    expect(spansOf('\x1b!\x01\x1bE\x01\x1b-\x01\x1d!\x11a')).toEqual([{ text: 'a', style: all }]);
    expect(spansOf('\x1b!\xb9\x1d!\0a')).toEqual([
      { text: 'a', style: { ...all, doubleHeight: false, doubleWidth: false } },
    ]);
  });

  it('takes | for its argument before it looks for line ends', () => {
    // 0x7C: ESC E off by its lowest bit, GS ! wide by bits 4 to 6 and high by bit 2.
    expect(spansOf('\x1bE\x01a\x1bE|b')).toEqual([
      { text: 'a', style: bold },
      { text: 'b', style: plainStyle },
    ]);
    expect(spansOf('\x1d!|a')).toEqual([{ text: 'a', style: double }]);
  });

  it('has no argument in a character that is no byte: that one is text', () => {
    expect(spansOf('\x1bE\u20ac 5')).toEqual([{ text: '\u20ac 5', style: plainStyle }]);
    expect(spansOf('\x1b!\u0110a\x1ba\u0101')).toEqual([{ text: '\u0110a\u0101', style: plainStyle }]);
    expect(droppedNames('\x1bE\u20ac 5')).toEqual(['ESC E']);
  });

  it('goes with an argument that was lost in decoding, and changes nothing', () => {
    expect(spansOf('\x1b!\ufffda')).toEqual([{ text: 'a', style: plainStyle }]);
    expect(spansOf('\x1bp\0\x19\ufffda')).toEqual([{ text: 'a', style: plainStyle }]);
  });
});

describe('alignment', () => {
  const aligns = (input: string): readonly string[] =>
    onlySlip(input).map((line) => `${line.align} ${textOfLine(line)}`);

  it('holds from the line at whose beginning it comes until it is changed', () => {
    expect(aligns('a|\x1ba\x01b|c|\x1ba2d|\x1ba0e')).toEqual([
      'left a',
      'center b',
      'center c',
      'right d',
      'left e',
    ]);
  });

  it('does nothing in the middle of a line, as in printers, and is counted', () => {
    expect(aligns('a\x1ba\x01b|c')).toEqual(['left ab', 'left c']);
    expect(droppedNames('a\x1ba\x01b|c')).toEqual(['ESC a']);
  });

  it('can still come after what does not print', () => {
    expect(aligns('\x1b!\x10\0\x1ba1a')).toEqual(['center a']);
  });

  it('goes back to the left at ESC @, but the line under way stays where it is', () => {
    expect(aligns('\x1ba\x01a|\x1b@b')).toEqual(['center a', 'left b']);
    expect(aligns('\x1ba\x01a\x1b@b|c')).toEqual(['center ab', 'left c']);
  });

  it('is not carried into the next slip', () => {
    const slip = (first: string): string => `${first}|CA/u/20180530150508|02a7b94ec3eeddc6aae5b1cb641cb5|`;
    const { slips } = readInfoStruk(slip('\x1ba\x01one') + slip('two'), 2).document;
    expect(slips.map((each) => each.lines.map(({ align }) => align))).toEqual([
      ['center', 'center', 'center'],
      ['left', 'left', 'left'],
    ]);
  });
});

describe('a tab', () => {
  it('is blanks up to the next multiple of eight columns', () => {
    expect(texts('a\tb|1234567\tb|12345678\tb|\tb|\t\tb')).toEqual([
      ['a       b', '1234567 b', `12345678${' '.repeat(8)}b`, `${' '.repeat(8)}b`, `${' '.repeat(16)}b`],
    ]);
    expect(droppedNames('a\tb')).toEqual([]);
  });

  it('counts two columns for a character of double width, and sets blanks of single width', () => {
    expect(spansOf('\x1b!\x20abc\td')).toEqual([
      { text: 'abc', style: wide },
      { text: '  ', style: plainStyle },
      { text: 'd', style: wide },
    ]);
  });

  it('counts one column for a character of font B', () => {
    expect(spansOf('\x1b!\x01abc\td')).toEqual([{ text: 'abc     d', style: small }]);
  });

  it('is not underlined', () => {
    expect(spansOf('\x1b-\x01ab\tc')).toEqual([
      { text: 'ab', style: underlined },
      { text: '      ', style: plainStyle },
      { text: 'c', style: underlined },
    ]);
  });

  it('counts what will be printed: three dots for an ellipsis, nothing for what cannot be seen', () => {
    expect(texts('\u2026\tb|a\u200b\0\tb|TARIF\\/DAYA\tb')).toEqual([
      [`\u2026${' '.repeat(5)}b`, `a${' '.repeat(7)}b`, `TARIF/DAYA${' '.repeat(6)}b`],
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
    ['a counter', '\u001dC;1;2;3;4;5;', ['GS C']],
    ['an unknown command with its next code', '\u001bz', ['ESC z']],
    ['an unknown display command', '\u001fz', ['US z']],
    ['display commands', '\u001f$\u0001\u0002\u001fX4\u001fB', ['US $', 'US X', 'US B']],
    ['a setting of a display', '\u001f(E\u0002\u0000\u0004\u000a', ['US (']],
    ['user memory', '\u001cg1\u0000\u0000\u0000\u0000\u0000\u0003\u0000a|b', ['FS g']],
    ['a downloaded image', '\u001d*\u0001\u00011234567|', ['GS *']],
    ['a QR code of clones', '\u001bZ\u0000L\u0006\u0003\u0000a|b', ['ESC Z']],
    ['a bitmap file', `\u001dD0C0ab\u0000\u0000BM\u000f\u0000\u0000\u0000a|bcdefgh`, ['GS D']],
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
});

describe('a list of tab stops', () => {
  it('ends at NUL, at a stop that is not beyond the one before it, and after 32', () => {
    const ascending = String.fromCharCode(...Array.from({ length: 32 }, (_, index) => 65 + index));
    expect(texts('\x1bD\x08\x10\0a')).toEqual([['a']]);
    expect(texts('\x1bD\x08\x10\x08a')).toEqual([['a']]);
    expect(texts('\x1bDIDPEL : 1')).toEqual([['DPEL : 1']]);
    expect(texts(`\x1bD${ascending}\0xyz`)).toEqual([['xyz']]);
    expect(texts(`\x1bD${ascending}xyz`)).toEqual([['xyz']]);
  });
});

describe('a sequence that claims more than there is', () => {
  const claims = [
    ['QR code', '\x1d(k\xff\xff'],
    ['graphics', '\x1d8L\xff\xff\xff\xff'],
    ['raster image', '\x1dv0\0\xff\xff\xff\xff'],
    ['bit image', '\x1b*!\xff\xff'],
    ['barcode with a length', '\x1dkI\xff'],
    ['barcode without its NUL', '\x1dk\x04'],
    ['stored images', '\x1cq\xff\xff\xff\xff\xff'],
    ['user-defined characters', '\x1b&\xff\0\xff\xff'],
    ['user memory', '\x1cg1\0\0\0\0\0\xff\xff'],
    ['downloaded image', '\x1d*\xff\xff'],
    ['QR code of clones', '\x1bZ\0L\x06\xff\xff'],
  ] as const;

  it.each(claims)('does not make the text after it disappear: %s', (_, claim) => {
    const text = `${claim}6722 0840 8781 8484 1314|TERIMA KASIH|`;
    expect(texts(text)).toEqual([['6722 0840 8781 8484 1314', 'TERIMA KASIH']]);
    expect(readInfoStruk(text, 1).dropped).toEqual([{ name: expect.any(String) as string, count: 1 }]);
  });

  it.each(claims)('keeps the style that is set right before the text: %s', (_, claim) => {
    expect(onlySlip(`${claim}\x1b@\x1b!8\x1ba\x016722 0840 8781`)).toEqual([
      { align: 'center', spans: [{ text: '6722 0840 8781', style: { ...double, bold: true } }] },
    ]);
  });

  it('loses data of an image with fewer than twelve characters of text in a row', () => {
    const data = '\xff\0|ab\x1bz~cd\xff12345678901\x1dZ\0'.repeat(40);
    expect(texts(`a|\x1b*!\xff\xff${data}`)).toEqual([['a']]);
    expect(texts(`a|\x1b*!\xff\xff${data}TERIMA KASIH`)).toEqual([['a', 'TERIMA KASIH']]);
  });

  it('shows its arguments at worst, where they look like text', () => {
    expect(texts('\x1d(kPPTERIMA KASIH')).toEqual([['kPPTERIMA KASIH']]);
    expect(texts('\x1dC;1;TERIMA KASIH')).toEqual([[';1;TERIMA KASIH']]);
  });

  it('ends before a character that is no byte, which is text', () => {
    expect(texts('\x1d(k\x03\0\u2026|b')).toEqual([['\u2026', 'b']]);
    expect(texts('\x1bp\0\u2026')).toEqual([['\u2026']]);
  });

  it('is swallowed with all its arguments where they are there, though they look like text', () => {
    expect(texts('a\x1d(k\x1c\0TERIMA KASIH|TERIMA KASIH|12|b')).toEqual([['a', 'b']]);
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
      '\t',
      '\u001d(k\u00ff\u00ff',
      '\u001d(k\u00ff\u00ff\u20ac',
      '\u001d(k\u00ff\u00ffTERIMA KASIH',
      '\u001b&\u0000a\ufffdTERIMA KASIH',
      '\u001cq\ufffd\u0000\u0000\u0000\u0000TERIMA KASIH',
      `\u001d(k\u00ff\u00ff${'\u001b!\u0001'.repeat(200)}`,
      `\u001d(k\u00ff\u00ff${'TERIMA KASI\u0000'.repeat(200)}`,
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
