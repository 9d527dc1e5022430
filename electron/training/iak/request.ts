import { readFlatXml } from './xml.ts';

/** In what a request is written, and so its answer. */
export type Format = 'json' | 'xml';

/** The fields of a request as texts; a field of a field is named with a dot (`desc.amount`). */
export type RequestFields = ReadonlyMap<string, string>;

/** `undefined` where the header names neither of the API's two formats. */
export function formatOf(contentType: string | undefined): Format | undefined {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/json') return 'json';
  return type === 'application/xml' ? 'xml' : undefined;
}

/** `undefined` where the body is not of its format or has what no request has, a list for instance. */
export function readFields(body: Buffer, format: Format): RequestFields | undefined {
  const text = decode(body);
  if (text === undefined) return undefined;
  return format === 'json' ? readJson(text) : readFlatXml(text);
}

function decode(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

function readJson(text: string): RequestFields | undefined {
  const parsed = parse(text);
  if (!isObject(parsed)) return undefined;
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(parsed)) {
    const inner = isObject(value) ? Object.entries(value) : undefined;
    const written = inner?.map(([key, each]) => [`${name}.${key}`, each] as const) ?? [
      [name, value] as const,
    ];
    for (const [key, each] of written) {
      if (typeof each === 'string') fields.set(key, each);
      else if (typeof each === 'number' && Number.isSafeInteger(each)) fields.set(key, String(each));
      else return undefined;
    }
  }
  return fields;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
