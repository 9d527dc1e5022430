import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startTeleanjarServer,
  type TeleanjarServer,
} from '../../../../electron/training/teleanjar-server.ts';
import { buy, call, morning, respidOf, send, signedBody } from '../gateway-client.ts';

const lateMs = 80;
let server: TeleanjarServer;
beforeEach(async () => {
  server = await startTeleanjarServer({ now: () => morning, seed: 'practice', lateMs });
});
afterEach(() => server.close());

interface Kind {
  readonly name: string;
  readonly order: (digits: string) => string;
  readonly denomination?: number;
  readonly price: number;
}

const kinds: readonly Kind[] = [
  { name: 'postpaid', order: (digits) => `TELE-PLN-POSTPAID|53000000${digits}`, price: 152_500 },
  {
    name: 'token by meter',
    order: (digits) => `TELE-PLN-PREPAID|5300000${digits}`,
    denomination: 20_000,
    price: 22_500,
  },
  {
    name: 'token by idpel',
    order: (digits) => `TELE-PLN-PREPAID|53000000${digits}`,
    denomination: 20_000,
    price: 22_500,
  },
];

describe.each(kinds)('$name', ({ order, denomination, price }) => {
  const inquire = (digits: string) => call(server, 'inquiry', order(digits));
  const pay = (digits: string) => buy(server, order(digits), denomination);

  /** The payment as it comes over the wire. */
  async function payRaw(digits: string) {
    const respid = await respidOf(server, order(digits));
    const udata = [order(digits), respid, ...(denomination === undefined ? [] : [denomination])].join('|');
    return send(`${server.baseUrl}/payment`, JSON.stringify(signedBody(server, udata)));
  }

  it.each(['0010', '0014', '0016', '0068', '0077', '0089', '0090', '0999'])(
    '%s at inquiry',
    async (digits) => {
      expect((await inquire(digits)).response).toBe(`SWT:${digits}`);
    },
  );

  it.each(['1001', '1013', '1016', '1047', '1088', '1090', '1999'])(
    '%s at payment: not charged',
    async (digits) => {
      expect((await inquire(digits)).response).toBe('SWT:0000');
      const reply = await pay(digits);
      expect(reply).toMatchObject({
        response: `SWT:0${digits.slice(1)}`,
        respid: '',
        respdata: [],
        info_struk: '',
      });
      expect(server.books.payments()).toEqual([]);
    },
  );

  it.each(['1005', '1063', '1068', '1099'])('%s at payment: pending, charged', async (digits) => {
    const reply = await pay(digits);
    expect(reply).toMatchObject({
      response: `SWT:0${digits.slice(1)}`,
      respdata: [],
      saldo: 901_256_709 - price,
    });
    expect(server.books.charged()).toBe(price);
  });

  /** What `cek_status` says on the day. */
  const ask = (digits: string) => call(server, 'cek_status', `${order(digits)}|2026-11-21`);

  it.each(['2000', '2001', '2002', '2003', '2004', '2005', '1005', '1063', '1068', '1099'])(
    '%s: the money is out, and cek_status finds it truly paid',
    async (digits) => {
      expect((await ask(digits)).response).toBe('SWT:0063');
      await pay(digits).catch(() => undefined);
      expect(server.books.charged()).toBe(price);
      const found = await ask(digits);
      expect(found).toMatchObject({ response: 'SWT:0000', saldo: 901_256_709 - price });
      expect(found.respdata).toHaveLength(1);
      const entry = found.respdata?.[0] ?? {};
      expect(entry['total'] ?? entry['rp_total']).toBe(price);
      expect(entry['nama']).toBe(`LATIHAN ${digits}`);
      const number = order(digits).split('|')[1] ?? '';
      expect([entry['idpel'], entry['nometer']]).toContain(number);
      expect(found.info_struk).toContain(`LATIHAN ${digits}`);
      expect(found.info_struk).toContain('|CU/');
      expect(await ask(digits)).toEqual(found);
    },
  );

  it.each(['0068', '1001', '1013', '1016', '1047', '1088', '1090', '1999'])(
    '%s: nothing charged, and cek_status finds nothing',
    async (digits) => {
      await pay(digits).catch(() => undefined);
      expect(server.books.payments()).toEqual([]);
      expect(await ask(digits)).toMatchObject({ response: 'SWT:0063', respdata: [], info_struk: '' });
    },
  );

  it.each(['2001', '2004', '2005'])(
    '%s: the copy has the token, reference and time of the answer',
    async (digits) => {
      const told = (await pay(digits)).respdata?.[0] ?? {};
      const found = (await ask(digits)).respdata?.[0] ?? {};
      const numbers = (entry: Record<string, unknown>) =>
        ['billreff', 'waktu_transaksi', 'token'].map((name) => entry[name]);
      expect(numbers(found)).toEqual(numbers(told));
      expect(found['billreff']).toMatch(/^[0-9A-F]{32}$/);
    },
  );

  it.each(['1000', '2006', '3000', '9999'])('%s is nobody', async (digits) => {
    expect((await inquire(digits)).response).toBe('SWT:0014');
  });

  it('2000: charged, no answer', async () => {
    await expect(pay('2000')).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(server.books.charged()).toBe(price);
  });

  it('2001: charged at once, answered late', async () => {
    const before = performance.now();
    const answer = pay('2001');
    await expect.poll(() => server.books.charged(), { interval: 2 }).toBe(price);
    expect((await answer).response).toBe('SWT:0000');
    expect(performance.now() - before).toBeGreaterThan(lateMs - 10);
  });

  it('2002: charged, half an answer', async () => {
    await expect(payRaw('2002')).rejects.toThrow(/aborted|ECONNRESET/);
    expect(server.books.charged()).toBe(price);
  });

  it('2003: charged, a page of HTML', async () => {
    const answer = await payRaw('2003');
    expect(answer.status).toBe(502);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain('<h1>Bad Gateway</h1>');
    expect(server.books.charged()).toBe(price);
  });

  it('2004: charged, another customer', async () => {
    const reply = await pay('2004');
    expect(reply.response).toBe('SWT:0000');
    expect(reply.respdata).toMatchObject([{ idpel: '539999999999', nama: 'ORANG LAIN' }]);
    expect(reply.info_struk).toContain('ORANG LAIN');
    expect(reply.info_struk).not.toContain('LATIHAN 2004');
    expect(server.books.charged()).toBe(price);
  });

  it('2005: charged, totals that do not agree', async () => {
    const entry = (await pay('2005')).respdata?.[0] ?? {};
    expect(entry['total'] ?? entry['rp_total']).toBe(price + 1_000);
    expect(server.books.charged()).toBe(price);
  });
});

it('other products have no practice numbers', async () => {
  expect((await call(server, 'inquiry', 'TELE-TELKOM-PSTN|530000002000')).response).toBe('SWT:0014');
});

it('an answer still late when the client leaves is forgotten, the payment is not', async () => {
  const order = 'TELE-PLN-POSTPAID|530000002001';
  const slow = await startTeleanjarServer({ now: () => morning, lateMs: 3_600_000 });
  const respid = await respidOf(slow, order);
  const answer = call(slow, 'payment', `${order}|${respid}`);
  const cut = expect(answer).rejects.toThrow();
  await expect.poll(() => slow.books.payments().length, { interval: 2 }).toBe(1);
  await slow.close();
  await cut;
  expect(slow.books.charged()).toBe(152_500);
});
