import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  startTeleanjarServer,
  type TeleanjarServer,
  type TeleanjarServerOptions,
} from '../../../electron/training/teleanjar-server.ts';
import { call, morning, parse, respidOf, send, signedBody, type Body } from './gateway-client.ts';

const servers: TeleanjarServer[] = [];

async function start(options: TeleanjarServerOptions = {}): Promise<TeleanjarServer> {
  const server = await startTeleanjarServer({ now: () => morning, seed: 'test', ...options });
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const order = 'TELE-PLN-POSTPAID|530000000001';
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

/** The `response` to a valid inquiry with something changed. */
async function refusalOf(server: TeleanjarServer, change: (body: Body) => Body): Promise<string> {
  const body = JSON.stringify(change(signedBody(server, order)));
  const answer = await send(`${server.baseUrl}/inquiry`, body);
  expect(answer.status).toBe(200);
  const reply = parse(answer.text);
  expect(Object.keys(reply)).toEqual(['response']);
  return reply.response;
}

describe('manners', () => {
  it('lives on loopback under the path of the document', async () => {
    const server = await start();
    expect(server.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/tele-api-v2\/h2h\/trx$/);
  });

  it('closes even on a client that would stay', async () => {
    const server = await start();
    const body = JSON.stringify(signedBody(server, order));
    const answer = await fetch(`${server.baseUrl}/inquiry`, { method: 'POST', body });
    expect(parse(await answer.text()).response).toBe('SWT:0000');
    expect(answer.headers.get('connection')).toBe('close');
  });

  it('answers JSON with the date of its own clock', async () => {
    const server = await start();
    const { status, headers } = await send(
      `${server.baseUrl}/inquiry`,
      JSON.stringify(signedBody(server, order)),
    );
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    expect(headers.date).toBe('Sat, 21 Nov 2026 03:15:30 GMT');
  });

  it('escapes slashes as PHP does', async () => {
    const server = await start();
    const { text } = await send(`${server.baseUrl}/inquiry`, JSON.stringify(signedBody(server, order)));
    expect(text).toContain(String.raw`TARIF\/DAYA : R1\/1300VA`);
    expect(text).not.toMatch(/[^\\]\//);
  });

  it('takes an optional ket, signed between uuid and dtime', async () => {
    const server = await start();
    const url = `${server.baseUrl}/inquiry`;
    const withKet = await send(url, JSON.stringify(signedBody(server, order, { ket: 'kasir 2' })));
    const { ket: _, ...withoutKet } = signedBody(server, order);
    const without = await send(url, JSON.stringify(withoutKet));
    expect([parse(withKet.text).response, parse(without.text).response]).toEqual(['SWT:0000', 'SWT:0000']);
  });

  it('can be set to join by blanks, and then takes no pipes', async () => {
    const server = await start({ separator: 'blank' });
    expect((await call(server, 'inquiry', 'TELE-PLN-POSTPAID 530000000001')).response).toBe('SWT:0000');
    expect((await call(server, 'inquiry', order)).response).toBe('KILLME:PRODUK TIDAK TERDAFTAR');
  });

  it('sells under the product codes it is given', async () => {
    const server = await start({ productCodes: { 'pln-postpaid': 'PLNPOST' } });
    expect((await call(server, 'inquiry', 'PLNPOST|530000000001')).response).toBe('SWT:0000');
    expect((await call(server, 'inquiry', order)).response).toBe('KILLME:PRODUK TIDAK TERDAFTAR');
    expect((await call(server, 'inquiry', 'TELE-PLN-PREPAID|53000000001')).response).toBe('SWT:0000');
  });

  it('gives other numbers under another seed, the same under the same', async () => {
    const replies = await Promise.all(
      ['a', 'a', 'b'].map(async (seed) => call(await start({ seed }), 'inquiry', order)),
    );
    const [first, second, third] = replies.map(({ respid }) => respid);
    expect(first).toBe(second);
    expect(first).not.toBe(third);
  });

  it('counts requests by path', async () => {
    const server = await start();
    await call(server, 'inquiry', order);
    await call(server, 'inquiry', order);
    await call(server, 'payment', order);
    await call(server, 'cek_status', `${order}|2026-11-21`);
    await send(`${server.baseUrl}/cek_status`, '{}');
    await send(`${server.baseUrl}/purchase`, '{}');
    expect(server.requests).toEqual({ inquiry: 2, payment: 1, status: 2, other: 1 });
  });
});

describe('the Date header', () => {
  const clock = 'Sat, 21 Nov 2026 03:15:30 GMT';
  const dateOf = async (url: string, body: string, method?: string) =>
    (await send(url, body, method)).headers.date;

  it('is of the server’s clock on every page, whatever it says', async () => {
    const server = await start();
    const url = `${server.baseUrl}/inquiry`;
    const body = JSON.stringify(signedBody(server, order));
    expect(await dateOf(url, body)).toBe(clock);
    expect(await dateOf(url, '{}')).toBe(clock);
    expect(await dateOf(url, 'x'.repeat(65_537))).toBe(clock);
    expect(await dateOf(url, '', 'GET')).toBe(clock);
    expect(await dateOf(`${server.baseUrl}/purchase`, body)).toBe(clock);
    expect(await dateOf(`${server.baseUrl}/cek_status`, body)).toBe(clock);
    server.setAddressRefused(true);
    expect(await dateOf(url, body)).toBe(clock);
  });

  it('is of the server’s clock on a gateway’s error in place of a payment’s answer', async () => {
    const server = await start();
    const trouble = 'TELE-PLN-POSTPAID|530000002003';
    const respid = await respidOf(server, trouble);
    const answer = await send(
      `${server.baseUrl}/payment`,
      JSON.stringify(signedBody(server, `${trouble}|${respid}`)),
    );
    expect([answer.status, answer.headers.date]).toEqual([502, clock]);
  });

  it('moves with the clock, back as well as on', async () => {
    let now: number = morning;
    const server = await start({ now: () => now });
    const dates: unknown[] = [];
    for (const minutes of [0, 3, -3]) {
      now = morning + minutes * 60_000;
      dates.push(await dateOf(`${server.baseUrl}/inquiry`, '{}'));
    }
    expect(dates).toEqual([clock, 'Sat, 21 Nov 2026 03:18:30 GMT', 'Sat, 21 Nov 2026 03:12:30 GMT']);
  });

  it('is the time the answer leaves, not the time of the payment', async () => {
    let seconds = 0;
    const server = await start({
      now: () => {
        seconds += 1;
        return morning + seconds * 1_000;
      },
    });
    const respid = await respidOf(server, order);
    const body = JSON.stringify(signedBody(server, `${order}|${respid}`));
    const left = Date.parse((await dateOf(`${server.baseUrl}/payment`, body)) ?? '');
    expect(server.books.payments()).toHaveLength(1);
    expect(left).toBe(morning + seconds * 1_000);
    expect(left).toBeGreaterThan(server.books.payments()[0]?.at ?? Infinity);
  });
});

describe('what the web server refuses by itself', () => {
  it.each(['GET', 'PUT', 'DELETE'])('%s: 405', async (method) => {
    const server = await start();
    const answer = await send(`${server.baseUrl}/inquiry`, '', method);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('POST');
  });

  it('an unknown path: 404', async () => {
    const server = await start();
    expect((await send(`${server.baseUrl}/purchase`, '{}')).status).toBe(404);
    expect((await send(new URL('/', server.baseUrl).href, '{}')).status).toBe(404);
  });

  it('an address that is not registered: 403 in HTML, and back', async () => {
    const server = await start();
    server.setAddressRefused(true);
    const refused = await send(`${server.baseUrl}/payment`, JSON.stringify(signedBody(server, order)));
    expect(refused.status).toBe(403);
    expect(refused.headers['content-type']).toContain('text/html');
    expect(refused.text).toContain('Forbidden');
    server.setAddressRefused(false);
    expect((await call(server, 'inquiry', order)).response).toBe('SWT:0000');
  });
});

describe('what the gateway refuses in words', () => {
  it.each([
    ['not JSON', '{"uuid": '],
    ['an array', '[]'],
    ['a string', '"uuid"'],
    ['null', 'null'],
    ['nothing', ''],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['a byte-order mark', '\ufeff{}'],
  ])('a body that is %s', async (_, body) => {
    const server = await start();
    const answer = await send(`${server.baseUrl}/inquiry`, body);
    expect(answer.status).toBe(200);
    expect(parse(answer.text)).toEqual({ response: 'KILLME:FORMAT JSON TIDAK SESUAI' });
  });

  it.each(['uuid', 'ppid', 'udata', 'dtime', 'X-API-KEY', 'signature'])('a missing %s', async (name) => {
    const server = await start();
    const without = (body: Body) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
    expect(await refusalOf(server, without)).toBe(`KILLME:PARAMETER ${name} TIDAK ADA`);
    expect(await refusalOf(server, (body) => ({ ...body, [name]: 1 }))).toBe(
      `KILLME:PARAMETER ${name} TIDAK ADA`,
    );
  });

  it.each([
    ['udata', 'Udata'],
    ['signature', 'Signature'],
    ['uuid', 'UUID'],
    ['ppid', 'Ppid'],
    ['dtime', 'Dtime'],
    ['X-API-KEY', 'x-api-key'],
  ])('%s written %s', async (right, wrong) => {
    const server = await start();
    const rename = (body: Body) =>
      Object.fromEntries(Object.entries(body).map(([key, value]) => [key === right ? wrong : key, value]));
    expect(await refusalOf(server, rename)).toBe(`KILLME:PARAMETER ${right} TIDAK ADA`);
  });

  it.each([
    ['a parameter it does not know', { Ket: '' }, 'PARAMETER Ket TIDAK DIKENAL'],
    ['a ket that is no text', { ket: 1 }, 'PARAMETER ket TIDAK ADA'],
    ['a wrong key', { 'X-API-KEY': 'kunci' }, 'X-API-KEY TIDAK VALID'],
    ['a wrong partner', { uuid: 'LAIN' }, 'UUID TIDAK TERDAFTAR'],
    ['a partner in another case', { uuid: 'latihan01' }, 'UUID TIDAK TERDAFTAR'],
    ['a ppid that is not base64', { ppid: 'latih1|sandi' }, 'FORMAT PPID TIDAK SESUAI'],
    ['a ppid that is not UTF-8', { ppid: base64(Buffer.from([0xff])) }, 'FORMAT PPID TIDAK SESUAI'],
    ['a wrong user', { ppid: base64('orang|sandi-latihan') }, 'USERNAME ATAU PASSWORD SALAH'],
    ['a wrong password', { ppid: base64('latih1|sandi') }, 'USERNAME ATAU PASSWORD SALAH'],
    ['a ppid joined by a blank', { ppid: base64('latih1 sandi-latihan') }, 'USERNAME ATAU PASSWORD SALAH'],
    ['base64 without padding', { udata: base64('a|bc').replace(/=+$/, '') }, 'FORMAT UDATA TIDAK SESUAI'],
    ['base64 in lines', { udata: `${base64(order)}\r\n` }, 'FORMAT UDATA TIDAK SESUAI'],
    ['udata other than was signed', { udata: base64('TELE-PLN-POSTPAID|1') }, 'SIGNATURE TIDAK SESUAI'],
    ['another ket than was signed', { ket: 'x' }, 'SIGNATURE TIDAK SESUAI'],
    ['a wrong signature', { signature: '0'.repeat(32) }, 'SIGNATURE TIDAK SESUAI'],
    ['the dtime of the misprint', { dtime: '2026-11-21 10-15-30' }, 'FORMAT DTIME TIDAK SESUAI'],
    ['a day that is not', { dtime: '2026-11-31 10:15:30' }, 'FORMAT DTIME TIDAK SESUAI'],
    ['a dtime in UTC', { dtime: '2026-11-21 03:15:30' }, 'DTIME SUDAH KEDALUWARSA'],
  ])('%s', async (_, change, words) => {
    const server = await start();
    expect(await refusalOf(server, (body) => ({ ...body, ...change }))).toBe(`KILLME:${words}`);
  });

  it('a signature in upper case', async () => {
    const server = await start();
    const upper = ({ signature, ...rest }: Body) => ({ ...rest, signature: String(signature).toUpperCase() });
    expect(await refusalOf(server, upper)).toBe('KILLME:SIGNATURE TIDAK SESUAI');
  });

  it('a dtime more than ten minutes away, either way', async () => {
    const server = await start();
    const sentAt = async (ms: number) => {
      const body = JSON.stringify(signedBody(server, order, { at: morning + ms }));
      return parse((await send(`${server.baseUrl}/inquiry`, body)).text).response;
    };
    expect(await sentAt(600_000)).toBe('SWT:0000');
    expect(await sentAt(-600_000)).toBe('SWT:0000');
    expect(await sentAt(601_000)).toBe('KILLME:DTIME SUDAH KEDALUWARSA');
    expect(await sentAt(-601_000)).toBe('KILLME:DTIME SUDAH KEDALUWARSA');
  });

  it('a body above 64 kB, to the byte', async () => {
    const server = await start();
    const empty = JSON.stringify(signedBody(server, order)).length;
    const ofSize = (bytes: number) =>
      JSON.stringify(signedBody(server, order, { ket: 'x'.repeat(bytes - empty) }));
    const url = `${server.baseUrl}/inquiry`;
    expect(parse((await send(url, ofSize(65_536))).text).response).toBe('SWT:0000');
    expect(parse((await send(url, ofSize(65_537))).text)).toEqual({
      response: 'KILLME:UKURAN PERMINTAAN TERLALU BESAR',
    });
  });

  it('without end: the sender is cut off after 1 MB', async () => {
    const server = await start();
    await expect(send(`${server.baseUrl}/inquiry`, Buffer.alloc(4 * 1024 * 1024))).rejects.toThrow();
  });

  it('nothing was paid by any of it', async () => {
    const server = await start();
    await refusalOf(server, (body) => ({ ...body, signature: 'x' }));
    expect(server.books.payments()).toEqual([]);
    expect(server.books.deposit()).toBe(901_256_709);
  });
});

describe('closing', () => {
  it('lets go of an open connection and of an answer that waits', async () => {
    const server = await start({ latencyMs: 3_600_000 });
    const answer = send(`${server.baseUrl}/inquiry`, JSON.stringify(signedBody(server, order)));
    const cut = expect(answer).rejects.toThrow();
    const idle = connect(Number(new URL(server.baseUrl).port), '127.0.0.1');
    const dropped = new Promise<void>((resolve) => {
      idle.once('close', () => resolve());
      idle.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => {
      idle.once('connect', () => resolve());
    });
    await server.close();
    await Promise.all([cut, dropped]);
    await expect(send(`${server.baseUrl}/inquiry`, '{}')).rejects.toThrow();
    await server.close();
  });

  it('waits before an answer as long as it is told', async () => {
    const server = await start({ latencyMs: 60 });
    const before = performance.now();
    expect((await call(server, 'inquiry', order)).response).toBe('SWT:0000');
    expect(performance.now() - before).toBeGreaterThan(50);
  });
});
