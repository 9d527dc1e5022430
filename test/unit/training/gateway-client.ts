import { createHash } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { TeleanjarServer } from '../../../electron/training/teleanjar-server.ts';
import { formatDateTime, instant } from '../../../shared/time.ts';

/** 2026-11-21 10:15:30 WIB. */
export const morning = instant(Date.parse('2026-11-21T03:15:30Z'));

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request on a connection of its own; rejects when the connection ends before the answer does. */
export function send(url: string, body: string | Buffer, method = 'POST'): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent: false }, (response) => {
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

export type Body = Record<string, unknown>;

/** A request as the document wants it, with a signature of the test's own making. */
export function signedBody(
  server: TeleanjarServer,
  udata: string,
  changes: { ket?: string; at?: number } = {},
): Body {
  const { uuid, username, password, apiKey } = server.account;
  const joiner = server.separator === 'pipe' ? '|' : ' ';
  const ppid = `${username}${joiner}${password}`;
  const dtime = formatDateTime(instant(changes.at ?? morning), 'WIB');
  const ket = changes.ket ?? '';
  const signed = `tele-android-${uuid}${ket}${dtime}${ppid}${udata}${apiKey}-indonesia`;
  return {
    uuid,
    ppid: Buffer.from(ppid).toString('base64'),
    udata: Buffer.from(udata).toString('base64'),
    dtime,
    ket,
    'X-API-KEY': apiKey,
    signature: createHash('md5').update(signed).digest('hex'),
  };
}

/** What the tests look at in a reply; `JSON.parse` itself vouches for the rest. */
export interface ParsedReply {
  readonly response: string;
  readonly respid?: string;
  readonly respdata?: readonly Record<string, unknown>[];
  readonly info?: string;
  readonly info_struk?: string;
  readonly saldo?: number;
  readonly rc?: string;
  readonly trxid?: string;
}

export const parse = (text: string): ParsedReply => JSON.parse(text) as ParsedReply;

export type Operation = 'inquiry' | 'payment' | 'cek_status';

/** Sends `udata` signed at `at`, by default in the morning. */
export async function call(
  server: TeleanjarServer,
  operation: Operation,
  udata: string,
  at: number = morning,
): Promise<ParsedReply> {
  const body = JSON.stringify(signedBody(server, udata, { at }));
  return parse((await send(`${server.baseUrl}/${operation}`, body)).text);
}

/** An inquiry that must find something; the respid it gave. */
export async function respidOf(server: TeleanjarServer, udata: string): Promise<string> {
  const reply = await call(server, 'inquiry', udata);
  if (!reply.respid) throw new Error(`no respid for ${udata}: ${reply.response}`);
  return reply.respid;
}

/** Inquires and pays `product|customer`, with a denomination for a token. */
export async function buy(
  server: TeleanjarServer,
  order: string,
  denomination?: number,
): Promise<ParsedReply> {
  const respid = await respidOf(server, order);
  const parts = denomination === undefined ? [order, respid] : [order, respid, denomination];
  return call(server, 'payment', parts.join('|'));
}
