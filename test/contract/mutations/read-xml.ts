import type { Field, Written } from './written.ts';

/**
 * Reads an XML document whose root is `mp`, every element in its order and under the name it is written with;
 * attributes and comments say nothing, and
 * what XML forbids in them is let be. `undefined` where tags do not pair, an entity is not XML's own, or a document
 * type or an instruction stands in it.
 */
export function readXml(source: string): Written | undefined {
  const document = source.replace(/^\s*<\?xml\s[^<>]*\?>/, '');
  const open: { readonly name: string; readonly fields: Field[]; text: string }[] = [];
  let root: Written | undefined;
  let at = 0;
  while (at < document.length) {
    token.lastIndex = at;
    const found = token.exec(document);
    if (found === null) return undefined;
    at = token.lastIndex;
    const [, comment, cdata, closing, opening, selfClosing, characters] = found;
    const inner = open.at(-1);
    if (comment !== undefined) continue;
    if (cdata !== undefined || characters !== undefined) {
      const text = cdata ?? decoded(characters ?? '');
      if (text === undefined) return undefined;
      if (inner !== undefined) inner.text += text;
      else if (text.trim() !== '') return undefined;
    } else if (opening !== undefined) {
      if (root !== undefined) return undefined;
      open.push({ name: opening, fields: [], text: '' });
    }
    if (closing === undefined && selfClosing !== '/') continue;
    const closed = open.pop();
    if (closed === undefined || (closing !== undefined && closed.name !== closing)) return undefined;
    const value = valueOf(closed.fields, closed.text);
    const outer = open.at(-1);
    if (outer !== undefined) outer.fields.push([closed.name, value]);
    else if (closed.name === 'mp') root = value;
    else return undefined;
  }
  return open.length === 0 ? root : undefined;
}

const valueOf = (fields: readonly Field[], text: string): Written =>
  fields.length === 0 ? { is: 'text', text: text.trim() } : { is: 'fields', fields };

/** A comment, a section, a closing tag, an opening tag and whether it closes itself, or characters. */
const token =
  /(<!--[^]*?-->)|<!\[CDATA\[((?:(?!\]\]>)[^])*)\]\]>|<\/([^\s<>/!?]+)\s*>|<([^\s<>/!?]+)(?:\s+[^\s<>=/]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(\/?)>|([^<]+)/y;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decoded(text: string): string | undefined {
  let isKnown = true;
  const whole = text.replaceAll(/&([^;&]*);?/g, (reference, name: string) => {
    const point = /^#x([0-9a-fA-F]+)$/.exec(name)?.[1];
    const code = point === undefined ? Number(/^#(\d+)$/.exec(name)?.[1] ?? -1) : Number.parseInt(point, 16);
    if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    const character = entities.get(name);
    isKnown &&= character !== undefined;
    return character ?? reference;
  });
  return isKnown ? whole : undefined;
}
