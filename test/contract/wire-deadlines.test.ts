import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaymentExchange } from '../../electron/billers/biller.ts';
import { call, openLine, type Line } from '../../electron/billers/wire.ts';
import { freePort } from '../fixtures/free-port.ts';
import { startRawServer, type RawServer } from '../servers/raw-server.ts';
import { identity, messageTo, rounds, routeTo, told, watchNearEnd } from './wire-bench.ts';

const deadlines = { connect: 10_000, firstByte: 20_000, whole: 35_000 };
const route = routeTo({ deadlines });
const lateMs = 600_000;
const good = '{"ok":true}';
const head = 'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n';

/** The wire's clock stands still but for `advance`; sockets are real, and have their own. */
const advance = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** Whether `promise` has come to its end by now. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false;
  void promise.then(() => (over = true));
  await rounds();
  return over;
}

describe.each(['http', 'https'] as const)('a deadline over %s', (protocol) => {
  let server: RawServer;
  let address: string;
  let far: Promise<net.Socket>;
  let near: ReturnType<typeof watchNearEnd>;

  /** The server's words, and not on until the wire has read them. */
  const say = async (socket: net.Socket, text: string): Promise<void> => {
    const before = server.written;
    socket.write(text);
    while (server.written === before) await rounds(1);
    await near.hasReadAll(server);
  };

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    near = watchNearEnd();
    server = await startRawServer(protocol === 'https' ? identity('loopback') : undefined);
    address = `${protocol}://127.0.0.1:${server.port}/payment`;
    far = new Promise((resolve) => server.answerWith(resolve));
  });
  afterEach(async () => {
    await server.close();
    near.restore();
    vi.useRealTimers();
  });

  const pay = async (): Promise<PaymentExchange> => {
    const line = await openLine(messageTo(address), route, lateMs);
    if (!line.ok) throw new Error(line.error.detail);
    return line.value.send();
  };

  const expectClosed = async (): Promise<void> => {
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    expect(server.posts).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  };

  it('for the first byte ends a call to a server that says nothing', async () => {
    const result = call(messageTo(address), route);
    await far;
    await advance(deadlines.firstByte - 1);
    expect(await isOver(result)).toBe(false);
    await advance(1);
    expect(await result).toEqual({ ok: false, error: { code: 'no-answer' } });
    await expectClosed();
  });

  it('for the whole ends a call to a server that began in time and trickles', async () => {
    const result = call(messageTo(address), route);
    const socket = await far;
    await say(socket, 'H');
    await advance(deadlines.firstByte);
    expect(await isOver(result)).toBe(false);
    await say(socket, `${head.slice(1)}{"ok`);
    await advance(deadlines.whole - deadlines.firstByte - 1);
    expect(await isOver(result)).toBe(false);
    await advance(1);
    const reply = await result;
    expect(reply.ok && told(reply.value)).toBe('200 cut {"ok');
    await expectClosed();
  });

  it('for the whole ends a call that has not even a whole head by then', async () => {
    const result = call(messageTo(address), route);
    await say(await far, head.slice(0, 20));
    await advance(deadlines.whole);
    expect(await result).toEqual({ ok: false, error: { code: 'no-answer' } });
    await expectClosed();
  });

  it('leaves no timer behind a call that was answered in time', async () => {
    const result = call(messageTo(address), route);
    await say(await far, head + good);
    const reply = await result;
    expect(reply.ok && told(reply.value)).toBe(`200 whole ${good}`);
    await expectClosed();
  });

  it('for the first byte ends the wait for a payment, not the reading', async () => {
    const exchange = await pay();
    const socket = await far;
    await advance(deadlines.firstByte - 1);
    expect(await isOver(exchange.byDeadline)).toBe(false);
    await advance(1);
    expect(await exchange.byDeadline).toBeUndefined();
    expect(await isOver(exchange.late)).toBe(false);
    await advance(lateMs - 1);
    await say(socket, head + good);
    expect(told(await exchange.late)).toBe(`200 whole ${good}`);
    await expectClosed();
  });

  it('for the whole ends the wait for a payment, and what came before and after it is one answer', async () => {
    const exchange = await pay();
    const socket = await far;
    await say(socket, `${head}{"ok`);
    await advance(deadlines.whole - 1);
    expect(await isOver(exchange.byDeadline)).toBe(false);
    await advance(1);
    expect(await exchange.byDeadline).toBeUndefined();
    await say(socket, '":true}');
    expect(told(await exchange.late)).toBe(`200 whole ${good}`);
    await expectClosed();
  });

  it('for late answers ends the reading of a payment', async () => {
    const exchange = await pay();
    await far;
    await advance(deadlines.firstByte);
    expect(await exchange.byDeadline).toBeUndefined();
    await advance(lateMs - 1);
    expect(await isOver(exchange.late)).toBe(false);
    await advance(1);
    expect(await exchange.late).toBeUndefined();
    await expectClosed();
  });

  it('for late answers counts from when the wait ended, and keeps what came', async () => {
    const exchange = await pay();
    await say(await far, `${head}{"ok`);
    await advance(deadlines.whole);
    expect(await exchange.byDeadline).toBeUndefined();
    await advance(lateMs - 1);
    expect(await isOver(exchange.late)).toBe(false);
    await advance(1);
    expect(told(await exchange.late)).toBe('200 cut {"ok');
    await expectClosed();
  });

  it('passed is not taken for the end of the connection: a server that hangs up late ends it', async () => {
    const exchange = await pay();
    const socket = await far;
    await advance(deadlines.firstByte);
    expect(await exchange.byDeadline).toBeUndefined();
    socket.destroy();
    expect(await exchange.late).toBeUndefined();
    await expectClosed();
  });

  it('leaves no timer behind a payment that was answered in time', async () => {
    const exchange = await pay();
    await say(await far, head + good);
    expect(told(await exchange.byDeadline)).toBe(`200 whole ${good}`);
    expect(await exchange.late).toBeUndefined();
    await expectClosed();
  });
});

describe('a call that is abandoned', () => {
  let server: RawServer;
  beforeEach(async () => {
    server = await startRawServer();
  });
  afterEach(() => server.close());
  const abandonedFault = { ok: false, error: { code: 'abandoned' } };

  it('before it began connects to nobody', async () => {
    const message = messageTo(`http://127.0.0.1:${server.port}/`);
    expect(await call(message, routeTo(), AbortSignal.abort())).toEqual(abandonedFault);
    await rounds(20);
    expect(server.connections).toBe(0);
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    expect(server.received).toBe('');
  });

  it('while it connects sends nothing', async () => {
    const cancel = new AbortController();
    server.greetWith(() => cancel.abort());
    // No TLS ever comes of this server, so the handshake is what is abandoned.
    const message = messageTo(`https://127.0.0.1:${server.port}/`);
    expect(await call(message, routeTo(), cancel.signal)).toEqual(abandonedFault);
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    expect(server.posts).toBe(0);
  });

  it.each([
    ['while it waits', ''],
    ['in the head', head.slice(0, 20)],
    ['in the body', `${head}{"ok`],
  ])('%s hangs up', async (_, text) => {
    const cancel = new AbortController();
    const message = messageTo(`http://127.0.0.1:${server.port}/`);
    server.answerWith((socket) => void socket.write(text, () => cancel.abort()));
    expect(await call(message, routeTo(), cancel.signal)).toEqual(abandonedFault);
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    expect(server.posts).toBe(1);
  });

  it('after its end changes nothing', async () => {
    const cancel = new AbortController();
    server.answerWith((socket) => void socket.write(head + good));
    const reply = await call(messageTo(`http://127.0.0.1:${server.port}/`), routeTo(), cancel.signal);
    cancel.abort();
    expect(reply.ok && told(reply.value)).toBe(`200 whole ${good}`);
  });
});

describe('a connection', () => {
  const sockets: net.Socket[] = [];
  const server = net.createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  let port = 0;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  });
  afterEach(async () => {
    vi.useRealTimers();
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => void server.close(resolve));
  });

  it('whose handshake never ends is given up at the deadline', async () => {
    const arrived = once(server, 'connection');
    const result = openLine(messageTo(`https://127.0.0.1:${port}/`), route, lateMs);
    await arrived;
    await rounds();
    await advance(deadlines.connect - 1);
    expect(await isOver(result)).toBe(false);
    await advance(1);
    expect(await result).toEqual({ ok: false, error: { code: 'unreachable', detail: 'ETIMEDOUT' } });
    expect(vi.getTimerCount()).toBe(0);
    // A server without a reader does not see the end of the connection.
    for (const socket of sockets) socket.resume();
    await expect
      .poll(() => new Promise((resolve) => void server.getConnections((_, n) => resolve(n))))
      .toBe(0);
  });

  it('that is refused is unreachable, and leaves no timer', async () => {
    const free = await freePort();
    const refused = { ok: false, error: { code: 'unreachable', detail: 'ECONNREFUSED' } };
    for (const protocol of ['http', 'https']) {
      const message = messageTo(`${protocol}://127.0.0.1:${free}/`);
      expect(await call(message, route)).toEqual(refused);
      expect(await openLine(message, route, lateMs)).toEqual(refused);
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(['http://localhost:1/', 'http://192.0.2.1/', 'ftp://127.0.0.1/', 'https://user:pass@127.0.0.1/'])(
    'to %s is never made',
    async (address) => {
      const connect = vi.spyOn(net, 'connect');
      const never = { ok: false, error: { code: 'unreachable', detail: 'ERR_INVALID_URL' } };
      expect(await call(messageTo(address), route)).toEqual(never);
      expect(await openLine(messageTo(address), route, lateMs)).toEqual(never);
      expect(connect).not.toHaveBeenCalled();
      connect.mockRestore();
    },
  );
});

describe.each(['http', 'https'] as const)('a line over %s', (protocol) => {
  let server: RawServer;
  beforeEach(async () => {
    server = await startRawServer(protocol === 'https' ? identity('loopback') : undefined);
  });
  afterEach(() => server.close());

  const open = async (): Promise<Line> => {
    const address = `${protocol}://127.0.0.1:${server.port}/`;
    const line = await openLine(messageTo(address), routeTo(), lateMs);
    if (!line.ok) throw new Error(line.error.detail);
    return line.value;
  };

  it('sends nothing until it is told to', async () => {
    const line = await open();
    await rounds(20);
    expect(server.received).toBe('');
    server.answerWith((socket) => void socket.write(head + good));
    expect(told(await line.send().byDeadline)).toBe(`200 whole ${good}`);
    expect(server.posts).toBe(1);
  });

  it('sends once', async () => {
    const line = await open();
    server.answerWith((socket) => void socket.write(head + good));
    const exchange = line.send();
    expect(() => line.send()).toThrow('a payment is sent at most once');
    await exchange.byDeadline;
    expect(() => line.send()).toThrow('a payment is sent at most once');
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    expect(server.posts).toBe(1);
    expect(server.connections).toBe(1);
  });

  it('that is abandoned sends nothing, ever', async () => {
    const line = await open();
    line.abandon();
    line.abandon();
    expect(() => line.send()).toThrow('a payment is sent at most once');
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    expect(server.received).toBe('');
  });

  it('that has sent listens on, even when abandoned', async () => {
    const line = await open();
    server.answerWith((socket) => void socket.write(head + good));
    const exchange = line.send();
    line.abandon();
    expect(told(await exchange.byDeadline)).toBe(`200 whole ${good}`);
  });

  it('that the server closed meanwhile has no answer, and makes no second one', async () => {
    server.greetWith((socket) => socket.end());
    const line = await open();
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    const exchange = line.send();
    expect(await exchange.byDeadline).toBeUndefined();
    expect(await exchange.late).toBeUndefined();
    expect(server.received).toBe('');
    expect(server.connections).toBe(1);
  });

  it('that breaks while nobody uses it breaks nothing else', async () => {
    const arrived = new Promise<net.Socket>((resolve) => server.greetWith(resolve));
    const line = await open();
    const far = await arrived;
    if (protocol === 'http') far.resetAndDestroy();
    else far.destroy(new Error('broken'));
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    await rounds(20);
    expect(await line.send().byDeadline).toBeUndefined();
    expect(server.posts).toBe(0);
  });

  it('takes no answer that came before the question', async () => {
    const near = watchNearEnd();
    const greeted = new Promise<void>((resolve) =>
      server.greetWith((socket) => void socket.write(head + good, () => resolve())),
    );
    const line = await open();
    await greeted;
    await near.hasReadAll(server);
    near.restore();
    const exchange = line.send();
    expect(await exchange.byDeadline).toBeUndefined();
    expect(await exchange.late).toBeUndefined();
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    expect(server.received).toBe('');
  });
});
