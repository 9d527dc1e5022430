import tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { call, openLine, type Route } from '../../electron/billers/wire.ts';
import { startRawServer, type RawServer } from '../servers/raw-server.ts';
import { identity, messageTo, pem, routeTo, told } from './wire-bench.ts';

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{"ok":true}';
const selfMadePin = pem('self-made.pin').trim();
const otherPin = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

let server: RawServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(options?: tls.TlsOptions): Promise<RawServer> {
  server = await startRawServer(options);
  server.answerWith((socket) => void socket.write(answer));
  return server;
}

/** Calls, then opens a line and pays on it; both in a few words, which must agree. */
async function reach(host: string, route: Partial<Route> = {}): Promise<string> {
  if (server === undefined) throw new Error('there is no server');
  const message = messageTo(`https://${host}:${server.port}/payment`);
  const called = await call(message, routeTo(route));
  const line = await openLine(message, routeTo(route), 60_000);
  const words = [
    called.ok
      ? told(called.value)
      : `${called.error.code} ${'detail' in called.error ? called.error.detail : ''}`,
    line.ok ? told(await line.value.send().byDeadline) : `${line.error.code} ${line.error.detail}`,
  ];
  expect(words[0]).toBe(words[1]);
  await expect.poll(() => server?.standing(), { interval: 2 }).toBe(0);
  return words[0] ?? '';
}

const reached = '200 whole {"ok":true}';

describe('a host with a certificate', () => {
  it('that is good is reached, by TLS 1.3 and by 1.2', async () => {
    await serve(identity('loopback'));
    expect(await reach('127.0.0.1')).toBe(reached);
    expect(server?.posts).toBe(2);
    await server?.close();
    await serve({ ...identity('loopback'), maxVersion: 'TLSv1.2' });
    expect(await reach('127.0.0.1')).toBe(reached);
  });

  it.each([
    ['for another name', 'other-name', {}, 'tls-refused ERR_TLS_CERT_ALTNAME_INVALID'],
    ['that has expired', 'expired', {}, 'tls-refused CERT_HAS_EXPIRED'],
    ['of its own making', 'self-made', {}, 'tls-refused CERT_HAS_EXPIRED'],
    [
      'of an authority that is not the one given',
      'loopback',
      { ca: pem('self-made.pem') },
      'tls-refused UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
    ['while no authority is given', 'loopback', { ca: '' }, 'tls-refused UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    [
      'while the authority given is none',
      'loopback',
      { ca: 'no PEM' },
      'tls-refused UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
  ])('%s is sent nothing', async (_, name, route, outcome) => {
    await serve(identity(name));
    expect(await reach('127.0.0.1', route)).toBe(outcome);
    expect(server?.received).toBe('');
  });

  it('for a number is not reached by a name', async () => {
    await serve(identity('loopback'));
    expect(await reach('localhost')).toBe('tls-refused ERR_TLS_CERT_ALTNAME_INVALID');
    expect(server?.received).toBe('');
  });

  it('is known by any of several authorities', async () => {
    await serve(identity('loopback'));
    expect(await reach('127.0.0.1', { ca: pem('self-made.pem') + pem('authority.pem') })).toBe(reached);
  });
});

describe('a host with a pin', () => {
  it('is reached by its key alone, whatever its certificate says', async () => {
    await serve(identity('self-made'));
    expect(await reach('127.0.0.1', { pin: selfMadePin })).toBe(reached);
    expect(await reach('localhost', { pin: selfMadePin })).toBe(reached);
    expect(server?.posts).toBe(4);
  });

  it.each([
    ['another', otherPin],
    ['an empty one', ''],
    ['one cut short', selfMadePin.slice(0, -1)],
    ['one in other letters', selfMadePin.toLowerCase()],
  ])('is sent nothing where the pin is %s', async (_, pin) => {
    await serve(identity('self-made'));
    expect(await reach('127.0.0.1', { pin })).toBe(`pin-mismatch ${selfMadePin}`);
    expect(server?.received).toBe('');
  });

  it('is sent nothing where its certificate is good and its key another', async () => {
    await serve(identity('loopback'));
    expect(await reach('127.0.0.1', { pin: selfMadePin })).toMatch(/^pin-mismatch [A-Za-z0-9+/]{43}=$/);
    expect(server?.received).toBe('');
  });

  it('is sent nothing where it shows the certificate without holding the key', async () => {
    // The self-made certificate behind a leaf of another key: only the leaf's key was proven.
    const { key, cert } = identity('loopback');
    await serve({ key, cert: cert + pem('self-made.pem') });
    expect(await reach('127.0.0.1', { pin: selfMadePin })).toMatch(/^pin-mismatch /);
    expect(server?.received).toBe('');
  });

  it('makes a handshake of its own each time', async () => {
    const resumed: boolean[] = [];
    await serve(identity('self-made'));
    server?.greetWith((socket) => resumed.push(socket instanceof tls.TLSSocket && socket.isSessionReused()));
    for (let time = 0; time < 3; time += 1) await reach('127.0.0.1', { pin: selfMadePin });
    expect(resumed).toEqual(Array.from({ length: 6 }, () => false));
  });
});

describe('a host that', () => {
  it('speaks no TLS is sent nothing but the greeting', async () => {
    await serve();
    server?.greetWith((socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await reach('127.0.0.1')).toMatch(/^tls-refused /);
    expect(server?.received).not.toContain('POST');
  });

  it('hangs up in the handshake is unreachable', async () => {
    await serve();
    server?.greetWith((socket) => socket.destroy());
    expect(await reach('127.0.0.1')).toBe('unreachable ECONNRESET');
  });

  it.each(['TLSv1', 'TLSv1.1'] as const)('speaks no more than %s is refused', async (version) => {
    const old = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
    await serve({ ...identity('loopback'), ...old });
    expect(await reach('127.0.0.1')).toMatch(/^tls-refused /);
    expect(server?.connections).toBe(0);
  });

  it('speaks HTTP/2 alone is refused', async () => {
    await serve({ ...identity('loopback'), ALPNProtocols: ['h2'] });
    expect(await reach('127.0.0.1')).toMatch(/^tls-refused /);
    expect(server?.received).toBe('');
  });

  it('is told by name whom it is taken for, and is not when it is a number', async () => {
    const names: unknown[] = [];
    await serve(identity('loopback'));
    server?.greetWith((socket) => names.push(socket instanceof tls.TLSSocket && socket.servername));
    await reach('127.0.0.1');
    expect(names).toEqual([false, false]);
  });
});
