import type { GoodAnswer } from '../good-answer.ts';
import type { Fields } from '../wire-forms.ts';
import { json, says, type Deviation } from './deviation.ts';

/** How its fields are written, in whatever form. */
export const writing: readonly Deviation[] = [
  says('begins with a byte order mark', ({ body }) => `\uFEFF${body}`),
  says('begins on the second line', ({ body }) => `\r\n${body}`),
  says('ends with a line', ({ body }) => `${body}\r\n`),
  says('ends with many lines', ({ body }) => `${body}${'\n'.repeat(500)}`),
  says('is pretty', (good) => pretty(good, '\n')),
  says('is pretty, in lines of Windows', (good) => pretty(good, '\r\n')),
  says('is pretty, with tabs', (good) => pretty(good, '\n').replaceAll('  ', '\t')),
  says('has its fields in another order', (good) => good.form.write(reversed(good.fields))),
  says('has the rows in another order too', (good) => good.form.write(deeplyReversed(good.fields))),
  says('has fields nobody knows', (good) => good.adding({ promo: 'GRATIS', versi: 3, ok: true })),
  says('has a tree nobody knows', (good) => good.adding({ ekstra: { a: { b: { c: 'd' } } } })),
  says('has a list nobody knows', (good) => good.adding({ ekstra: [{ e: 1 }, { e: 2 }, [3]] }), json),
  says('has a thousand fields nobody knows', (good) =>
    good.adding(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, index]))),
  ),
  says(
    'has fields of every object',
    (good) => good.adding({ constructor: 'x', toString: 'y', hasOwnProperty: 'z', valueOf: 1 }),
    json,
  ),
  says(
    'has a field named __proto__',
    (good) =>
      good.adding({ zzproto: { total: 1, price: 1, admin: true } }).replaceAll('zzproto', '__proto__'),
    json,
  ),
  says('has nulls it does not need', (good) => good.adding({ catatan: null, voucher: null }), json),
  says('escapes every slash', (good) => good.saying({ name: 'BUDI / SITI' }).replaceAll('/', '\\/'), json),
  says(
    'escapes all letters of a name',
    (good) => good.saying({ name: '####' }).replace('####', () => unicodeEscapes('BUDI SANTOSO')),
    json,
  ),
];

const reversed = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).toReversed());

function deeplyReversed<T>(value: T): T;
function deeplyReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => deeplyReversed(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, each]) => [name, deeplyReversed(each)] as const),
  );
}

function pretty({ form, body }: GoodAnswer, newline: string): string {
  const text =
    form.syntax === 'json' ? JSON.stringify(JSON.parse(body), null, 2) : body.replaceAll(/>(?=<)/g, '>\n  ');
  return text.replaceAll('\n', newline);
}

const unicodeEscapes = (text: string): string =>
  text.replaceAll(/./g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
