import { err, ok, type Result } from '../../../shared/result.ts';

/** Levels of nesting. The deepest answer IAK documents has five. */
const deepest = 16;

/**
 * Reads JSON in which every name stands once. `JSON.parse` takes the last of two equal names, so that an answer
 * with two `price`s would be believed for one of them; here it is no answer.
 */
export function parseStrictJson(text: string): Result<unknown, 'unreadable'> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('unreadable');
  }
  return hasPlainShape(text) ? ok(value) : err('unreadable');
}

/** A string, with the colon that makes a name of it, or a bracket. */
const token = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g;

/** Whether `text`, which is JSON, is no deeper than any answer and has no name twice in one object. */
function hasPlainShape(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [whole, literal, colon] of text.matchAll(token)) {
    if (literal === undefined) {
      if (whole === '{' || whole === '[') open.push(new Set());
      else open.pop();
      if (open.length > deepest) return false;
    } else if (colon !== undefined) {
      // Two spellings of one name (`\u0070rice`) are one name.
      const name = String(JSON.parse(literal));
      const names = open.at(-1);
      if (names === undefined || names.has(name)) return false;
      names.add(name);
    }
  }
  return true;
}
