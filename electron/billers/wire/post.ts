import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import type { RawReply } from '../biller.ts';
import { decoded } from './content-coding.ts';
import { parsing } from './parsing.ts';
import type { Message } from './route.ts';

/** A request that was handed to its connection. */
export interface Posting {
  /** Whether any byte of an answer has come. */
  hasBegun(): boolean;
  /**
   * What came, once it is whole or the connection is at its end, which may be long: deadlines are the caller's.
   * `undefined` where not even a head came. Never rejects.
   */
  readonly reply: Promise<RawReply | undefined>;
  /** Ends the connection; `reply` is then what came so far. */
  readonly hangUp: () => void;
}

const defaultMaxReplyBytes = 1_048_576;

/**
 * Posts `message` on a connection that stands and collects the answer; ends the connection with it. Once: nothing is
 * sent again, no redirect is followed.
 *
 * An answer is `complete` when its framing says so and its body could be decoded. One that is not keeps its body as it
 * came, still coded. A body that ends with the connection (neither length nor chunks) counts as complete, because
 * old servers answer so; JSON and XML that were cut do not parse.
 */
export function post(
  socket: net.Socket,
  message: Message,
  maxReplyBytes: number = defaultMaxReplyBytes,
): Posting {
  let begun = false;
  let hangUp = (): void => undefined;
  const reply = new Promise<RawReply | undefined>((resolve) => {
    let head: http.IncomingMessage | undefined;
    const chunks: Buffer[] = [];
    let bodyBytes = 0;
    let allBytes = 0;
    let finished = false;

    const finish = (whole: boolean): void => {
      if (finished) return;
      finished = true;
      socket.destroy();
      // What the parser has handed on and nobody has read yet; it comes by `data`.
      head?.read();
      resolve(head && replyOf(head, Buffer.concat(chunks).subarray(0, maxReplyBytes), whole, maxReplyBytes));
    };
    const breakOff = (): void => finish(false);
    hangUp = breakOff;

    socket.on('error', breakOff);
    // What came before the question is no answer to it; on a connection that has ended nothing can be asked.
    if (!socket.writable || socket.readableLength > 0) return breakOff();
    // After a 101 it is the only event. Not at once: the end of an answer may still be on its way from the parser.
    socket.once('close', () => setImmediate(breakOff));

    const payload = Buffer.from(message.body, 'utf8');
    const request = (message.address.protocol === 'https:' ? https : http).request(message.address, {
      method: 'POST',
      // Without `agent`: `agent: false` would ignore `createConnection` and open a second connection.
      createConnection: () => socket,
      headers: {
        // Without an agent Node takes 80 for https's port too, and would say `host:80`.
        Host: message.address.host,
        'Content-Type': message.contentType,
        'Content-Length': payload.length,
        Accept: message.contentType,
        'Accept-Encoding': 'identity',
        Connection: 'close',
      },
      ...parsing,
    });
    request.on('error', breakOff);
    // Only now: an earlier reader would take the bytes from the parser.
    request.on('socket', () =>
      socket.on('data', (chunk: Buffer) => {
        begun = true;
        allBytes += chunk.length;
        // Heads without end and chunks of one byte are a flood too.
        if (allBytes > 2 * maxReplyBytes + floodAllowance) breakOff();
      }),
    );
    request.on('response', (response) => {
      head = response;
      response.on('data', (chunk: Buffer) => {
        if (bodyBytes > maxReplyBytes) return;
        chunks.push(chunk);
        bodyBytes += chunk.length;
        if (bodyBytes > maxReplyBytes) breakOff();
      });
      response.on('error', breakOff);
      response.on('end', () => {
        // What Node does where a second answer came right behind the first.
        const isCutByNode = socket.destroyed && !socket.readableEnded;
        finish(response.complete && !isCutByNode);
      });
    });
    request.end(payload);
  });
  return { hasBegun: () => begun, reply, hangUp: () => hangUp() };
}

/** Heads, of the answer and before it, and what chunks cost. */
const floodAllowance = 65_536;

function replyOf(head: http.IncomingMessage, body: Buffer, whole: boolean, maxReplyBytes: number): RawReply {
  const plain =
    whole && isPlainlyFramed(head.headers)
      ? decoded(body, head.headers['content-encoding'], maxReplyBytes)
      : undefined;
  return {
    status: head.statusCode ?? 0,
    date: head.headers.date ?? null,
    body: new Uint8Array(plain ?? body),
    complete: plain !== undefined,
  };
}

/** Two framings at once are two answers, depending on who reads; a coded transfer we do not undo. */
function isPlainlyFramed(headers: http.IncomingHttpHeaders): boolean {
  const transfer = headers['transfer-encoding'];
  if (transfer === undefined) return true;
  return transfer.trim().toLowerCase() === 'chunked' && headers['content-length'] === undefined;
}
