import { assert, nat, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashGrouping } from '../../../../renderer/features/cash/cash-grouping.ts';
import { numberFromPaste, numberGrouping } from '../../../../renderer/features/number/number-grouping.ts';
import { readEdit } from '../../../../renderer/ui/grouped-input.ts';
import { defaultNumberRules } from '../../../../shared/products.ts';

describe('a grouped field', () => {
  it('keeps the caret behind the digit just typed', () => {
    expect(readEdit('5300', '53009', 5, null, numberGrouping)).toEqual({ clean: '53009', caret: 6 });
    expect(readEdit('53000000', '539 00 0000', 3, null, numberGrouping)).toEqual({
      clean: '539000000',
      caret: 3,
    });
  });

  it('deletes the digit before a blank where the blank was deleted', () => {
    // `5300| 0000`, the caret behind the blank, Backspace.
    expect(readEdit('53000000', '53000000', 4, 'backward', numberGrouping)).toEqual({
      clean: '5300000',
      caret: 3,
    });
  });

  it('deletes the digit behind a blank where the blank was deleted forward', () => {
    expect(readEdit('53001234', '53001234', 4, 'forward', numberGrouping)).toEqual({
      clean: '5300234',
      caret: 4,
    });
  });

  it('groups cash from the right', () => {
    expect(readEdit('35000', '350000', 6, null, cashGrouping)).toEqual({ clean: '350000', caret: 7 });
    expect(cashGrouping.clean('Rp 350.000,00')).toBe('350000');
    expect(cashGrouping.clean('p5')).toBe('5');
  });

  it('never puts the caret outside, whatever is typed wherever', () => {
    assert(
      property(stringMatching(/^\d{0,14}$/), string({ maxLength: 6 }), nat(20), (before, typed, at) => {
        const shown = numberGrouping.group(before);
        const place = Math.min(at, shown.length);
        const value = shown.slice(0, place) + typed + shown.slice(place);
        const edited = readEdit(before, value, place + typed.length, null, numberGrouping);
        expect(edited.caret).toBeGreaterThanOrEqual(0);
        expect(edited.caret).toBeLessThanOrEqual(numberGrouping.group(edited.clean).length);
        expect(edited.clean).toBe(numberGrouping.clean(value));
      }),
    );
  });
});

describe('a pasted number', () => {
  const rule = defaultNumberRules['pln-postpaid'];
  it('is cleaned', () => expect(numberFromPaste(' 5300-0000-0001\n', rule)).toBe('530000000001'));
  it('is found in a sentence', () =>
    expect(numberFromPaste('ID Pelanggan: 5300 0000 0001 (Budi)', rule)).toBe('530000000001'));
  it('is not guessed where two fit', () =>
    expect(numberFromPaste('530000000001; 530000000002', rule)).toBe('530000000001;530000000002'));
});
