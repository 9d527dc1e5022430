import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { toAscii } from '../../../shared/receipt/ascii.ts';
import { textOfLine } from '../../../shared/receipt/document.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { printModeOf } from '../../../shared/receipt/print-mode.ts';
import { readAllowed } from './printed-bytes.ts';
import { anyInfoStruk, composeText } from './receipts.ts';
import { anyClaim, anyPieces, anyStump, type Piece } from './sent-pieces.ts';

const papers = [
  [printerProfiles['58mm'], 384],
  [printerProfiles['80mm'], 576],
] as const;

const anyLatin1: fc.Arbitrary<string> = fc
  .uint8Array({ maxLength: 600, size: 'max' })
  .map((bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const withoutBlanks = (text: string): string => text.replaceAll(' ', '');

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part[at]) at += 1;
  return at === part.length;
}

describe('whatever bytes or characters a text is made of', () => {
  it.each(papers)('only what is allowed comes out, and no line wider than the paper (%#)', (paper, dots) => {
    fc.assert(
      fc.property(
        fc.oneof(anyLatin1, anyInfoStruk, fc.string({ unit: 'binary', maxLength: 300 })),
        fc.nat({ max: 3 }),
        (text, slips) => {
          const lines = readAllowed(encodeReceipt(layOutReceipt(composeText(text, slips, { paper }))));
          for (const { widthDots } of lines) expect(widthDots).toBeLessThanOrEqual(dots);
          const sent = toAscii(text.replaceAll(/\\[|/]/g, '/'));
          expect(isSubsequence(withoutBlanks(lines.map((line) => line.text).join('')), sent)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('all that prints is printed in its order where there is no command', () => {
    const noLead = anyLatin1.map((text) => text.replaceAll(/[\x10\x1b-\x1d\x1f\x80-\xff]/g, ''));
    fc.assert(
      fc.property(noLead, (text) => {
        const lines = readAllowed(encodeReceipt(layOutReceipt(composeText(text, 1))));
        expect(withoutBlanks(lines.map((line) => line.text).join(''))).toBe(
          text.replaceAll(/\\[|/]/g, '/').replaceAll(/[^!-{}~]/g, ''),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

interface ModelLine {
  readonly align: string;
  /** Each character with the bits of its style. */
  readonly cells: readonly string[];
}

/** What a printer with all these modes makes of the pieces; at ESC @ it would lose the line under way, which we keep. */
function onPaper(pieces: readonly Piece[]): readonly ModelLine[] {
  const lines: ModelLine[] = [];
  let cells: string[] = [];
  let mode = 0;
  let align = 'left';
  let lineAlign = 'left';
  const put = (text: string, bits: number): void => {
    for (const character of text) cells.push(`${bits} ${character}`);
  };
  const endLine = (): void => {
    lines.push({ align: lineAlign, cells });
    cells = [];
    lineAlign = align;
  };
  for (const { effect } of pieces) {
    const isLineStart = cells.length === 0;
    if (effect.kind === 'text') put(effect.text, mode);
    else if (effect.kind === 'line-end') endLine();
    else if (effect.kind === 'tab') {
      const columns = cells.reduce((sum, cell) => sum + (Number.parseInt(cell, 10) & 0x20 ? 2 : 1), 0);
      put(' '.repeat(8 - (columns % 8)), mode & ~0xa0);
    } else if (effect.kind === 'mode') mode = (mode & ~effect.clear) | effect.set;
    else if (effect.kind === 'align' && isLineStart) {
      align = effect.align;
      lineAlign = align;
    } else if (effect.kind === 'reset') {
      mode = 0;
      align = 'left';
      if (isLineStart) lineAlign = 'left';
    }
  }
  endLine();
  return lines.filter((line) => line.cells.some((cell) => !cell.endsWith('  ')));
}

const read = (text: string): readonly ModelLine[] =>
  readInfoStruk(text, 1)
    .document.slips.flatMap((slip) => slip.lines)
    .map(({ align, spans }) => ({
      align,
      cells: spans.flatMap(({ text: characters, style }) =>
        Array.from(characters, (character) => `${printModeOf(style)} ${character}`),
      ),
    }))
    .filter((line) => line.cells.some((cell) => !cell.endsWith('  ')));

const sentBy = (pieces: readonly Piece[]): string => pieces.map(({ sent }) => sent).join('');

describe('a text of which is known what a printer makes of it', () => {
  it('is read as it, character for character, with style, alignment and tabs, and no argument as text', () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        expect(read(sentBy(pieces))).toEqual(onPaper(pieces));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same with a command after it that is cut short', () => {
    fc.assert(
      fc.property(anyPieces, anyStump, (pieces, stump) => {
        expect(read(sentBy(pieces) + stump)).toEqual(onPaper(pieces));
      }),
      { numRuns: 500 },
    );
  });
});

const anyWords = fc.array(fc.stringMatching(/^[A-Z][0-9A-Z :/.]{14,30}[0-9A-Z]$/), {
  minLength: 1,
  maxLength: 60,
});

describe('a command that claims more than there is', () => {
  it('takes no word of the lines after it with it', () => {
    fc.assert(
      fc.property(anyWords, fc.nat(), anyClaim, (words, place, claim) => {
        const at = place % words.length;
        const text = words.map((line, index) => (index === at ? claim + line : line)).join('|');
        const lines = readInfoStruk(text, 1).document.slips.flatMap((slip) => slip.lines.map(textOfLine));
        expect(
          lines.map((line, index) => (index === at ? line.slice(-(words[at] ?? '').length) : line)),
        ).toEqual(words);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes none with it however many there are', () => {
    fc.assert(
      fc.property(anyWords, fc.array(anyClaim, { minLength: 1, maxLength: 60 }), (words, claims) => {
        const text = words.map((line, index) => (claims[index] ?? '') + line).join('|');
        const printed = readInfoStruk(text, 1)
          .document.slips.flatMap((slip) => slip.lines.map(textOfLine))
          .join('|');
        expect(isSubsequence(words.join('|'), printed)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
