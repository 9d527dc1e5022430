import type { Socket } from 'node:net';
import zlib from 'node:zlib';
import { answer } from '../../servers/scripted-server.ts';
import { headed, sends, type Deviation } from './deviation.ts';

/** How an answer is delivered. */
export const framing: readonly Deviation[] = [
  sends('answers until it hangs up', ({ body }) => `HTTP/1.1 200 OK\r\n\r\n${body}`),
  sends('answers as HTTP/1.0 did', ({ body }) => `HTTP/1.0 200 OK\r\nServer: old\r\n\r\n${body}`),
  sends('leaves the word after 200 out', ({ body }) => answer(body, { status: '200' })),
  sends('says 200 in other words', ({ body }) => answer(body, { status: '200 Sip' })),
  sends('sends chunks', ({ body }) => chunked([body])),
  sends('sends a chunk a byte', ({ body }) => chunked(body.split(/(?=.)/su))),
  sends('sends chunks with extensions', ({ body }) => chunked([body], ';name=value')),
  sends('sends trailers', ({ body }) => chunked([body], '', 'X-Check: 1\r\n')),
  sends('asks for patience first', ({ body }) => `HTTP/1.1 100 Continue\r\n\r\n${answer(body).toString()}`),
  sends(
    'says that it works on it',
    ({ body }) => `HTTP/1.1 102 Processing\r\n\r\n${answer(body).toString()}`,
  ),
  sends(
    'gives early hints',
    ({ body }) => `HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${answer(body).toString()}`,
  ),
  {
    name: 'keeps the connection',
    act: (socket, { body }) =>
      void socket.write(
        `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: keep-alive\r\n\r\n${body}`,
      ),
  },
  { name: 'sends a byte at a time', act: (socket, { body }) => void byteByByte(socket, answer(body)) },
  {
    name: 'sends head and body apart',
    act(socket, { body }) {
      const bytes = answer(body);
      const head = bytes.length - Buffer.byteLength(body);
      socket.write(bytes.subarray(0, head), () => setTimeout(() => socket.end(bytes.subarray(head)), 30));
    },
  },
  {
    name: 'thinks for a while',
    act: (socket, { body }) => void setTimeout(() => socket.end(answer(body)), 60),
  },
  sends('sends gzip', ({ body }) => answer(zlib.gzipSync(body), { headers: { 'Content-Encoding': 'gzip' } })),
  sends('sends x-gzip', ({ body }) =>
    answer(zlib.gzipSync(body), { headers: { 'Content-Encoding': 'x-gzip' } }),
  ),
  sends('sends GZIP', ({ body }) => answer(zlib.gzipSync(body), { headers: { 'content-encoding': 'GZIP' } })),
  sends('sends deflate', ({ body }) =>
    answer(zlib.deflateSync(body), { headers: { 'Content-Encoding': 'deflate' } }),
  ),
  sends('sends Brotli', ({ body }) =>
    answer(zlib.brotliCompressSync(body), { headers: { 'Content-Encoding': 'br' } }),
  ),
  sends('says that it sends as is', ({ body }) =>
    answer(body, { headers: { 'Content-Encoding': 'identity' } }),
  ),
  sends('sends gzip in chunks', ({ body }) => {
    const packed = zlib.gzipSync(body);
    return Buffer.concat([
      Buffer.from(
        `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n${packed.length.toString(16)}\r\n`,
      ),
      packed,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
  }),
  sends('writes its headers in small letters', ({ body }) =>
    answer(body)
      .toString()
      .replace('Content-Type', 'content-type')
      .replace('Content-Length', 'content-length'),
  ),
  sends('writes its headers in capitals', ({ body }) =>
    answer(body)
      .toString()
      .replace('Content-Type', 'CONTENT-TYPE')
      .replace('Content-Length', 'CONTENT-LENGTH'),
  ),
  sends(
    'puts no blanks into its headers',
    ({ body }) =>
      `HTTP/1.1 200 OK\r\nContent-Length:${Buffer.byteLength(body)}\r\nConnection:close\r\n\r\n${body}`,
  ),
  headed('sets cookies', { 'Set-Cookie': `PHPSESSID=${'x'.repeat(2000)}; path=/` }),
  headed('sends 8 kB of headers', { 'X-Pad': 'x'.repeat(8000) }),
  headed('wants to be secure', {
    'Strict-Transport-Security': 'max-age=1',
    Refresh: '0; url=http://127.0.0.1:9/',
  }),
];

function chunked(pieces: readonly string[], extension = '', trailer = ''): string {
  const chunks = pieces.map(
    (piece) => `${Buffer.byteLength(piece).toString(16)}${extension}\r\n${piece}\r\n`,
  );
  return `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks.join('')}0\r\n${trailer}\r\n`;
}

/** Each byte in a packet of its own, as fast as they go. */
async function byteByByte(socket: Socket, bytes: Buffer): Promise<void> {
  for (const byte of bytes) {
    if (!socket.writable) return;
    await new Promise((resolve) => void socket.write(Buffer.from([byte]), resolve));
  }
  socket.end();
}
