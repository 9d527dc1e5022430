import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, openLine, type Route } from '../../electron/billers/wire.ts';
import { startConnectProxy, type ConnectProxy } from '../servers/connect-proxy.ts';
import { startRawServer, type RawServer } from '../servers/raw-server.ts';
import { identity, messageTo, pem, rounds, routeTo, told } from './wire-bench.ts';

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{"ok":true}';
const reached = '200 whole {"ok":true}';
const selfMadePin = pem('self-made.pin').trim();

describe('through a proxy', () => {
  let server: RawServer;
  let proxy: ConnectProxy;

  const serve = async (name: string): Promise<void> => {
    server = await startRawServer(identity(name));
    server.answerWith((socket) => void socket.write(answer));
    proxy = await startConnectProxy(server.port);
  };
  beforeEach(() => serve('loopback'));
  const close = async (): Promise<void> => {
    await proxy.close();
    await server.close();
  };
  afterEach(close);

  /** Calls, then opens a line and pays on it; both in a few words, which must agree. */
  const reach = async (address: string, route: Partial<Route> = {}): Promise<string> => {
    const by = routeTo({ proxy: proxy.address, ...route });
    const called = await call(messageTo(address), by);
    const line = await openLine(messageTo(address), by, 60_000);
    const words = [
      called.ok
        ? told(called.value)
        : `${called.error.code} ${'detail' in called.error ? called.error.detail : ''}`,
      line.ok ? told(await line.value.send().byDeadline) : `${line.error.code} ${line.error.detail}`,
    ];
    expect(words[0]).toBe(words[1]);
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    await expect.poll(() => proxy.standing(), { interval: 2 }).toBe(0);
    return words[0] ?? '';
  };

  it('a biller is reached, and the proxy is told its host and port and nothing else', async () => {
    expect(await reach('https://biller.test/h2h/trx/payment')).toBe(reached);
    const asked = 'CONNECT biller.test:443 HTTP/1.1\r\nHost: biller.test:443\r\n\r\n';
    expect(proxy.asked).toEqual([asked, asked]);
    expect(server.posts).toBe(2);
    expect(server.received).toContain('Host: biller.test\r\n');
  });

  it('another port and a number are asked for as they are', async () => {
    const pin = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
    await reach('https://203.0.113.7:8443/', { pin });
    await reach('https://[2001:db8::7]:8443/', { pin });
    expect(proxy.asked.map((asked) => asked.split('\r\n')[0])).toEqual([
      'CONNECT 203.0.113.7:8443 HTTP/1.1',
      'CONNECT 203.0.113.7:8443 HTTP/1.1',
      'CONNECT [2001:db8::7]:8443 HTTP/1.1',
      'CONNECT [2001:db8::7]:8443 HTTP/1.1',
    ]);
  });

  it('a biller must be who it should be all the same', async () => {
    expect(await reach('https://elsewhere.test/')).toBe('tls-refused ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await reach('https://203.0.113.7/')).toBe('tls-refused ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await reach('https://biller.test/', { ca: pem('self-made.pem') })).toMatch(/^tls-refused UNABLE/);
    expect(await reach('https://biller.test/', { pin: selfMadePin })).toMatch(/^pin-mismatch /);
    expect(server.received).toBe('');
  });

  it('a biller reached by its number is known by its pin', async () => {
    await close();
    await serve('self-made');
    expect(await reach('https://203.0.113.7/', { pin: selfMadePin })).toBe(reached);
    expect(await reach('https://203.0.113.7/')).toMatch(/^tls-refused /);
    expect(server.posts).toBe(2);
  });

  const says =
    (text: string) =>
    (socket: net.Socket): void =>
      void socket.write(text);

  it.each([
    ['wants a password', says('HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\n\r\n'), 'HTTP_407'],
    ['forbids', says('HTTP/1.1 403 No\r\nContent-Length: 4\r\n\r\nNope'), 'HTTP_403'],
    ['finds nobody', says('HTTP/1.1 502 Bad Gateway\r\n\r\n'), 'HTTP_502'],
    ['redirects', says('HTTP/1.1 302 There\r\nLocation: http://127.0.0.1/\r\n\r\n'), 'HTTP_302'],
    ['says something like yes', says('HTTP/1.1 204 Fine\r\n\r\n'), 'HTTP_204'],
    ['asks for patience', says('HTTP/1.1 100 Continue\r\n\r\n'), 'HTTP_100'],
    ['switches protocols', says('HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'), 'HTTP_101'],
    ['says more than yes', says('HTTP/1.1 200 OK\r\n\r\n<html>'), 'EPROTO'],
    ['is no proxy', says('SSH-2.0-OpenSSH_9.2\r\n'), 'HPE_INVALID_CONSTANT'],
    ['has a head without end', says(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(20_000)}`), 'HPE_HEADER_OVERFLOW'],
    ['hangs up', (socket: net.Socket) => void socket.end(), 'ECONNRESET'],
    ['resets', (socket: net.Socket) => void socket.resetAndDestroy(), 'ECONNRESET'],
    ['hangs up in its head', (socket: net.Socket) => void socket.end('HTTP/1.1 200 OK\r\nX'), 'ECONNRESET'],
  ])('that %s nothing is sent', async (_, act, detail) => {
    proxy.refuseWith(act);
    expect(await reach('https://biller.test/')).toBe(`proxy-refused ${detail}`);
    expect(proxy.asked).toHaveLength(2);
    expect(server.connections).toBe(0);
  });

  it('that hangs up once the tunnel stands nothing is sent', async () => {
    proxy.refuseWith((socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    expect(await reach('https://biller.test/')).toBe('unreachable ECONNRESET');
    expect(server.connections).toBe(0);
  });

  it('that is not there nothing is sent', async () => {
    await proxy.close();
    expect(await call(messageTo('https://biller.test/'), routeTo({ proxy: proxy.address }))).toEqual({
      ok: false,
      error: { code: 'proxy-refused', detail: 'ECONNREFUSED' },
    });
  });

  it.each([
    'https://127.0.0.1:1',
    'socks5://127.0.0.1:1',
    'http://user:pass@127.0.0.1:1',
    'http://user@127.0.0.1:1',
    'http://127.0.0.1:1/path',
    'http://127.0.0.1:99999',
    '127.0.0.1:1',
    '',
  ])('that is given as "%s" nobody is called', async (address) => {
    const connect = vi.spyOn(net, 'connect');
    expect(await reach('https://biller.test/', { proxy: address })).toBe('proxy-refused ERR_INVALID_URL');
    expect(connect).not.toHaveBeenCalled();
    connect.mockRestore();
  });

  it('this machine is never reached', async () => {
    expect(await reach(`https://127.0.0.1:${server.port}/`)).toBe(reached);
    expect(proxy.connections).toBe(0);
  });

  it.each([
    ['says nothing', ''],
    ['trickles', 'HTTP/1.1 200'],
  ])('that %s the connection is given up at its deadline', async (_, text) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const by = routeTo({
        proxy: proxy.address,
        deadlines: { connect: 1000, firstByte: 9000, whole: 9000 },
      });
      const asked = new Promise<void>((resolve) =>
        proxy.refuseWith((socket) => void socket.write(text, () => resolve())),
      );
      const line = openLine(messageTo('https://biller.test/'), by, 9000);
      await asked;
      await rounds();
      await vi.advanceTimersByTimeAsync(1000);
      expect(await line).toEqual({ ok: false, error: { code: 'proxy-refused', detail: 'ETIMEDOUT' } });
      expect(vi.getTimerCount()).toBe(0);
      await expect.poll(() => proxy.standing(), { interval: 2 }).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('a tunnel to a host that never answers is given up at the deadline', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const by = routeTo({
        proxy: proxy.address,
        deadlines: { connect: 1000, firstByte: 9000, whole: 9000 },
      });
      const greeted = new Promise<void>((resolve) =>
        proxy.refuseWith((socket) => {
          socket.once('data', () => resolve());
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
        }),
      );
      const line = openLine(messageTo('https://biller.test/'), by, 9000);
      // The first of TLS has gone through the tunnel.
      await greeted;
      await vi.advanceTimersByTimeAsync(1000);
      expect(await line).toEqual({ ok: false, error: { code: 'unreachable', detail: 'ETIMEDOUT' } });
      await expect.poll(() => proxy.standing(), { interval: 2 }).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
