import type { Field, Written } from './written.ts';

/** A nesting that no reply has, so that reading one never runs out of stack. */
const deepest = 200;

/**
 * Reads JSON, and what is nearly JSON, name for name as it is written; `undefined` where not even that can be made of
 * it. It takes more than any reader of ours may: whether a text is JSON at all is for `JSON.parse` to say.
 */
export function readJson(source: string): Written | undefined {
  let at = 0;
  const fail = (): never => {
    throw new Unreadable();
  };
  const blanks = (): void => {
    while (/\s/.test(source.charAt(at))) at += 1;
  };
  const take = (character: string): void => {
    blanks();
    if (source.charAt(at) !== character) fail();
    at += 1;
  };

  function value(depth: number): Written {
    if (depth > deepest) fail();
    blanks();
    const first = source.charAt(at);
    if (first === '{') return { is: 'fields', fields: between('{', '}', () => field(depth)) };
    if (first === '[') return { is: 'list', items: between('[', ']', () => value(depth + 1)) };
    if (first === '"') return string();
    unquoted.lastIndex = at;
    const plain = unquoted.exec(source)?.[0] ?? fail();
    at += plain.length;
    return plain === 'true' || plain === 'false' || plain === 'null'
      ? { is: 'word', word: plain }
      : { is: 'number', digits: plain };
  }

  /** Items with commas between them, and perhaps one where nothing follows. */
  function between<T>(open: string, close: string, item: () => T): readonly T[] {
    take(open);
    const items: T[] = [];
    for (;;) {
      blanks();
      if (source.charAt(at) === close) break;
      if (source.charAt(at) !== ',') items.push(item());
      blanks();
      if (source.charAt(at) !== ',') break;
      at += 1;
    }
    take(close);
    return items;
  }

  function field(depth: number): Field {
    blanks();
    const name = string();
    take(':');
    // A name that had to be mended is none that is documented.
    return [name.mended === true ? `${name.text}?` : name.text, value(depth + 1)];
  }

  function string(): Extract<Written, { is: 'text' }> {
    take('"');
    let text = '';
    let mended = false;
    for (;;) {
      const character = source.charAt(at);
      if (character === '') fail();
      at += 1;
      if (character === '"') return mended ? { is: 'text', text, mended } : { is: 'text', text };
      if (character < ' ') mended = true;
      if (character !== '\\') {
        text += character;
        continue;
      }
      const escape = source.charAt(at);
      const code = /^u([0-9a-fA-F]{4})/.exec(source.slice(at, at + 5))?.[1];
      const meant = code === undefined ? escapes.get(escape) : String.fromCharCode(Number.parseInt(code, 16));
      if (meant === undefined) {
        mended = true;
        text += '\\';
        continue;
      }
      at += code === undefined ? 1 : 5;
      text += meant;
    }
  }

  try {
    const read = value(0);
    blanks();
    return at === source.length ? read : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

const unquoted = /true|false|null|-?\d[\d.eE+-]*/y;

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
