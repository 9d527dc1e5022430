import { isList, type Fields, type Value } from './value.ts';

/** An XML document with root `<mp>`; lists become repeated siblings, as the API's samples have them. */
export const writeXml = (fields: Fields): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n${element('mp', fields)}\n`;

function element(name: string, value: Value): string {
  if (isList(value)) return value.map((each) => element(name, each)).join('');
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([key, each]) => element(key, each))
          .join('')
      : escapeText(String(value));
  return `<${name}>${content}</${name}>`;
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const prologue = /^\uFEFF?\s*(?:<\?xml\s[^<>?]*\?>)?\s*/;
const root = /^<mp>(.*)<\/mp>\s*$/s;

/**
 * The fields of a request of the API: flat children of `<mp>`, and one level more where a child has children,
 * named with a dot (`desc.amount`). `undefined` for anything else that XML could be: attributes, comments,
 * CDATA, a document type, a field given twice.
 */
export function readFlatXml(text: string): ReadonlyMap<string, string> | undefined {
  const content = root.exec(text.replace(prologue, ''))?.[1];
  if (content === undefined) return undefined;
  const fields = new Map<string, string>();
  return readChildren(content, '', fields) ? fields : undefined;
}

/** Whether `content` is nothing but elements, or the texts of one level further down. */
function readChildren(content: string, prefix: string, fields: Map<string, string>): boolean {
  const child = /\s*<([A-Za-z_]\w*)(?:\s*\/>|>(.*?)<\/\1>)/sy;
  let read = 0;
  for (let match = child.exec(content); match !== null; match = child.exec(content)) {
    read = child.lastIndex;
    const [, name = '', inner = ''] = match;
    if (inner.includes('<')) {
      if (prefix !== '' || !readChildren(inner, `${name}.`, fields)) return false;
      continue;
    }
    const value = unescapeText(inner);
    if (value === undefined || fields.has(prefix + name)) return false;
    fields.set(prefix + name, value);
  }
  return content.slice(read).trim() === '';
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** `undefined` where an ampersand begins nothing that XML knows. */
function unescapeText(text: string): string | undefined {
  let known = true;
  const plain = text.replaceAll(/&([^;&]*);?/g, (written, name: string) => {
    const character = written.endsWith(';') ? characterOf(name) : undefined;
    if (character === undefined) known = false;
    return character ?? '';
  });
  return known ? plain : undefined;
}

function characterOf(name: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name) ?? [];
  if (hexadecimal === undefined && decimal === undefined) return entities.get(name);
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
