import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTolerantJson } from '../../../electron/billers/teleanjar/tolerant-json.ts';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { z } from '../../../shared/zod.ts';
import { tokensByNpos } from './independent-reader.ts';
import { composeReceipt } from '../receipt/compose-receipt.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/teleanjar');
const fixture = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');

/** From the reply as the document prints it to the bytes for a live receipt. */
function printedSample(paper: keyof typeof printerProfiles) {
  const reply = parseTolerantJson(fixture('payment-pln-prepaid.txt'));
  if (!reply.ok) throw new Error('the sample cannot be read');
  const { info_struk } = z.object({ info_struk: z.string() }).parse(reply.value.value);
  const { document } = readInfoStruk(info_struk, 1);
  const shop = { name: '', address: '' };
  const context = { ledger: 'live', copy: 0, shop, paper: printerProfiles[paper] } as const;
  return tokensByNpos(encodeReceipt(layOutReceipt(composeReceipt(document, context))));
}

/** The lines of a stream with the print mode each began in, as npos tells its tokens. */
function linesOf(tokens: ReturnType<typeof tokensByNpos>) {
  const lines: { text: string; modes: number[] }[] = [{ text: '', modes: [] }];
  let mode = 0;
  for (const { name, rest } of tokens) {
    if (name === 'ESC !') mode = rest.charCodeAt(0);
    if (name !== 'text') continue;
    rest.split('\n').forEach((part, index) => {
      if (index > 0) lines.push({ text: '', modes: [] });
      const line = lines.at(-1);
      if (line === undefined || part === '') return;
      line.text += part;
      line.modes.push(mode);
    });
  }
  return lines;
}

const withoutBlankEnds = (lines: readonly string[]): readonly string[] => {
  const first = lines.findIndex((line) => line !== '');
  return lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
};

describe('the document’s prepaid receipt, as an independent reader has it from the bytes', () => {
  it.each(['58mm', '80mm'] as const)('has the expected lines on %s paper, none wider than that', (paper) => {
    const lines = linesOf(printedSample(paper));
    const expected = fixture('payment-pln-prepaid.receipt.txt').split('\n');
    expect(withoutBlankEnds(lines.map((line) => line.text.trimEnd()))).toEqual(
      withoutBlankEnds(expected.map((line) => line.trimEnd())),
    );
    const { A, B } = printerProfiles[paper].columns;
    for (const { text, modes } of lines) {
      const isSmall = modes.length > 0 && modes.every((mode) => (mode & 1) === 1);
      expect(text.length, text).toBeLessThanOrEqual(isSmall ? B : A);
    }
  });

  it('sets the token in double height, and leaves that mode right after it', () => {
    const tokens = printedSample('58mm');
    const at = tokens.findIndex(({ name, rest }) => name === 'text' && rest.startsWith('6722 0840'));
    expect(tokens[at]?.rest.trimEnd()).toBe('6722 0840 8781 8484 1314');
    expect(tokens[at - 1]).toEqual({ name: 'ESC !', rest: '\u0010' });
    expect(tokens[at + 1]).toEqual({ name: 'ESC !', rest: '\u0001' });
    expect(tokens[at + 2]?.rest).toContain('Info Lebih Lanjut Hub 123 atau pln.co.id');
  });
});
