import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padEdit, padKeys, type PadKey } from '../../../../../renderer/features/touch-pad/press-pad-key.ts';

/** The field's text after a key of the pad, and where its caret is. */
function after(text: string, start: number, end: number, key: PadKey): { text: string; caret: number } {
  const edit = padEdit(key, text.length, start, end);
  if (edit === null) return { text, caret: end };
  return {
    text: text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    caret: edit.start + edit.text.length,
  };
}

describe('the pad', () => {
  it('types what its keys say, one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...padKeys), { maxLength: 30 }), (keys) => {
        let typed = '';
        let expected = '';
        for (const key of keys) {
          typed = after(typed, typed.length, typed.length, key).text;
          if (key === 'clear') expected = '';
          else if (key === 'back') expected = expected.slice(0, -1);
          else expected += key;
        }
        expect(typed).toBe(expected);
      }),
    );
  });

  it('puts a digit in the place of what is selected, and deletes what is selected and no more', () => {
    expect(after('530000', 0, 6, '7')).toEqual({ text: '7', caret: 1 });
    expect(after('530000', 1, 3, 'back')).toEqual({ text: '5000', caret: 1 });
    expect(after('530000', 3, 3, 'back')).toEqual({ text: '53000', caret: 2 });
  });

  it('changes nothing where there is nothing to delete', () => {
    expect(padEdit('back', 4, 0, 0)).toBeNull();
    expect(padEdit('clear', 0, 0, 0)).toBeNull();
  });
});
