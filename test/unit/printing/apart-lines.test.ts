import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import type { ComposedReceipt } from '../../../shared/receipt/compose.ts';
import { textOfLine, type Line } from '../../../shared/receipt/document.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { anyPrinter, anyStyle } from '../receipt/receipts.ts';
import { insertions } from './insertions.ts';

const anyLine: fc.Arbitrary<Line> = fc.record({
  align: fc.constantFrom('left', 'center', 'right'),
  spans: fc.array(
    fc.record({ text: fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), style: anyStyle }),
    {
      maxLength: 3,
    },
  ),
});

const anyLines = fc.array(anyLine, { maxLength: 5 });

describe('lines set apart', () => {
  it('are put between the bytes of the others, which stay as they are, in any style and place', () => {
    fc.assert(
      fc.property(
        anyLines,
        fc.array(anyLine, { minLength: 1, maxLength: 3 }),
        anyLines,
        anyPrinter,
        (...drawn) => {
          const [before, apart, after, paper] = drawn;
          const marked = apart.map((line): Line => ({ ...line, isApart: true }));
          const laidOut = (lines: readonly Line[]) =>
            layOutReceipt({ paper, slips: [{ lines }] } as unknown as ComposedReceipt);
          const without = laidOut([...before, ...after]);
          const withThem = laidOut([...before, ...marked, ...after]);
          const bytes = encodeReceipt(withThem);
          expect(insertions(encodeReceipt(without), bytes)).not.toEqual([]);

          const printed = readEscpos(bytes, paper).items.flatMap((item) =>
            item.kind === 'line' ? [item.line] : [],
          );
          const wanted = withThem.slips.flatMap(({ lines }) => lines);
          expect(printed.slice(0, wanted.length).map(textOfLine)).toEqual(wanted.map(textOfLine));
          expect(printed.slice(0, wanted.length).map(({ spans }) => spans)).toEqual(
            wanted.map(({ spans }) => spans),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
