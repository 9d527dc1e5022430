import { err, ok, type Result } from '../../../shared/result.ts';

/**
 * Teleanjar's JSON as it is printed and, as far as anybody knows, sometimes sent: `\|` where `\/` was meant,
 * a backslash before a character JSON does not escape, a raw line break inside a string, a trailing comma
 * (H2H document V1.4, samples). Each repair is counted, and one inside a string is believed only where
 * nothing depends on it: in receipt texts and names, never in a code, a number or an amount.
 */
export interface TolerantJson {
  readonly value: unknown;
  readonly repairs: number;
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
  let parsed: unknown;
  try {
    parsed = JSON.parse(repaired.json);
  } catch {
    return err('unreadable');
  }
  const cleaned = withoutMarks(parsed, undefined);
  return cleaned === unbelievable ? err('unreadable') : ok({ value: cleaned, repairs: repaired.count });
}

/** One pass over the text: strings are mended and marked, commas before a closing bracket are dropped. */
function repair(text: string): { readonly json: string; readonly count: number } {
  const out: string[] = [];
  let count = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (!inString) {
      if (character === ',' && /^\s*[\]}]/.test(text.slice(i + 1, i + 200))) {
        count += 1;
        continue;
      }
      if (character === '"') inString = true;
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
  return { json: out.join(''), count };
}

const isKnownEscape = (text: string, at: number): boolean =>
  /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at, at + 6));

const unbelievable = Symbol('a repair where none is believed');

/** The value without marks, or `unbelievable` where a mark stands in a field that must be whole. */
function withoutMarks(value: unknown, field: string | undefined): unknown {
  if (typeof value === 'string') {
    if (!value.includes(mark)) return value;
    return field !== undefined && repairableFields.has(field) ? value.replaceAll(mark, '') : unbelievable;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutMarks(item, field));
    return items.includes(unbelievable) ? unbelievable : items;
  }
  if (typeof value === 'object' && value !== null) {
    const entries: [string, unknown][] = [];
    for (const [key, item] of Object.entries(value)) {
      const cleaned = key.includes(mark) ? unbelievable : withoutMarks(item, key);
      if (cleaned === unbelievable) return unbelievable;
      entries.push([key, cleaned]);
    }
    return Object.fromEntries(entries);
  }
  return value;
}
