import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createCounterPool,
  type CounterPool,
  type Pace,
  type ScriptedCounter,
} from '../../contract/scripted-counter.ts';
import { wireForms } from '../../contract/wire-forms.ts';

/**
 * What makes browsers send a POST again: a connection that the server kept after an earlier answer, and that breaks when
 * the next request is on it. A payment has a connection of its own, and reaches the server once, whatever becomes of it.
 */

/** The connections a server has kept, that of the payment last. */
interface Kept {
  readonly earlier: readonly Socket[];
  readonly own: Socket;
  /** A whole good answer to the payment, after which the server keeps the connection. */
  readonly answer: Buffer;
}

interface Breakage {
  readonly name: string;
  readonly act: (kept: Kept) => void;
  readonly outcome: RegExp;
  readonly pace?: Pace;
}

const paid = /^paid$/;
const nobodyKnows = /^unknown (?:no-answer|unreadable-reply)$/;
/** A reset may overtake what was sent before it. */
const paidOrNobodyKnows = /^(?:paid|unknown no-answer|unknown unreadable-reply)$/;

const cut = (bytes: Buffer, part: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * part));
const resetAll = (sockets: readonly Socket[]): void => {
  for (const socket of sockets) socket.resetAndDestroy();
};

const breakages: readonly Breakage[] = [
  { name: 'answers and keeps it', act: ({ own, answer }) => void own.write(answer), outcome: paid },
  {
    name: 'answers, and resets it a moment later',
    act: ({ own, answer }) => void own.write(answer, () => setTimeout(() => own.resetAndDestroy(), 20)),
    outcome: paidOrNobodyKnows,
  },
  {
    name: 'answers, and resets it at once',
    act({ own, answer }) {
      own.write(answer);
      own.resetAndDestroy();
    },
    outcome: paidOrNobodyKnows,
  },
  { name: 'resets it', act: ({ own }) => void own.resetAndDestroy(), outcome: nobodyKnows },
  { name: 'hangs up', act: ({ own }) => void own.end(), outcome: nobodyKnows },
  {
    name: 'resets it in its head',
    act: ({ own, answer }) => void own.write(cut(answer, 0.1), () => own.resetAndDestroy()),
    outcome: nobodyKnows,
  },
  {
    name: 'resets it in its body',
    act: ({ own, answer }) => void own.write(cut(answer, 0.7), () => own.resetAndDestroy()),
    outcome: nobodyKnows,
  },
  {
    name: 'hangs up in its body',
    act: ({ own, answer }) => void own.end(cut(answer, 0.7)),
    outcome: nobodyKnows,
  },
  {
    name: 'resets the earlier ones, and answers',
    act({ earlier, own, answer }) {
      resetAll(earlier);
      own.write(answer);
    },
    outcome: paid,
  },
  {
    name: 'resets the earlier ones and this one',
    act: ({ earlier, own }) => resetAll([...earlier, own]),
    outcome: nobodyKnows,
  },
  {
    name: 'says on the earlier ones that they timed out, and resets this one',
    act({ earlier, own }) {
      for (const socket of earlier) {
        socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      }
      own.resetAndDestroy();
    },
    outcome: nobodyKnows,
  },
  {
    name: 'answers on an earlier one',
    act({ earlier, answer }) {
      for (const socket of earlier) socket.write(answer);
    },
    outcome: nobodyKnows,
    pace: 'hasty',
  },
  {
    name: 'has it sent again, by its words',
    act: ({ own }) =>
      void own.write(
        'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n',
      ),
    outcome: nobodyKnows,
  },
  {
    name: 'says that the request went astray',
    act: ({ own }) =>
      void own.write(
        'HTTP/1.1 421 Misdirected Request\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n',
      ),
    outcome: nobodyKnows,
  },
];

/** Long enough for whoever sends again by itself. */
const aMoment = 60;

const keeping = (body: string, type: string): Buffer =>
  Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: keep-alive\r\nKeep-Alive: timeout=60, max=100\r\n\r\n${body}`,
  );

/** A server that keeps each connection after its answer to an inquiry; the sockets it kept. */
function keepInquiries({ form, ...counter }: ScriptedCounter): readonly Socket[] {
  const kept: Socket[] = [];
  counter.answer('inquiry', (socket, good) => {
    kept.push(socket);
    socket.write(keeping(good.body, form.contentType));
  });
  return kept;
}

const pool: CounterPool = createCounterPool();
afterAll(() => pool.close());

describe.each(wireForms)(
  'a payment at $name, where the server kept the connection of the inquiry and now',
  (form) => {
    it.concurrent.each(breakages)('$name, is sent once', ({ act, outcome, pace = 'patient' }) =>
      pool.use(form, pace, async (counter) => {
        const { server } = counter;
        const earlier = keepInquiries(counter);
        counter.answer('payment', (own, good) =>
          act({ earlier, own, answer: keeping(good.body, form.contentType) }),
        );
        const quote = await counter.quote();
        const before = server.begun;
        const connections = server.connections;
        expect(await counter.pay(quote)).toMatch(outcome);
        await sleep(aMoment);
        expect(server.posts.filter((call) => call === 'payment')).toEqual(['payment']);
        expect(server.begun - before).toBe(1);
        expect(server.connections - connections).toBe(1);
        // Whoever asks again asks on a new connection, and nobody pays.
        await counter.again();
        expect(await counter.pay(quote)).toBe('quote-gone');
        expect(server.posts.filter((call) => call === 'payment')).toEqual(['payment']);
      }),
    );
  },
);

describe.each(wireForms)('at $name, a server that answers the first request of a connection', (form) => {
  it('and resets it at the second, gets each payment of three customers once', () =>
    pool.use(form, 'patient', async (counter) => {
      const seen = new Map<Socket, number>();
      let payments = 0;
      for (let customer = 0; customer < 3; customer += 1) {
        counter.next();
        for (const call of ['inquiry', 'payment'] as const) {
          counter.answer(call, (socket, good) => {
            const count = (seen.get(socket) ?? 0) + 1;
            seen.set(socket, count);
            if (call === 'payment') payments += 1;
            if (count > 1) socket.resetAndDestroy();
            else socket.write(keeping(good.body, form.contentType));
          });
        }
        expect(await counter.pay(await counter.quote())).toBe('paid');
        await sleep(aMoment);
      }
      expect(payments).toBe(3);
      expect([...seen.values()]).toEqual([1, 1, 1, 1, 1, 1]);
    }));

  it('and resets every later connection at its first byte, gets no payment twice', () =>
    pool.use(form, 'patient', async (counter) => {
      const { server } = counter;
      keepInquiries(counter);
      const quote = await counter.quote();
      const before = server.begun;
      server.interrupt((socket) => socket.resetAndDestroy());
      expect(await counter.pay(quote)).toMatch(nobodyKnows);
      await sleep(aMoment);
      expect(server.begun - before).toBe(1);
      expect(await counter.again()).toBe('payment-open');
      expect(server.begun - before).toBe(1);
    }));
});
