import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { err, ok, type Result } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';

/**
 * IAK's XML as the plain data its JSON would be: an element with elements is an object, one without is its text, as
 * a string and without the blanks around it, so that a leading zero stays. The parser gives every node in its order;
 * what is believed of them is decided here.
 */

/** Elements that are lists, be there one of them or many (`desc.tagihan.detail`, the price list's `pasca`). */
const lists: ReadonlySet<string> = new Set(['detail', 'pasca']);

const deepest = 16;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  maxNestedTags: deepest,
});

/** What stands inside the one `<mp>`. No document type, no instruction, no entity of its own, no scalar twice. */
export function parseMpXml(text: string): Result<unknown, 'unreadable'> {
  const document = text.replace(/^\s*<\?xml\s[^<>]*\?>/, '');
  // A document type could declare entities, and an instruction means something to somebody else.
  if (/<\?|<!(?!--|\[CDATA\[)/.test(document)) return err('unreadable');
  if (forbidden.test(document) || oddTag.test(document) || !alone.test(document)) return err('unreadable');
  try {
    if (XMLValidator.validate(document) !== true) return err('unreadable');
    const roots = nodesSchema.parse(parser.parse(document)).filter((node) => !isBlank(node));
    const [root] = roots;
    if (root === undefined || roots.length > 1 || nameOf(root) !== 'mp') return err('unreadable');
    return ok(valueOf(root['mp']));
  } catch {
    // The parser and what follows throw for a name or a text they do not take.
    return err('unreadable');
  }
}

/** The root with nothing but comments around it: the parser drops what else stands there. */
const alone = /^\s*(?:<!--[^]*?-->\s*)*<mp[\s>][^]*<\/mp\s*>\s*(?:<!--[^]*?-->\s*)*$/;
/** Characters that XML has no place for (XML 1.0, 2.2); the validator lets them pass. */
// oxlint-disable-next-line eslint/no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
/** A tag with white space that is none in XML, such as a no-break space: the parser takes it for a blank. */
const oddTag = /<[^>]*[^\S \t\r\n][^>]*>/;

type Node = Readonly<Record<string, unknown>>;

/** `[{ tr_id: [{ '#text': '9732432' }] }, …]` */
const nodesSchema = z.array(z.record(z.string(), z.unknown()));
const textSchema = z.string();

const nameOf = (node: Node): string => Object.keys(node)[0] ?? '';
const isText = (node: Node): boolean => ['#text', '#cdata'].includes(nameOf(node));
const isBlank = (node: Node): boolean => isText(node) && textOf(node).trim() === '';

function textOf(node: Node): string {
  if (nameOf(node) === '#text') return decode(textSchema.parse(node['#text']));
  const [inner] = nodesSchema.parse(node['#cdata']);
  return inner === undefined ? '' : textSchema.parse(inner['#text']);
}

function valueOf(content: unknown): unknown {
  const nodes = nodesSchema.parse(content);
  const children = nodes.filter((node) => !isText(node));
  if (children.length === 0) return nodes.map(textOf).join('').trim();
  if (!nodes.every((node) => !isText(node) || isBlank(node))) throw new Error('text among elements');
  const values = new Map<string, unknown[]>();
  for (const child of children) {
    const name = nameOf(child);
    const before = values.get(name) ?? [];
    before.push(valueOf(child[name]));
    values.set(name, before);
  }
  return Object.fromEntries(
    [...values].map(([name, all]) => {
      if (lists.has(name)) return [name, all];
      if (all.length > 1) throw new Error('an element twice');
      return [name, all[0]];
    }),
  );
}

/** XML's own five; any other name would have to be declared, and nothing may be. */
const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const decode = (text: string): string =>
  text.replaceAll(/&([^;]*);?/g, (_, name: string) => {
    const character = entities.get(name) ?? characterOf(name);
    if (character === undefined) throw new Error('an entity nobody declared');
    return character;
  });

/** `#x41` or `#65` → `A`. */
function characterOf(reference: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(reference) ?? [];
  if (hex === undefined && decimal === undefined) return undefined;
  const character = String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  return forbidden.test(character) ? undefined : character;
}
