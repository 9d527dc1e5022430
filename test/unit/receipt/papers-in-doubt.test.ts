import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import type { ComposedReceipt } from '../../../shared/receipt/compose.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { papersInDoubt } from '../../fixtures/receipt/papers-in-doubt.ts';
import { unsafeTokens } from '../printing/independent-reader.ts';
import { renderPaper } from './render-paper.ts';

const folder = new URL('../../fixtures/receipt/in-doubt/', import.meta.url);

describe('a receipt that says less than a biller’s, as it stands on paper', () => {
  it.each(Object.entries<ComposedReceipt>(papersInDoubt))('%s', (name, receipt) => {
    const bytes = encodeReceipt(layOutReceipt(receipt));
    expect(unsafeTokens(bytes)).toEqual([]);
    expect(renderPaper(readEscpos(bytes))).toBe(readFileSync(new URL(`${name}.txt`, folder), 'utf8'));
  });

  it('has no text left over', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      Object.keys(papersInDoubt)
        .map((name) => `${name}.txt`)
        .toSorted(),
    );
  });
});
