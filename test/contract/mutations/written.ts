/**
 * A reply as it is written, not as a reader takes it: names may stand twice in their order, and a number keeps the
 * digits it came with. What is mutated, and what the oracle reads a mutated text into.
 */
export type Written =
  | {
      readonly is: 'text';
      readonly text: string;
      /** The text was no JSON string before it was mended. */
      readonly mended?: true;
    }
  | { readonly is: 'number'; readonly digits: string }
  | { readonly is: 'word'; readonly word: 'true' | 'false' | 'null' }
  | { readonly is: 'list'; readonly items: readonly Written[] }
  | { readonly is: 'fields'; readonly fields: readonly Field[] };

export type Field = readonly [name: string, value: Written];

export const text = (value: string): Written => ({ is: 'text', text: value });
export const number = (digits: string): Written => ({ is: 'number', digits });
export const word = (value: 'true' | 'false' | 'null'): Written => ({ is: 'word', word: value });
export const list = (items: readonly Written[]): Written => ({ is: 'list', items });
export const fields = (all: readonly Field[]): Written => ({ is: 'fields', fields: all });

/** Plain data, as a sample is given. */
export function writtenOf(value: unknown): Written {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return number(String(value));
  if (value === true || value === false || value === null) return word(`${value}`);
  if (Array.isArray(value)) return list(value.map(writtenOf));
  if (typeof value !== 'object') throw new Error(`no JSON: ${typeof value}`);
  return fields(Object.entries(value).map(([name, each]): Field => [name, writtenOf(each)]));
}

/** As JSON, with `gap` wherever blanks may stand. */
export function toJson(value: Written, gap = ''): string {
  switch (value.is) {
    case 'text':
      return JSON.stringify(value.text);
    case 'number':
      return value.digits;
    case 'word':
      return value.word;
    case 'list':
      return `[${gap}${value.items.map((item) => toJson(item, gap)).join(`,${gap}`)}${gap}]`;
    case 'fields': {
      const all = value.fields.map(([name, each]) => `${JSON.stringify(name)}:${gap}${toJson(each, gap)}`);
      return `{${gap}${all.join(`,${gap}`)}${gap}}`;
    }
  }
}

/** As XML's elements below `mp`, a list as siblings of one name, with `gap` between elements. */
export const toXml = (value: Written, gap = ''): string =>
  `<?xml version="1.0"?>${gap}${element('mp', value, gap)}`;

function element(name: string, value: Written, gap: string): string {
  switch (value.is) {
    case 'text':
      return `<${name}>${escaped(value.text)}</${name}>`;
    case 'number':
      return `<${name}>${escaped(value.digits)}</${name}>`;
    case 'word':
      return `<${name}>${value.word === 'null' ? '' : value.word}</${name}>`;
    case 'list':
      return value.items.map((item) => element(name, item, gap)).join(gap);
    case 'fields':
      return `<${name}>${value.fields.map(([each, inner]) => `${gap}${element(each, inner, gap)}`).join('')}${gap}</${name}>`;
  }
}

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
