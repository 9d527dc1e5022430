import type { Random } from './random.ts';

/** Changes to how a reply is written: the same names and values, or nearly. */
export type TextChange = (source: string, random: Random) => string;

/** Replaces one of the matches of `pattern`. */
const oneOf =
  (pattern: RegExp, change: (match: RegExpExecArray, random: Random) => string): TextChange =>
  (source, random) => {
    const matches = [...source.matchAll(pattern)];
    if (matches.length === 0) return source;
    const match = random.pick(matches);
    return source.slice(0, match.index) + change(match, random) + source.slice(match.index + match[0].length);
  };

const reference = (character: string, random: Random): string => {
  const code = character.codePointAt(0) ?? 0;
  return random.pick([
    `&#${code};`,
    `&#x${code.toString(16)};`,
    `&#0${code};`,
    `&#${code}`,
    `&x${code};`,
    '&amp;',
  ]);
};

/** An element with nothing but text in it. */
const leaf = /<([\w.:]+)>([^<>]*)<\/\1>/g;
const tag = /<(\/?)([\w.:]+)>/g;

const at = (length: number, random: Random): number => random.pick([0, length, random.below(length + 1)]);

/** `text` with `inserted` somewhere in it. */
function within(text: string, inserted: string, random: Random): string {
  const place = at(text.length, random);
  return text.slice(0, place) + inserted + text.slice(place);
}

export const xmlChanges: Readonly<Record<string, TextChange>> = {
  'an element’s case': oneOf(leaf, ([, name = '', inner], random) => {
    const other = random.chance(0.5)
      ? name.toUpperCase()
      : name.replace(/^./, (first) => first.toUpperCase());
    return `<${other}>${inner}</${other}>`;
  }),
  'a tag’s case': oneOf(tag, ([, slash, name = '']) => `<${slash}${name.toUpperCase()}>`),
  'a reference': oneOf(leaf, ([whole, name, inner = ''], random) => {
    if (inner === '') return whole;
    const place = random.below(inner.length);
    const referred = reference(inner.charAt(place), random);
    return `<${name}>${inner.slice(0, place)}${referred}${inner.slice(place + 1)}</${name}>`;
  }),
  'a section': oneOf(leaf, ([, name, inner = ''], random) => {
    const [from, to] = [at(inner.length, random), at(inner.length, random)].toSorted((a, b) => a - b);
    return `<${name}>${inner.slice(0, from)}<![CDATA[${inner.slice(from, to)}]]>${inner.slice(to)}</${name}>`;
  }),
  'a section of markup': oneOf(leaf, ([, name, inner = ''], random) =>
    random.pick([
      `<${name}><![CDATA[<${name}>${inner}</${name}>]]></${name}>`,
      `<${name}>${inner}<![CDATA[<!-- ]]></${name}>`,
      `<${name}><![CDATA[${inner}]]>]]></${name}>`,
    ]),
  ),
  'a comment': oneOf(leaf, ([, name, inner = ''], random) => {
    const comment = random.pick([
      '<!---->',
      '<!-- x -->',
      `<!--<${name}>1</${name}>-->`,
      '<!-- -- -->',
      '<!-- ',
    ]);
    return `<${name}>${within(inner, comment, random)}</${name}>`;
  }),
  'a comment round an element': oneOf(leaf, ([whole]) => `<!-- ${whole} -->`),
  'an attribute': oneOf(tag, ([whole, slash, name], random) =>
    slash === '/'
      ? whole
      : `<${name} ${random.pick(['x="1"', "x='1'", 'x', 'x=1', 'hp="1" hp="2"', 'x="<"', `${name}="1"`, 'xsi:nil="true"'])}>`,
  ),
  'a prefix': oneOf(leaf, ([, name, inner]) => `<x:${name}>${inner}</x:${name}>`),
  'a namespace': oneOf(/<mp>/g, (_, random) => random.pick(['<mp xmlns="urn:x">', '<mp xmlns:x="urn:x">'])),
  'an element twice': oneOf(leaf, ([whole, name, inner = ''], random) => {
    const other = `<${name}>${random.pick(['', inner, inner.replace(/\d/, '7'), '0'])}</${name}>`;
    return random.chance(0.5) ? whole + other : other + whole;
  }),
  'an element closed in itself': oneOf(leaf, ([, name]) => `<${name}/>`),
  'an element in itself': oneOf(leaf, ([whole, name]) => `<${name}>${whole}</${name}>`),
  'text among elements': oneOf(leaf, ([whole], random) =>
    within(whole, random.pick(['x', '&#32;', '0']), random),
  ),
  'a document type': (source, random) => {
    const type = random.pick([
      '<!DOCTYPE mp>',
      '<!DOCTYPE mp [<!ENTITY x "00">]>',
      '<!DOCTYPE mp [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
      '<!DOCTYPE mp SYSTEM "file:///etc/passwd">',
    ]);
    const referred = random.chance(0.5) ? source.replace('>00<', '>&x;<') : source;
    return referred.replace('<mp>', `${type}<mp>`);
  },
  'an instruction': (source, random) =>
    within(source, random.pick(['<?xml version="1.0"?>', '<?php echo 1 ?>', '<?x?>']), random),
  'another root': (source, random) =>
    random.pick([
      source.replace('<mp>', '<MP>').replace('</mp>', '</MP>'),
      source.replace('<mp>', '<x><mp>').replace('</mp>', '</mp></x>'),
      `${source}<mp></mp>`,
      source.replace('<mp>', '<mp></mp><mp>'),
      `${source}${source}`,
      source.replace('<mp>', '<mp><data>').replace('</mp>', '</data></mp>'),
    ]),
  'blanks in a tag': oneOf(tag, ([, slash, name], random) =>
    random.pick([`<${slash}${name} >`, `< ${slash}${name}>`, `<${slash} ${name}>`, `<${slash}${name}\n>`]),
  ),
};

const literal = /"((?:[^"\\]|\\.)*)"/g;

const escapedCharacter = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

export const jsonChanges: Readonly<Record<string, TextChange>> = {
  'an escape': oneOf(literal, ([whole, inner = '']) => {
    const place = inner.search(/[\w:]/);
    if (place < 0 || inner.includes('\\')) return whole;
    return `"${inner.slice(0, place)}${escapedCharacter(inner.charAt(place))}${inner.slice(place + 1)}"`;
  }),
  'an escape that is none': oneOf(
    literal,
    ([, inner = ''], random) =>
      `"${within(inner, random.pick(['\\', '\\|', '\\t', '\\x', '\\u00', '\\"', '\\/', '\\ud800']), random)}"`,
  ),
  'a raw control': oneOf(
    literal,
    ([, inner = ''], random) =>
      `"${within(inner, random.pick(['\n', '\r\n', '\t', '\0', '\u001B']), random)}"`,
  ),
  'a comma too many': oneOf(/[}\],]/g, ([whole], random) =>
    random.pick([`,${whole}`, `${whole},`, `, \n${whole}`]),
  ),
  'another bracket': oneOf(/[{}[\]]/g, ([whole], random) =>
    random.pick(['{', '}', '[', ']', `${whole}${whole}`, '']),
  ),
  'a field twice': oneOf(/"(\w+)":(?:"[^"]*"|\d+)/g, ([whole, name = ''], random) => {
    const twin = random.pick([name, `${escapedCharacter(name.charAt(0))}${name.slice(1)}`]);
    const other = `"${twin}":${random.pick(['""', '"0"', '0', 'null', '"x"', whole.slice(name.length + 3)])}`;
    return random.chance(0.5) ? `${whole},${other}` : `${other},${whole}`;
  }),
  'no quotes': oneOf(literal, ([, inner]) => inner ?? ''),
  'single quotes': oneOf(literal, ([, inner]) => `'${inner}'`),
  'a comment': (source, random) => within(source, random.pick(['/* x */', '// x\n', '#']), random),
  'something before it': (source, random) =>
    random.pick(['\uFEFF', '<br />Warning', ")]}',\n", ' \n', 'null', '\uFEFF\uFEFF']) + source,
  'something behind it': (source, random) =>
    source + random.pick(['}', source, '\n\n', '\0', ';', '<!-- -->', 'null']),
};
