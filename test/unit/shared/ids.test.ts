import { describe, expect, it } from 'vitest';
import { newOfferId, newPrintJobId, newQuoteId } from '../../../electron/app/new-id.ts';
import { isOfferId, isPrintJobId, isQuoteId } from '../../../shared/ids.ts';

const kinds = [
  ['quote', isQuoteId, newQuoteId],
  ['offer', isOfferId, newOfferId],
  ['print job', isPrintJobId, newPrintJobId],
] as const;

describe.each(kinds)('the id of a %s', (_name, isId, newId) => {
  it('is what we make', () => {
    expect(isId(newId())).toBe(true);
  });

  it('is never made twice', () => {
    const made = Array.from({ length: 1000 }, (): string => newId());
    expect(new Set(made).size).toBe(made.length);
  });

  it.each([
    [''],
    ['0'.repeat(31)],
    ['0'.repeat(33)],
    ['G'.repeat(32)],
    ['A'.repeat(32)],
    [`${'0'.repeat(32)}\n`],
    [` ${'0'.repeat(31)}`],
    [Number('1'.repeat(32))],
    [null],
    [undefined],
    [['0'.repeat(32)]],
  ])('is never %j', (value) => {
    expect(isId(value)).toBe(false);
  });
});
