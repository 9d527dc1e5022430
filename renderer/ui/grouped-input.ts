/** How a field shows its text: what it takes out of what was typed, and how it groups the rest for the eye. */
export interface Grouping {
  readonly clean: (text: string) => string;
  readonly group: (clean: string) => string;
}

/** What stands in the field after an edit, and where the caret goes. */
export interface Edited {
  readonly clean: string;
  readonly caret: number;
}

export type Deletion = 'backward' | 'forward' | null;

/** Where the caret stands in the grouped text when `count` characters that matter are before it. */
function caretAfter(count: number, clean: string, { clean: cleanOf, group }: Grouping): number {
  const grouped = group(clean);
  if (count >= clean.length) return grouped.length;
  for (let caret = 0; caret <= grouped.length; caret += 1)
    if (cleanOf(grouped.slice(0, caret)).length >= count) return caret;
  return grouped.length;
}

/**
 * Reads what the browser made of an edit. `value` and `caret` are the field's after it; `before` is the clean text
 * before it. Deleting a separator would change nothing and pin the caret, so it takes the neighbour it hides.
 */
export function readEdit(
  before: string,
  value: string,
  caret: number,
  deletion: Deletion,
  grouping: Grouping,
): Edited {
  const clean = grouping.clean(value);
  const ahead = grouping.clean(value.slice(0, caret)).length;
  const onlySeparatorGone =
    deletion !== null && clean === before && value.length < grouping.group(before).length;
  if (!onlySeparatorGone) return { clean, caret: caretAfter(ahead, clean, grouping) };
  const index = deletion === 'backward' ? ahead - 1 : ahead;
  if (index < 0 || index >= clean.length) return { clean, caret: caretAfter(ahead, clean, grouping) };
  const shorter = clean.slice(0, index) + clean.slice(index + 1);
  return { clean: shorter, caret: caretAfter(index, shorter, grouping) };
}

/** What a browser makes of an edit: the text in the field and the caret after it. */
export interface NativeEdit {
  readonly value: string;
  readonly caret: number;
}

/** Text in which every character is one unit, so that a deletion takes one. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/**
 * What the browser is about to make of a field that holds `value` with `start`–`end` selected, in the words of its
 * `beforeinput`. `null` where that is not certain, or where it will make nothing of it.
 */
export function nativeEdit(
  value: string,
  start: number,
  end: number,
  inputType: string,
  data: string | null,
): NativeEdit | null {
  if (!isPlain(value)) return null;
  const without = (from: number, to: number, text = ''): NativeEdit => ({
    value: `${value.slice(0, from)}${text}${value.slice(to)}`,
    caret: from + text.length,
  });
  switch (inputType) {
    case 'insertText':
      return data === null || data === '' || !isPlain(data) ? null : without(start, end, data);
    case 'deleteContentBackward':
      if (start !== end) return without(start, end);
      return start === 0 ? null : without(start - 1, end);
    case 'deleteContentForward':
      if (start !== end) return without(start, end);
      return end === value.length ? null : without(start, end + 1);
    default:
      return null;
  }
}

/** Whether the browser's edit is already the text, grouped, with the caret where it belongs. */
export const standsAs = (made: NativeEdit, edited: Edited, { group }: Grouping): boolean =>
  group(edited.clean) === made.value && edited.caret === made.caret;
