import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { plainStyle, type ReceiptDocument } from '../../../shared/receipt/document.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import { layOutReceipt, type LaidOutReceipt } from '../../../shared/receipt/layout.ts';
import { lineUnits, paperUnits } from '../../../shared/receipt/line-width.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import {
  plnNontaglis,
  plnPostpaidTwoMonths,
  plnPrepaid,
  telkomPstn,
} from '../../fixtures/receipt/info-struk.ts';
import type { ReceiptContext } from '../receipt/compose-receipt.ts';
import { anyInfoStruk, anyPaper, anyStyle, compose, composeText } from '../receipt/receipts.ts';
import { renderPaper } from '../receipt/render-paper.ts';
import { tokensByNpos, unsafeTokens } from './independent-reader.ts';

const encodeText = (text: string, slips: number, context: Partial<ReceiptContext> = {}): Uint8Array =>
  encodeReceipt(layOutReceipt(composeText(text, slips, context)));

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const shop = { name: 'Loket Bu Sri', address: 'Jl. Nangka Raya No. 1000, Jagakarsa, Jakarta Selatan' };

describe('the bytes of a receipt', () => {
  it('begin with initialise, Chinese mode off and code page 0, and end with the feed to the tear bar', () => {
    expect(latin1(encodeText('ab||c', 1))).toBe('\x1b@\x1c.\x1bt\0ab\n\nc\n\n\n\n\n');
  });

  it('say a style once where it changes, and go back to plain before an empty line and the feed', () => {
    expect(latin1(encodeText('a\x1b!\x10b\x1b!\x10c|d||e', 1))).toBe(
      '\x1b@\x1c.\x1bt\0a\x1b!\x10bc\nd\n\x1b!\0\n\x1b!\x10e\n\x1b!\0\n\n\n\n',
    );
  });

  it('say an alignment once where it changes, before the line', () => {
    const bytes = encodeText('a', 1, { shop: { name: 'X', address: 'Y' } });
    expect(latin1(bytes)).toBe('\x1b@\x1c.\x1bt\0\x1ba\x01\x1b!\x28X\n\x1b!\0Y\n\x1ba\0\na\n\n\n\n\n');
  });

  it('set the digits of a token in double height and change the mode after them', () => {
    const bytes = latin1(encodeText(plnPrepaid, 1, { shop }));
    expect(bytes).toContain('STROOM/TOKEN :\n\x1b!\x106722 0840 8781 8484 1314 \n\x1b!\x01Info');
    const last = latin1(encodeText('\x1b!\x106722 0840 8781 8484 1314', 1));
    expect(last).toContain('\x1b!\x106722 0840 8781 8484 1314\n\x1b!\0\n');
  });

  it('cut after each slip where the paper has a cutter, at the beginning of a line', () => {
    const bytes = latin1(encodeText(plnPostpaidTwoMonths, 2, { paper: printerProfiles['80mm'] }));
    expect(bytes.split('\n\n\n\n\x1dVB\0')).toEqual([
      expect.stringMatching(/^\x1b@\x1c\.\x1bt\0PT\. BANK[^\x1d]*FEB16[^\x1d]*$/),
      expect.stringMatching(/^\x1b@\x1c\.\x1bt\0PT\. BANK[^\x1d]*MAR16[^\x1d]*$/),
      '',
    ]);
  });

  it('never cut where there is no cutter', () => {
    expect(latin1(encodeText(plnPostpaidTwoMonths, 2))).not.toContain('\x1d');
  });

  it('lie in memory of their own, fit to cross a process border', () => {
    const bytes = encodeText('a', 1);
    expect(bytes.buffer.byteLength).toBe(bytes.byteLength);
    expect(Buffer.isBuffer(bytes)).toBe(false);
  });

  it.each(['a\x1bp0', 'a\n', 'caf\xe9', '\u011b', '\u2028'])(
    'are refused for text that did not go through the layout (%j), and the next receipt is whole',
    (text) => {
      const smuggled = {
        paper: printerProfiles['58mm'],
        slips: [{ lines: [{ align: 'left', spans: [{ text, style: plainStyle }] }] }],
      } as unknown as LaidOutReceipt;
      expect(() => encodeReceipt(smuggled)).toThrow(/not ASCII/);
      expect(latin1(encodeText('ab', 1))).toBe('\x1b@\x1c.\x1bt\0ab\n\n\n\n\n');
    },
  );

  it('are all of a long receipt, and another one does not reach into them', () => {
    const lines = Array.from({ length: 390 }, (_, index) => `${index}`.padStart(32, '.'));
    const long = encodeText(lines.join('|').repeat(2).replaceAll('..', 'ab'), 1, { copy: 1 });
    const slips = Array.from({ length: 5 }, () => lines).map(
      (each) => `${each.join('|')}|CA/u/2|${'0'.repeat(32)}|`,
    );
    const longer = encodeText(slips.join(''), 5);
    expect(longer.length).toBeGreaterThan(60_000);
    expect(latin1(longer).split('\x1b@')).toHaveLength(6);
    const before = latin1(long);
    encodeText('x'.repeat(5000), 1);
    expect(latin1(long)).toBe(before);
  });
});

describe('the biller’s four samples, as they stand on paper', () => {
  const fixture = (name: string): string =>
    readFileSync(new URL(`../../fixtures/receipt/${name}.txt`, import.meta.url), 'utf8');

  const samples: readonly (readonly [
    name: string,
    text: string,
    slips: number,
    context: Partial<ReceiptContext>,
  ])[] = [
    ['pln-postpaid-58mm', plnPostpaidTwoMonths, 2, { shop }],
    ['pln-prepaid-58mm', plnPrepaid, 1, { shop }],
    ['pln-nontaglis-58mm', plnNontaglis, 1, { shop }],
    ['telkom-pstn-58mm', telkomPstn, 1, { shop }],
    [
      'pln-postpaid-80mm-training-copy',
      plnPostpaidTwoMonths,
      2,
      { shop, ledger: 'training', copy: 2, paper: printerProfiles['80mm'] },
    ],
    ['pln-prepaid-58mm-sandbox', plnPrepaid, 1, { ledger: 'sandbox' }],
  ];

  it.each(samples)('%s', (name, text, slips, context) => {
    const bytes = encodeText(text, slips, context);
    expect(unsafeTokens(bytes)).toEqual([]);
    expect(renderPaper(readEscpos(bytes))).toBe(fixture(name));
  });
});

const anyContext: fc.Arbitrary<ReceiptContext> = fc.record({
  ledger: fc.constantFrom(...ledgerKinds),
  copy: fc.nat({ max: 3 }),
  shop: fc.record({ name: anyInfoStruk, address: fc.string({ unit: 'binary', maxLength: 80 }) }),
  paper: anyPaper,
});

describe('whatever a server sends', () => {
  it('only the safe subset reaches the printer, as an independent reader sees it', () => {
    fc.assert(
      fc.property(anyInfoStruk, fc.nat({ max: 3 }), anyContext, (text, slips, context) => {
        expect(unsafeTokens(encodeText(text, slips, context))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('the independent reader would have seen a drawer, a cut or a status request', () => {
    const stream = (codes: string): Uint8Array => Buffer.from(codes, 'latin1');
    expect(unsafeTokens(stream('a\n\x1bp\0\x19\xfab\n'))).toHaveLength(1);
    expect(unsafeTokens(stream('a\n\x10\x04\x01b\n'))).toHaveLength(1);
    expect(unsafeTokens(stream('a\x1dVB\0'))).toHaveLength(1);
    expect(unsafeTokens(stream('a\n\x1dVB\0b\n'))).toHaveLength(1);
    expect(unsafeTokens(stream('a\n\x1dV\0'))).toHaveLength(1);
    expect(unsafeTokens(stream('caf\xe9\n'))).toHaveLength(1);
    expect(() => unsafeTokens(stream('a\n\x1bi'))).toThrow();
  });

  it('there is one cut a slip where there is a cutter, and none else', () => {
    fc.assert(
      fc.property(anyInfoStruk, anyContext, (text, context) => {
        const receipt = layOutReceipt(composeText(text, 1, context));
        const cuts = tokensByNpos(encodeReceipt(receipt)).filter(({ name }) => name === 'GS V');
        expect(cuts).toHaveLength(context.paper.cutter === 'none' ? 0 : receipt.slips.length);
      }),
    );
  });
});

const anyDocument: fc.Arbitrary<ReceiptDocument> = fc.record({
  slips: fc.array(
    fc.record({
      lines: fc.array(
        fc.record({
          align: fc.constantFrom('left', 'center', 'right'),
          spans: fc.array(
            fc.record({ text: fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), style: anyStyle }),
            { maxLength: 3 },
          ),
        }),
        { maxLength: 8 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

describe('the reader of the preview', () => {
  it('gives back every line and style of any receipt, no line wider than the paper', () => {
    fc.assert(
      fc.property(anyDocument, anyContext, (document, context) => {
        const receipt = layOutReceipt(compose(document, context));
        const { items, skipped } = readEscpos(encodeReceipt(receipt));
        expect(skipped).toEqual([]);

        const { feedLines, cutter } = context.paper;
        let at = 0;
        for (const slip of receipt.slips) {
          const printed = items.slice(at, at + slip.lines.length);
          expect(printed).toEqual(
            slip.lines.map(({ align, spans }) => ({ kind: 'line', line: { align, spans } })),
          );
          at += slip.lines.length;
          for (const item of items.slice(at, at + feedLines))
            expect(item).toMatchObject({ kind: 'line', line: { spans: [] } });
          at += feedLines;
          if (cutter !== 'none') expect(items[at]).toEqual({ kind: 'cut' });
          at += cutter === 'none' ? 0 : 1;
        }
        expect(items).toHaveLength(at);

        for (const item of items) {
          if (item.kind === 'line') {
            expect(lineUnits(item.line.spans, context.paper)).toBeLessThanOrEqual(paperUnits(context.paper));
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
