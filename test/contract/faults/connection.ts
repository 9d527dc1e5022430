import type { Socket } from 'node:net';
import { answer } from '../../servers/scripted-server.ts';
import { does, fault, noAnswer, sends, unreadable, type Fault } from './fault.ts';

/** The connection breaks, or nothing comes. */
export const connection: readonly Fault[] = [
  fault(
    'resets before it has read',
    { when: 'first-byte', act: (socket) => socket.resetAndDestroy() },
    noAnswer,
  ),
  fault('hangs up before it has read', { when: 'first-byte', act: (socket) => socket.end() }, noAnswer),
  does('resets after it has read', (socket) => socket.resetAndDestroy(), noAnswer),
  does('hangs up without a word', (socket) => socket.end(), noAnswer),
  does('says nothing', () => undefined, noAnswer, { pace: 'hasty' }),
  does('trickles its answer', (socket, { body }) => trickle(socket, answer(body)), noAnswer, {
    pace: 'hasty',
  }),
  does(
    'stops in the middle of its answer',
    (socket, { body }) => socket.write(answer(body).subarray(0, -40)),
    { question: ['unreadable-reply', 'no-answer'], payment: ['unknown no-answer'] },
    { pace: 'hasty' },
  ),
  does(
    'stops in the middle of its head',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Ty'),
    noAnswer,
    {
      pace: 'hasty',
    },
  ),
  does(
    'asks for patience and then says nothing',
    (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'),
    noAnswer,
    {
      pace: 'hasty',
    },
  ),
  does(
    'switches protocols',
    (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    noAnswer,
    { pace: 'hasty' },
  ),
  sends('breaks off in its head', () => 'HTTP/1.1 200 OK\r\nContent-Type: app', noAnswer),
  sends('cuts its answer short', ({ body }) => answer(body).subarray(0, -40), unreadable),
  sends('loses the last byte', ({ body }) => answer(body).subarray(0, -1), unreadable),
  sends('sends its head alone', ({ body }) => answer(body).subarray(0, -Buffer.byteLength(body)), unreadable),
  does(
    'resets in the middle of its answer',
    (socket, { body }) =>
      void socket.write(answer(body).subarray(0, -40), () => setImmediate(() => socket.resetAndDestroy())),
    // A reset may overtake what was sent before it.
    {
      question: ['unreadable-reply', 'no-answer'],
      payment: ['unknown unreadable-reply', 'unknown no-answer'],
    },
  ),
];

/** So slowly that not even the head is there by a short deadline. */
function trickle(socket: Socket, bytes: Buffer): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (!socket.writable || sent === bytes.length) return clearInterval(timer);
    socket.write(bytes.subarray(sent, sent + 1));
    sent += 1;
  }, 20);
  socket.once('close', () => clearInterval(timer));
}
