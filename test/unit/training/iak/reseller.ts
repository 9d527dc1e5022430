import { createHash } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { IakServer } from '../../../../electron/training/iak-server.ts';
import { instant } from '../../../../shared/time.ts';

/** 2026-11-21 10:15:30 WIB. */
export const morning = instant(Date.parse('2026-11-21T03:15:30Z'));

export type Format = 'json' | 'xml';
export const formats = ['json', 'xml'] as const;

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request on a connection of its own; rejects when the connection ends before the answer does. */
export function send(
  url: string,
  body: string | Buffer,
  { method = 'POST', type = 'application/json' }: { readonly method?: string; readonly type?: string } = {},
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const headers = type === '' ? {} : { 'Content-Type': type };
    const outgoing = request(url, { method, agent: false, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

export type Fields = Readonly<Record<string, unknown>>;

/** What an answer says, whatever it was written in: XML gives every value as a text, a list as its elements. */
export type Said = Readonly<Record<string, unknown>>;

export const checkUrl = (server: IakServer, type?: string): string =>
  `${server.baseUrl}/api/v1/bill/check${type === undefined ? '' : `/${type}`}`;

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** A request with username and a signature of the test's own making. */
export function signed(server: IakServer, third: string, fields: Fields): Fields {
  const { username, apiKey } = server.account;
  return { ...fields, username, sign: md5(username + apiKey + third) };
}

const asXml = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, each]) => `<${name}>${asXml(each)}</${name}>`)
        .join('')
    : String(value);

export const written = (fields: Fields, format: Format): string =>
  format === 'json' ? JSON.stringify(fields) : `<?xml version="1.0" ?>\n${asXml({ mp: fields })}`;

/** Elements as an object; a name that comes again makes a list, as XML readers have it. */
function readXml(text: string): unknown {
  const children = [...text.matchAll(/<(\w+)>(.*?)<\/\1>/gs)];
  if (children.length === 0) {
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  }
  const read: Record<string, unknown> = {};
  for (const [, name = '', inner = ''] of children) {
    const value = readXml(inner);
    const before = read[name];
    if (before === undefined) read[name] = value;
    else read[name] = Array.isArray(before) ? [...(before as unknown[]), value] : [before, value];
  }
  return read;
}

export const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null;

/** The fields of an answer without what stands around them; the price list's `data` stays. */
export function said(answer: HttpAnswer, format: Format): Said {
  const whole: unknown = format === 'json' ? JSON.parse(answer.text) : readXml(answer.text);
  const inner = isSaid(whole) ? (format === 'json' ? (whole['data'] ?? whole) : whole['mp']) : undefined;
  if (!isSaid(inner)) throw new Error(`no fields in ${answer.text}`);
  return inner;
}

export async function call(server: IakServer, fields: Fields, format: Format = 'json'): Promise<Said> {
  const type = `application/${format}`;
  return said(await send(checkUrl(server), written(fields, format), { type }), format);
}

/** What a product's inquiry asks beside code and number. */
const extraFields: Readonly<Record<string, Fields>> = {
  BPJS: { month: 2 },
  BPJSTK: { month: 1 },
  'PBBKOT.CIMAHI': { year: '2026' },
  'ESAMSAT.JABAR': { nomor_identitas: '0212502110170100' },
  SHOPEEPAY: { desc: { amount: 100_000 } },
};

export interface Order {
  readonly code: string;
  readonly hp: string;
  readonly format?: Format;
  /** Beside those every inquiry of the product has. */
  readonly extra?: Fields;
}

let orders = 0;
export const newRefId = (): string => `ref${(orders += 1)}`;

/** One customer's business, with a `ref_id` of its own. */
export function deal(server: IakServer, { code, hp, format = 'json', extra }: Order) {
  const ref_id = newRefId();
  const inquiryFields = { commands: 'inq-pasca', code, hp, ref_id, ...(extra ?? extraFields[code]) };
  const paymentBody = (trId: unknown) =>
    signed(server, String(trId), { commands: 'pay-pasca', tr_id: String(trId) });
  return {
    refId: ref_id,
    inquire: () => call(server, signed(server, ref_id, inquiryFields), format),
    pay: (trId: unknown) => call(server, paymentBody(trId), format),
    payRaw: (trId: unknown) =>
      send(checkUrl(server), written(paymentBody(trId), format), { type: `application/${format}` }),
    status: () => call(server, signed(server, 'cs', { commands: 'checkstatus', ref_id }), format),
  };
}

/** Inquires and pays. */
export async function buy(server: IakServer, order: Order): Promise<Said> {
  const business = deal(server, order);
  const { tr_id: trId, response_code: code } = await business.inquire();
  if (trId === undefined) throw new Error(`nothing to pay for ${order.code} ${order.hp}: ${String(code)}`);
  return business.pay(trId);
}
