import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startTeleanjarServer,
  type TeleanjarServer,
} from '../../../../electron/training/teleanjar-server.ts';
import { buy, call, morning, parse, send, signedBody, type ParsedReply } from '../gateway-client.ts';

let now: number = morning;
let server: TeleanjarServer;
beforeEach(async () => {
  now = morning;
  server = await startTeleanjarServer({ now: () => now, seed: 'status' });
});
afterEach(() => server.close());

const opening = 901_256_709;
const today = '2026-11-21';
const postpaid = 'TELE-PLN-POSTPAID|530000000001';
const token = 'TELE-PLN-PREPAID|53000000001';
const orders: readonly { readonly order: string; readonly denomination?: number }[] = [
  { order: 'TELE-PLN-POSTPAID|123456792482' },
  { order: postpaid },
  { order: token, denomination: 20_000 },
  { order: 'TELE-PLN-NONTAGLIS|5311000928219' },
  { order: 'TELE-TELKOM-PSTN|023158334621' },
];

const ask = (order: string, day = today): Promise<ParsedReply> =>
  call(server, 'cek_status', `${order}|${day}`, now);

const nothing = (response: string, saldo = opening) => ({
  response,
  respdata: [],
  info_struk: '',
  saldo,
  trxid: '',
});

describe('a payment that was made', () => {
  it.each(orders)(
    '$order: the rows of its answer, and its receipt marked CU',
    async ({ order, denomination }) => {
      const paid = await buy(server, order, denomination);
      const found = await ask(order);
      const { respid, ...rest } = paid;
      expect(found).toEqual({
        ...rest,
        info_struk: paid.info_struk?.replaceAll('|CA/', '|CU/'),
        trxid: respid,
      });
      expect(found.respdata?.length).toBeGreaterThan(0);
      expect(found.info_struk).not.toContain('|CA/');
      const slips = found.info_struk?.match(/\|CU\//g) ?? [];
      expect(slips).toHaveLength(found.respdata?.length ?? 0);
    },
  );

  it('has the fields of a payment’s answer, and trxid in place of respid', async () => {
    await buy(server, postpaid);
    expect(Object.keys(await ask(postpaid))).toEqual([
      'response',
      'respdata',
      'info_struk',
      'saldo',
      'trxid',
    ]);
  });

  it('is told the same hours later, with the deposit of then', async () => {
    await buy(server, postpaid);
    const first = await ask(postpaid);
    now += 6 * 3_600_000;
    expect(await ask(postpaid)).toEqual(first);
    const order = 'TELE-PLN-PREPAID|53000000002';
    const { respid } = await call(server, 'inquiry', order, now);
    await call(server, 'payment', `${order}|${respid}|20000`, now);
    const later = await ask(postpaid);
    expect(later).toEqual({ ...first, saldo: server.books.deposit() });
    expect(later.saldo).toBeLessThan(first.saldo ?? 0);
  });

  it('is told as it was sold when a month has passed and the customer owes again', async () => {
    await buy(server, postpaid);
    const first = await ask(postpaid);
    now += 40 * 86_400_000;
    expect(await ask(postpaid)).toEqual(first);
  });

  it('is the last where there are several', async () => {
    await buy(server, token, 20_000);
    const second = await buy(server, token, 50_000);
    expect((await ask(token)).respdata).toEqual(second.respdata);
  });

  it('is not made again, nor anything charged, by asking', async () => {
    await buy(server, token, 20_000);
    const before = server.books.payments();
    await Promise.all([1, 2, 3].map(() => ask(token)));
    expect(server.books.payments()).toEqual(before);
    expect(server.books.deposit()).toBe(opening - 22_500);
  });

  it('belongs to its day in WIB, whatever the day in UTC', async () => {
    now = Date.parse('2026-11-22T00:00:00+07:00');
    const { respid } = await call(server, 'inquiry', postpaid, now);
    await call(server, 'payment', `${postpaid}|${respid}`, now);
    expect((await ask(postpaid, '2026-11-22')).response).toBe('SWT:0000');
    expect((await ask(postpaid, '2026-11-21')).response).toBe('SWT:0063');
    expect((await ask(postpaid, '2026-11-23')).response).toBe('SWT:0063');
  });
});

describe('no payment', () => {
  it('of a customer who has only been inquired about', async () => {
    await call(server, 'inquiry', postpaid);
    expect(await ask(postpaid)).toEqual(nothing('SWT:0063'));
  });

  it('of an unknown customer, or of another one', async () => {
    await buy(server, postpaid);
    const saldo = server.books.deposit();
    expect(await ask('TELE-PLN-POSTPAID|1')).toEqual(nothing('SWT:0063', saldo));
    expect(await ask('TELE-PLN-POSTPAID|530000000002')).toEqual(nothing('SWT:0063', saldo));
    expect(await ask('TELE-PLN-POSTPAID|')).toEqual(nothing('SWT:0063', saldo));
  });

  it('of another product of the same number', async () => {
    await buy(server, 'TELE-PLN-PREPAID|530000002005', 20_000);
    expect((await ask('TELE-PLN-POSTPAID|530000002005')).response).toBe('SWT:0063');
    expect((await ask('TELE-PLN-PREPAID|530000002005')).response).toBe('SWT:0000');
  });

  it('by a number other than the payment’s own, though it is the same customer', async () => {
    await buy(server, token, 20_000);
    expect((await ask('TELE-PLN-PREPAID|521000000001')).response).toBe('SWT:0063');
  });

  it('on a day that is yet to come', async () => {
    await buy(server, postpaid);
    expect((await ask(postpaid, '2027-11-21')).response).toBe('SWT:0063');
  });
});

describe('a question that cannot be read', () => {
  it.each([
    ['an unknown product', `TELE-PLN|530000000001|${today}`, 'KILLME:PRODUK TIDAK TERDAFTAR'],
    ['no day', postpaid, 'KILLME:DATA UDATA TIDAK LENGKAP ATAU BERLEBIH'],
    ['a part too many', `${postpaid}|${today}|R`, 'KILLME:DATA UDATA TIDAK LENGKAP ATAU BERLEBIH'],
    ['an empty day', `${postpaid}|`, 'KILLME:FORMAT TANGGAL TIDAK SESUAI'],
    ['a day without dashes', `${postpaid}|20261121`, 'KILLME:FORMAT TANGGAL TIDAK SESUAI'],
    ['a day the other way round', `${postpaid}|21-11-2026`, 'KILLME:FORMAT TANGGAL TIDAK SESUAI'],
    ['a day that is not', `${postpaid}|2026-11-31`, 'KILLME:FORMAT TANGGAL TIDAK SESUAI'],
    ['a day with its time', `${postpaid}|${today} 10:15:30`, 'KILLME:FORMAT TANGGAL TIDAK SESUAI'],
  ])('%s', async (_, udata, response) => {
    await buy(server, postpaid);
    const saldo = server.books.deposit();
    expect(await call(server, 'cek_status', udata)).toEqual(nothing(response, saldo));
  });

  it.each([
    ['a wrong signature', { signature: '0'.repeat(32) }, 'KILLME:SIGNATURE TIDAK SESUAI'],
    ['a wrong key', { 'X-API-KEY': 'kunci' }, 'KILLME:X-API-KEY TIDAK VALID'],
    ['a wrong partner', { uuid: 'LAIN' }, 'KILLME:UUID TIDAK TERDAFTAR'],
    ['an old dtime', { dtime: '2026-11-20 10:15:30' }, 'KILLME:DTIME SUDAH KEDALUWARSA'],
  ])('%s is let in no further', async (_, change, response) => {
    await buy(server, postpaid);
    const body = { ...signedBody(server, `${postpaid}|${today}`), ...change };
    const answer = await send(`${server.baseUrl}/cek_status`, JSON.stringify(body));
    expect(parse(answer.text)).toEqual({ response });
  });

  it('a GET is no question, and an address that is not registered gets no answer', async () => {
    const url = `${server.baseUrl}/cek_status`;
    expect((await send(url, '', 'GET')).status).toBe(405);
    server.setAddressRefused(true);
    const body = JSON.stringify(signedBody(server, `${postpaid}|${today}`));
    expect((await send(url, body)).status).toBe(403);
  });
});
