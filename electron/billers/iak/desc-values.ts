import { printableLine, withoutUnprintables } from '../../../shared/receipt/printable.ts';

/** An object of JSON, or an element of XML with elements in it. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that is one piece of text, as JSON and XML write it, in at most `longest` characters; else empty. */
export function textOf(value: unknown, longest: number): string {
  switch (typeof value) {
    case 'string':
      return oneLine(value, longest);
    case 'number':
    case 'boolean':
    case 'bigint':
      return oneLine(String(value), longest);
    default:
      return '';
  }
}

/** A text as one printable line; half of a character that was cut in two goes with the rest. */
export const oneLine = (text: string, longest: number): string =>
  withoutUnprintables(printableLine(text.slice(0, longest * 4)).slice(0, longest)).trim();
