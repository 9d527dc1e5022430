import { err, ok, type Result } from '../../../shared/result.ts';
import { parseStrictJson } from './json-document.ts';
import { parseMpXml } from './xml-document.ts';

/** An answer's fields, wherever they stood: JSON's `data`, its top level, or XML's `<mp>`. */
export type ReplyFields = Readonly<Record<string, unknown>>;

export interface ReplyDocument {
  readonly fields: ReplyFields;
  /** IAK's response code, as a string: `00` is not `0`. `undefined` where the answer has none. */
  readonly code: string | undefined;
  /** IAK's own words, whole: the account is blanked in them before they are cut. For the eye; never for a decision. */
  readonly text: string;
}

/**
 * Opens an answer. Its first character says what it is written in, not its header nor what was asked for: a gateway
 * refuses in JSON what was sent as XML, a stored answer must read the same after the format was changed, and what is
 * believed rests on what the fields say, which are the same in both.
 */
export function openReply(body: Uint8Array): Result<ReplyDocument, 'unreadable'> {
  const text = decodeUtf8(body)?.trimStart();
  if (text === undefined) return err('unreadable');
  const parsed = text.startsWith('<') ? parseMpXml(text) : parseStrictJson(text);
  if (!parsed.ok) return parsed;
  const fields = gather(parsed.value);
  if (fields === undefined) return err('unreadable');
  const code = codeOf(fields);
  return code.ok ? ok({ fields, code: code.value, text: wordsOf(fields) }) : code;
}

/** Without a byte order mark, should there be one. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What decisions rest on. Should it stand both beside `data` and in it, the two must say the same; no two objects do. */
const decisive = [
  'response_code',
  'rc',
  'status',
  'tr_id',
  'ref_id',
  'hp',
  'code',
  'price',
  'nominal',
  'admin',
  'desc',
] as const;

function gather(value: unknown): ReplyFields | undefined {
  if (!isFields(value)) return undefined;
  const { data, ...beside } = value;
  if (!isFields(data)) return beside;
  const disagree = decisive.some(
    (name) => Object.hasOwn(beside, name) && Object.hasOwn(data, name) && beside[name] !== data[name],
  );
  // `__proto__` from the wire stays a name like any other: a spread defines, it does not assign.
  return disagree ? undefined : { ...beside, ...data };
}

export const isFields = (value: unknown): value is ReplyFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `response_code` as documented, or `rc` as the prepaid API names it; not two that differ. */
function codeOf(fields: ReplyFields): Result<string | undefined, 'unreadable'> {
  const codes = [fieldOf(fields, 'response_code'), fieldOf(fields, 'rc')].filter(isThere).map(readIdentity);
  if (codes.some((code) => code === undefined || code.length > 40)) return err('unreadable');
  return new Set(codes).size > 1 ? err('unreadable') : ok(codes[0]);
}

function wordsOf(fields: ReplyFields): string {
  const words = ['message', 'error_details'].map((name) => readWords(fieldOf(fields, name)));
  return words.find((text) => text !== '') ?? '';
}

/** A field of the answer itself, never one that every object has. */
export const fieldOf = (fields: ReplyFields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** Whether a field says anything: PHP sends an empty string where it has nothing, and XML cannot do else. */
export const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * A name or number that stands for somebody or something, as a string; an integer becomes its digits, so that one
 * that lost its leading zero on the way is another. `undefined` where it is neither.
 */
export function readIdentity(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** A text for the eye on one line, at most `maxLength` long; empty where there is none. */
export function readWords(value: unknown, maxLength = Number.POSITIVE_INFINITY): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, maxLength)
    .trimEnd();
}
