import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  startIakServer,
  type IakServer,
  type IakServerOptions,
} from '../../../electron/training/iak-server.ts';
import {
  buy,
  call,
  checkUrl,
  deal,
  formats,
  md5,
  morning,
  said,
  send,
  signed,
  written,
} from './iak/reseller.ts';

const servers: IakServer[] = [];

async function start(options: IakServerOptions = {}): Promise<IakServer> {
  const server = await startIakServer({ now: () => morning, seed: 'test', ...options });
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const gas = { code: 'PGAS', hp: '0110014601' };
const inquiry = (server: IakServer, refId = 'a1') =>
  signed(server, refId, { commands: 'inq-pasca', ...gas, ref_id: refId });
const codeOf = (text: string) => (JSON.parse(text) as { response_code?: string }).response_code;

describe('manners', () => {
  it('lives on loopback, on a port of its own', async () => {
    const [one, other] = [await start(), await start()];
    expect(one.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(other.baseUrl).not.toBe(one.baseUrl);
  });

  it('makes an account for each start, and takes one that is given', async () => {
    const [one, other] = [await startIakServer(), await startIakServer()];
    servers.push(one, other);
    expect(one.account.username).toMatch(/^08\d{9,11}$/);
    expect(one.account.apiKey).not.toBe(other.account.apiKey);
    const account = { username: '08123456789', apiKey: 'abc123' };
    const given = await start({ account });
    expect((await buy(given, gas))['response_code']).toBe('00');
  });

  it('answers with the date of its own clock and closes the connection', async () => {
    const server = await start();
    const { status, headers } = await send(checkUrl(server), written(inquiry(server), 'json'));
    expect(status).toBe(200);
    expect(headers.date).toBe('Sat, 21 Nov 2026 03:15:30 GMT');
    expect(headers.connection).toBe('close');
  });

  it('escapes slashes in JSON as PHP does', async () => {
    const server = await start();
    const business = deal(server, { code: 'PGAS', hp: '0110014607' });
    const { tr_id: trId } = await business.inquire();
    expect((await business.payRaw(trId)).text).toContain(String.raw`PENDING \/ TRANSACTION IN PROCESS`);
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON'])('takes %s for JSON', async (type) => {
    const server = await start();
    const { text } = await send(checkUrl(server), written(inquiry(server), 'json'), { type });
    expect(text).toContain('"response_code":"00"');
  });

  it('takes a slash at the end of the path, as one official client sends', async () => {
    const server = await start();
    const { text } = await send(`${checkUrl(server)}/`, written(inquiry(server), 'json'));
    expect(text).toContain('"response_code":"00"');
  });

  it('gives the same references under the same seed, others under another', async () => {
    const references = await Promise.all(
      ['a', 'a', 'b'].map(async (seed) => (await buy(await start({ seed }), gas))['noref']),
    );
    expect(references[0]).toBe(references[1]);
    expect(references[0]).not.toBe(references[2]);
  });

  it('counts requests by command', async () => {
    const server = await start();
    const business = deal(server, gas);
    const { tr_id: trId } = await business.inquire();
    await business.pay(trId);
    await business.status();
    await business.status();
    await call(server, signed(server, 'pl', { commands: 'pricelist-pasca' }));
    await send(`${server.baseUrl}/api/check-balance`, written(signed(server, 'bl', {}), 'json'));
    await call(server, { commands: 'topup' });
    await send(server.baseUrl, '{}');
    expect(server.requests).toEqual({
      inquiry: 1,
      payment: 1,
      status: 2,
      priceList: 1,
      balance: 1,
      other: 2,
    });
  });
});

describe('balance', () => {
  const path = '/api/check-balance';

  it('is the deposit of the postpaid side', async () => {
    const server = await start();
    await buy(server, gas);
    const { text } = await send(server.baseUrl + path, written(signed(server, 'bl', {}), 'json'));
    expect(JSON.parse(text)).toEqual({
      data: { balance: 997_294_759 - 323_902, message: 'SUCCESS', rc: '00' },
    });
  });

  it('is given in XML to who asks in XML', async () => {
    const server = await start();
    const { text } = await send(server.baseUrl + path, written(signed(server, 'bl', {}), 'xml'), {
      type: 'application/xml',
    });
    expect(text).toContain('<mp><balance>997294759</balance><message>SUCCESS</message><rc>00</rc></mp>');
  });

  it.each(['pl', 'cs', ''])('is refused to a signature over "%s"', async (third) => {
    const server = await start();
    const { text } = await send(server.baseUrl + path, written(signed(server, third, {}), 'json'));
    expect(JSON.parse(text)).toEqual({ data: { balance: 0, message: 'WRONG AUTHENTICATION', rc: '204' } });
  });
});

describe.each(formats)('what it refuses at the door, in %s', (format) => {
  const type = `application/${format}`;
  const bare = async (server: IakServer, body: string | Buffer) => {
    const answer = await send(checkUrl(server), body, { type });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(type);
    return said(answer, format)['response_code'];
  };

  it.each(['GET', 'PUT', 'DELETE'])('%s: 404 with 117', async (method) => {
    const server = await start();
    const answer = await send(checkUrl(server), '', { method, type });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe(type);
    expect(said(answer, format)).toEqual({ response_code: '117', message: 'PAGE NOT FOUND' });
  });

  it.each(['/', '/api/v1/bill', '/api/v1/bill/checks', '/api/v1/bill/check/pdam/x', '/api/top-up'])(
    'the path %s: 404 with 117',
    async (path) => {
      const server = await start();
      const answer = await send(server.baseUrl + path, written(inquiry(server), format), { type });
      expect(answer.status).toBe(404);
      expect(said(answer, format)['response_code']).toBe('117');
    },
  );

  it('a body that is broken, of the other format, no text, or of another kind: 107', async () => {
    const server = await start();
    const other = format === 'json' ? 'xml' : 'json';
    const bodies = ['', '{"a":', '[]', 'null', '"mp"', '<mp><a>', written(inquiry(server), other)];
    for (const body of [...bodies, Buffer.from([0xff, 0xfe])]) expect(await bare(server, body)).toBe('107');
    expect(server.books.transactions()).toEqual([]);
  });

  it('a body above 64 kB, to the byte: 107', async () => {
    const server = await start();
    const ofSize = (bytes: number) => {
      const filled = (filling: string) => written({ ...inquiry(server, `b${bytes}`), filling }, format);
      return filled('x'.repeat(bytes - filled('').length));
    };
    expect(await bare(server, ofSize(65_536))).toBe('00');
    expect(await bare(server, ofSize(65_537))).toBe('107');
  });

  it('a command it does not know, or none: 101', async () => {
    const server = await start();
    for (const commands of ['topup', 'INQ-PASCA', 'constructor', '']) {
      expect(await call(server, signed(server, 'x', { commands }), format)).toEqual({
        response_code: '101',
        message: 'INVALID COMMAND',
      });
    }
    expect(await call(server, signed(server, 'x', {}), format)).toMatchObject({ response_code: '101' });
  });

  it('a command other than the price list under a type: 101', async () => {
    const server = await start();
    const answer = await send(checkUrl(server, 'pln'), written(inquiry(server), format), { type });
    expect(said(answer, format)['response_code']).toBe('101');
  });

  it.each(['username', 'code', 'hp', 'ref_id', 'sign'])('an inquiry without %s: 107', async (name) => {
    const server = await start();
    const body = Object.fromEntries(Object.entries(inquiry(server)).filter(([key]) => key !== name));
    expect(await call(server, body, format)).toMatchObject({ response_code: '107' });
  });

  it('a signature in upper case: 100', async () => {
    const server = await start();
    const { username, apiKey } = server.account;
    const sign = md5(`${username}${apiKey}a1`).toUpperCase();
    expect(await call(server, { ...inquiry(server), sign }, format)).toMatchObject({ response_code: '100' });
  });
});

describe('what it refuses of JSON', () => {
  it.each([
    ['a list', { list: [] }],
    ['null', { nothing: null }],
    ['a fraction', { month: 1.5 }],
    ['a truth', { month: true }],
    ['an object in an object', { desc: { amount: { value: 1 } } }],
  ])('%s as a field: 107', async (_, change) => {
    const server = await start();
    const { text } = await send(checkUrl(server), JSON.stringify({ ...inquiry(server), ...change }));
    expect(codeOf(text)).toBe('107');
  });

  it.each(['', 'text/plain', 'application/x-www-form-urlencoded', 'text/xml'])(
    'content of type "%s": 107, in JSON',
    async (type) => {
      const server = await start();
      const answer = await send(checkUrl(server), written(inquiry(server), 'json'), { type });
      expect(answer.headers['content-type']).toBe('application/json');
      expect(codeOf(answer.text)).toBe('107');
    },
  );
});

it('a body without end: the sender is cut off after 1 MB', async () => {
  const server = await start();
  await expect(send(checkUrl(server), Buffer.alloc(4 * 1024 * 1024))).rejects.toThrow();
});

describe('closing', () => {
  it('lets go of an open connection and of an answer that waits', async () => {
    const server = await start({ latencyMs: 3_600_000 });
    const cut = expect(send(checkUrl(server), written(inquiry(server), 'json'))).rejects.toThrow();
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
    await expect(send(checkUrl(server), '{}')).rejects.toThrow();
    await server.close();
  });

  it('waits before an answer as long as it is told', async () => {
    const server = await start({ latencyMs: 60 });
    const before = performance.now();
    expect(await call(server, inquiry(server))).toMatchObject({ response_code: '00' });
    expect(performance.now() - before).toBeGreaterThan(50);
  });
});
