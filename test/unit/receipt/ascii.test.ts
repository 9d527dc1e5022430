import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAscii } from '../../../shared/receipt/ascii.ts';

describe('text for a printer without a code page', () => {
  it.each([
    ['é à ç Ñ ü', 'e a c N u'],
    ['e\u0301', 'e'],
    ['2016 – 2018 — −1', '2016 - 2018 - -1'],
    ['“kutip” ‘satu’ «dua»', '"kutip" \'satu\' "dua"'],
    ['• satu', '* satu'],
    ['tunggu…', 'tunggu...'],
    ['Rp\u00a010.000', 'Rp 10.000'],
    ['½ №5 ™ ﬁ Ａ', '1/2 No5 TM fi A'],
    ['€5 → ø', 'EUR5 -> o'],
    ['印尼', '??'],
    ['😀', '?'],
    ['\ufdfa', '?'],
    ['a\u0000b', 'a?b'],
  ])('writes %j as %j', (text, ascii) => {
    expect(toAscii(text)).toBe(ascii);
  });

  it('leaves ASCII as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(toAscii(text)).toBe(text);
      }),
    );
  });

  it('never gives anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toAscii(text)).toMatch(/^[\x20-\x7e]*$/);
      }),
      { numRuns: 1000 },
    );
  });
});
