import { err, ok, type Result } from '../../../shared/result.ts';

/**
 * Teleanjar's JSON as it is printed and, as far as anybody knows, sometimes sent: `\|` where `\/` was meant,
 * a backslash before a character JSON does not escape, a raw line break inside a string, a trailing comma
 * (H2H document V1.4, samples). Each repair is counted, and one inside a string is believed only where
 * nothing depends on it, in receipt texts and names; any other field that needed one is as if it were not there.
 */
export interface TolerantJson {
  readonly value: unknown;
  readonly repairs: number;
  /**
   * Keys that one object or another has more than once. Which of two values is meant nobody knows, and readers differ:
   * what hangs on such a key must not be believed.
   */
  readonly repeatedKeys: ReadonlySet<string>;
  /** Keys whose value needed a repair and is not believed: something stood there, and nobody knows what. */
  readonly damagedKeys: ReadonlySet<string>;
}

/** The fields whose text may have been repaired. */
const repairableFields: ReadonlySet<string> = new Set([
  'info',
  'info_struk',
  'nama',
  'nama_transaksi',
  'pesan',
]);

/** Stands before each repaired place while the text is parsed; no reply may bring one along. */
const mark = '\uE000';

/** @returns the parsed value, or `unreadable` where even the repairs do not make JSON of it. */
export function parseTolerantJson(text: string): Result<TolerantJson, 'unreadable'> {
  if (text.includes(mark) || /\\u[eE]000/.test(text)) return err('unreadable');
  const repaired = repair(text);
  if (repaired.depth > deepest) return err('unreadable');
  try {
    const damagedKeys = new Set<string>();
    const value = withoutMarks(JSON.parse(repaired.json), undefined, damagedKeys);
    if (value === undefined) return err('unreadable');
    return ok({ value, repairs: repaired.count, repeatedKeys: repeatedKeys(repaired.json), damagedKeys });
  } catch {
    return err('unreadable');
  }
}

/** Levels of nesting. The deepest answer of the document has three. */
const deepest = 32;

/** One pass over the text: strings are mended and marked, commas before a closing bracket are dropped. */
function repair(text: string): { readonly json: string; readonly count: number; readonly depth: number } {
  const out: string[] = [];
  let count = 0;
  let level = 0;
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (!inString) {
      if (character === ',' && /^\s*[\]}]/.test(text.slice(i + 1, i + 200))) {
        count += 1;
        continue;
      }
      if (character === '"') inString = true;
      if (character === '{' || character === '[') level += 1;
      if (character === '}' || character === ']') level -= 1;
      depth = Math.max(depth, level);
      out.push(character);
      continue;
    }
    if (character === '"') {
      inString = false;
      out.push(character);
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text.charAt(i + 1) === '\n') i += 1;
      out.push(mark, ' ');
      count += 1;
    } else if (character === '\\') {
      const next = text.charAt(i + 1);
      if (isKnownEscape(text, i)) {
        out.push(character, next);
        i += 1;
      } else {
        count += 1;
        out.push(mark, '/');
        if (next === '|') i += 1;
      }
    } else {
      out.push(character);
    }
  }
  return { json: out.join(''), count, depth };
}

const isKnownEscape = (text: string, at: number): boolean =>
  /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at, at + 6));

/** The value without marks, and without the fields in which a mark is not believed; their keys go to `damaged`. */
function withoutMarks(value: unknown, field: string | undefined, damaged: Set<string>): unknown {
  if (typeof value === 'string') {
    if (!value.includes(mark)) return value;
    if (field !== undefined && repairableFields.has(field)) return value.replaceAll(mark, '');
    if (field !== undefined) damaged.add(field);
    return undefined;
  }
  if (Array.isArray(value)) return value.map((item) => withoutMarks(item, field, damaged));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([key]) => !key.includes(mark))
      .map(([key, item]) => [key, withoutMarks(item, key, damaged)] as const)
      .filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries);
  }
  return value;
}

/** The keys that stand twice in one object of `json`, which has been parsed: its grammar holds. */
function repeatedKeys(json: string): ReadonlySet<string> {
  const repeated = new Set<string>();
  const open: Set<string>[] = [];
  for (let i = 0; i < json.length; i += 1) {
    const character = json.charAt(i);
    if (character === '{') open.push(new Set());
    if (character === '}') open.pop();
    if (character !== '"') continue;
    const end = endOfString(json, i);
    if (isBeforeColon(json, end)) {
      // Parsed, because a key may be written in escapes.
      const key: unknown = JSON.parse(json.slice(i, end));
      const seen = open.at(-1);
      if (typeof key === 'string') {
        if (seen?.has(key) === true) repeated.add(key);
        seen?.add(key);
      }
    }
    i = end - 1;
  }
  return repeated;
}

/** Behind the closing quote of the string that begins at `start`. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json.charAt(at) !== '"') at += json.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function isBeforeColon(json: string, from: number): boolean {
  let at = from;
  while (/\s/.test(json.charAt(at))) at += 1;
  return json.charAt(at) === ':';
}
