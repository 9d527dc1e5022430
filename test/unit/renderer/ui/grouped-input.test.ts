import { array, assert, constantFrom, nat, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashGrouping } from '../../../../renderer/features/cash/cash-grouping.ts';
import { numberFromPaste, numberGrouping } from '../../../../renderer/features/number/number-grouping.ts';
import { nativeEdit, readEdit, standsAs } from '../../../../renderer/ui/grouped-input.ts';
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

describe('an edit before the browser makes it', () => {
  it('stands where no group begins or ends with it, and is ours where one does', () => {
    const type = (value: string, data: string) => {
      const made = nativeEdit(value, value.length, value.length, 'insertText', data);
      if (made === null) throw new Error('not an edit');
      const edited = readEdit(numberGrouping.clean(value), made.value, made.caret, null, numberGrouping);
      return { shown: numberGrouping.group(edited.clean), stands: standsAs(made, edited, numberGrouping) };
    };
    expect(type('530', '0')).toEqual({ shown: '5300', stands: true });
    expect(type('5300', '0')).toEqual({ shown: '5300 0', stands: false });
    expect(type('5300', ' ')).toEqual({ shown: '5300', stands: false });
  });

  it('is left to the browser where a deletion may take more than one unit, or nothing', () => {
    expect(nativeEdit('5é', 2, 2, 'deleteContentBackward', null)).toBeNull();
    expect(nativeEdit('53', 0, 0, 'deleteContentBackward', null)).toBeNull();
    expect(nativeEdit('53', 2, 2, 'deleteContentForward', null)).toBeNull();
    expect(nativeEdit('53', 2, 2, 'deleteWordBackward', null)).toBeNull();
    expect(nativeEdit('53', 2, 2, 'historyUndo', null)).toBeNull();
    expect(nativeEdit('53', 1, 1, 'insertText', '😀')).toBeNull();
  });

  it('replaces what is selected, and deletes it whole', () => {
    expect(nativeEdit('5300 00', 2, 6, 'insertText', '9')).toEqual({ value: '5390', caret: 3 });
    expect(nativeEdit('5300 00', 2, 6, 'deleteContentBackward', null)).toEqual({ value: '530', caret: 2 });
    expect(nativeEdit('5300 00', 2, 6, 'deleteContentForward', null)).toEqual({ value: '530', caret: 2 });
  });

  it('loses no digit and keeps their order, however many are typed and taken back at the end', () => {
    const key = constantFrom(...Array.from('0123456789'), 'back');
    assert(
      property(
        array(key, { maxLength: 60 }),
        constantFrom(numberGrouping, cashGrouping),
        (keys, grouping) => {
          let clean = '';
          let shown = '';
          let hand = '';
          for (const each of keys) {
            const isBack = each === 'back';
            hand = grouping.clean(isBack ? hand.slice(0, -1) : `${hand}${each}`);
            const how = isBack ? 'deleteContentBackward' : 'insertText';
            const made = nativeEdit(shown, shown.length, shown.length, how, isBack ? null : each);
            if (made === null) continue;
            const edited = readEdit(clean, made.value, made.caret, isBack ? 'backward' : null, grouping);
            clean = edited.clean;
            // The one that stands by itself is the browser's, the other is written.
            shown = standsAs(made, edited, grouping) ? made.value : grouping.group(clean);
            expect(edited.caret).toBe(shown.length);
          }
          expect(clean).toBe(hand);
          expect(shown).toBe(grouping.group(hand));
        },
      ),
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
