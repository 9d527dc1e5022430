import { cursorField } from '../../ui/cursor.ts';

/** The keys of the pad that are no digits. */
export const padKeys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', 'clear', '0', 'back', '000'] as const;
export type PadKey = (typeof padKeys)[number];

/** What a key of the pad makes of a field: the text that stands in the selection's place. */
export interface PadEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly inputType: 'insertText' | 'deleteContentBackward';
}

/** `null` where the key changes nothing. */
export function padEdit(key: PadKey, length: number, start: number, end: number): PadEdit | null {
  if (key === 'clear')
    return length === 0 ? null : { start: 0, end: length, text: '', inputType: 'deleteContentBackward' };
  if (key !== 'back') return { start, end, text: key, inputType: 'insertText' };
  if (start !== end) return { start, end, text: '', inputType: 'deleteContentBackward' };
  return start === 0 ? null : { start: start - 1, end, text: '', inputType: 'deleteContentBackward' };
}

/** The field that the pad types into: the one that has the focus, else the one where typing belongs. */
function fieldOfPad(): HTMLInputElement | null {
  const { activeElement } = document;
  const field = activeElement instanceof HTMLInputElement ? activeElement : cursorField();
  return field instanceof HTMLInputElement && !field.readOnly && !field.disabled ? field : null;
}

/** Types a key of the pad as the keyboard would: the field groups and checks it in its own way. */
export function pressPadKey(key: PadKey): void {
  const field = fieldOfPad();
  if (field === null) return;
  field.focus();
  const { length } = field.value;
  const edit = padEdit(key, length, field.selectionStart ?? length, field.selectionEnd ?? length);
  if (edit === null) return;
  field.setRangeText(edit.text, edit.start, edit.end, 'end');
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: edit.inputType, data: edit.text || null }),
  );
}
