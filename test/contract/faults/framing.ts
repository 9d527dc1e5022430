import type { Socket } from 'node:net';
import zlib from 'node:zlib';
import { answer } from '../../servers/scripted-server.ts';
import type { GoodAnswer } from '../good-answer.ts';
import { does, noAnswer, says, sends, unreadable, type Fault } from './fault.ts';

/** What comes is no HTTP, or its framing lies. */
export const framing: readonly Fault[] = [
  sends('speaks no HTTP', () => 'SSH-2.0-OpenSSH_9.6\r\n', noAnswer),
  sends('leaves the head out', ({ body }) => body, noAnswer),
  sends('has a status that is none', ({ body }) => answer(body, { status: 'OK 200' }), noAnswer),
  does(
    'sends heads without end',
    (socket) => flood(socket, 'HTTP/1.1 200 OK\r\n', 'X-Pad: 0123456789abcdef\r\n'),
    noAnswer,
  ),
  does(
    'sends one header without end',
    (socket) => flood(socket, 'HTTP/1.1 200 OK\r\nX-Pad: ', 'x'.repeat(4096)),
    noAnswer,
  ),
  does(
    'asks for patience without end',
    (socket) => flood(socket, '', 'HTTP/1.1 100 Continue\r\n\r\n'),
    noAnswer,
  ),
  sends(
    'announces more than it sends',
    withLength((length) => length + 50_000),
    unreadable,
  ),
  sends(
    'announces less than it sends',
    withLength((length) => length - 20),
    unreadable,
  ),
  sends(
    'announces a length below nothing',
    withLength(() => -1),
    noAnswer,
  ),
  sends(
    'announces a length that is none',
    withLength(() => Number.NaN),
    noAnswer,
  ),
  sends(
    'announces two lengths',
    ({ body }) =>
      `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\nContent-Length: 7\r\n\r\n${body}`,
    noAnswer,
  ),
  sends(
    'announces chunks and a length',
    ({ body }) =>
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n${chunk(body)}0\r\n\r\n`,
    noAnswer,
  ),
  sends('announces chunks and sends none', ({ body }) => `${chunkedHead}${body}`, unreadable),
  sends(
    'lies about a chunk',
    ({ body }) => `${chunkedHead}${(body.length - 9).toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    unreadable,
  ),
  sends('leaves the last chunk out', ({ body }) => `${chunkedHead}${chunk(body)}`, unreadable),
  sends(
    'sends a coded transfer',
    ({ body }) => answer(zlib.gzipSync(body), { headers: { 'Transfer-Encoding': 'gzip' } }),
    noAnswer,
  ),
  sends('answers twice', ({ body }) => Buffer.concat([answer(body), answer(body)]), unreadable),
  sends('answers nothing at all', () => answer(''), unreadable),
  says('sends its body twice', ({ body }) => body + body, unreadable),
  says('sends its body twice, on lines', ({ body }) => `${body}\n${body}`, unreadable),
];

function withLength(change: (length: number) => number): (good: GoodAnswer) => Buffer {
  return ({ body }) =>
    answer(body, { headers: { 'Content-Length': String(change(Buffer.byteLength(body))) } });
}

const chunkedHead = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n';

const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** Sends `piece` for ever, as fast as it is taken. */
function flood(socket: Socket, first: string, piece: string): void {
  const pieces = Buffer.from(piece.repeat(Math.ceil(16_384 / piece.length)));
  const pump = (): void => {
    let taken = true;
    while (taken && !socket.destroyed) taken = socket.write(pieces);
    if (!socket.destroyed) socket.once('drain', pump);
  };
  socket.write(first);
  pump();
}
