import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startTeleanjarServer,
  type TeleanjarServer,
} from '../../../../electron/training/teleanjar-server.ts';
import { rupiah } from '../../../../shared/money.ts';
import { buy, call, morning, respidOf } from '../gateway-client.ts';

let server: TeleanjarServer;
beforeEach(async () => {
  server = await startTeleanjarServer({ now: () => morning, seed: 'payment' });
});
afterEach(() => server.close());

const opening = 901_256_709;
const reference = expect.stringMatching(/^[0-9A-F]{32}$/) as string;
/** What PHP's `uniqid` gives at `morning`. */
const paymentId = expect.stringMatching(/^6b010cd2[0-9a-f]{5}$/) as string;
const paidAt = '2026-11-21 10:15:30';

const postpaid = 'TELE-PLN-POSTPAID|530000000001';
const token = 'TELE-PLN-PREPAID|53000000001';
const nontaglis = 'TELE-PLN-NONTAGLIS|5311000928219';
const telkom = 'TELE-TELKOM-PSTN|023158334621';

describe('each product', () => {
  it('PLN postpaid: one entry a bill, arrears counted down', async () => {
    const reply = await buy(server, 'TELE-PLN-POSTPAID|123456792482');
    expect(Object.keys(reply)).toEqual(['response', 'respid', 'respdata', 'info_struk', 'saldo']);
    const bill = {
      idpel: '123456792482',
      nama: 'carlton nas"ser',
      tarif: 'R1',
      daya: '210000VA',
      admin: 2_500,
      stan_awal: '00000000',
      stan_akhir: '00000000',
      billreff: reference,
      service_unit_phone: '02123124123',
      waktu_transaksi: paidAt,
    };
    expect(reply).toMatchObject({ response: 'SWT:0000', respid: paymentId, saldo: opening - 1_555_000 });
    expect(reply.respdata).toEqual([
      { ...bill, blth: 'FEB16', tagihan: 500_000, total: 502_500, sisatungg: 1 },
      { ...bill, blth: 'MAR16', tagihan: 1_050_000, total: 1_052_500, sisatungg: 0 },
    ]);
    expect(Object.keys(reply.respdata?.[0] ?? {})).toEqual(
      (
        'idpel nama blth tarif daya tagihan admin total stan_awal stan_akhir sisatungg billreff ' +
        'service_unit_phone waktu_transaksi'
      ).split(' '),
    );
  });

  it('PLN prepaid: 20 digits, a blank after each group, parts that add up', async () => {
    const reply = await buy(server, token, 20_000);
    expect(reply).toMatchObject({ response: 'SWT:0000', respid: paymentId, saldo: opening - 22_500 });
    expect(reply.respdata).toEqual([
      {
        nometer: '53000000001',
        idpel: '521000000001',
        nama: 'JOKO PRASETYO',
        tarif: 'R1',
        daya: '1300VA',
        rp_ppn: 0,
        rp_ppj: 1_482,
        rp_materai: 0,
        rp_angsuran: 0,
        rp_token: 18_518,
        rp_admin: 2_500,
        rp_total: 22_500,
        kwh: 12.8,
        token: expect.stringMatching(/^(\d{4} ){5}$/) as string,
        pesan: 'Info Lebih Lanjut Hub 123 atau pln.co.id',
        callpln: '021234567890',
        waktu_transaksi: paidAt,
        billreff: reference,
      },
    ]);
    expect(Object.keys(reply.respdata?.[0] ?? {})).toEqual(
      (
        'nometer idpel nama tarif daya rp_ppn rp_ppj rp_materai rp_angsuran rp_token rp_admin rp_total kwh token ' +
        'pesan callpln waktu_transaksi billreff'
      ).split(' '),
    );
  });

  it('PLN prepaid: VAT and stamp duty where they are due', async () => {
    const reply = await buy(server, 'TELE-PLN-PREPAID|12345678901', 50_000_000);
    const entry = reply.respdata?.[0] ?? {};
    const parts = ['rp_ppn', 'rp_ppj', 'rp_materai', 'rp_angsuran', 'rp_token'].map((name) =>
      Number(entry[name]),
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(50_000_000);
    expect(entry['rp_materai']).toBe(10_000);
    expect(entry['rp_ppn']).toBeGreaterThan(0);
    expect(entry['rp_total']).toBe(50_001_500);
  });

  it('PLN non-taglis: billreff is the inquiry’s respid', async () => {
    const respid = await respidOf(server, nontaglis);
    const reply = await call(server, 'payment', `${nontaglis}|${respid}`);
    expect(reply).toMatchObject({ response: 'SWT:0000', respid: paymentId, saldo: opening - 1_007_500 });
    expect(reply.respdata).toEqual([
      {
        nama_transaksi: 'Tambah Daya',
        nomor_registrasi: '5311000928219',
        tanggal_registrasi: '25SEP16',
        idpel: '123456790282',
        nama: 'calle nagesh',
        tagihan: 1_000_000,
        admin: 7_500,
        total: 1_007_500,
        pesan: 'Hemat Listrik & Ayo Bebas Narkoba',
        waktu_transaksi: paidAt,
        billreff: respid,
      },
    ]);
  });

  it('Telkom: respid and billreff are the inquiry’s, rc is there', async () => {
    const respid = await respidOf(server, telkom);
    const reply = await call(server, 'payment', `${telkom}|${respid}`);
    expect(Object.keys(reply)).toEqual(['response', 'respid', 'respdata', 'info_struk', 'saldo', 'rc']);
    expect(reply).toMatchObject({ response: 'SWT:0000', respid, rc: '00', saldo: opening - 659_707 });
    expect(reply.respdata).toEqual([
      {
        noslip: '000001',
        nopel: '023158334621',
        nama: 'Pelanggan 250',
        tagihan: 657_207,
        admin: 2_500,
        total: 659_707,
        referensi: '4b2b77ebb7e',
        waktu_transaksi: paidAt,
        billreff: respid,
      },
    ]);
  });
});

describe('the books', () => {
  it('record what was charged, and take it from the deposit', async () => {
    const respid = await respidOf(server, postpaid);
    await call(server, 'payment', `${postpaid}|${respid}`);
    expect(server.books.payments()).toHaveLength(1);
    expect(server.books.payments()).toMatchObject([
      { product: 'pln-postpaid', customer: '530000000001', amount: 302_500, at: morning, respid },
    ]);
    await buy(server, token, 50_000);
    expect(server.books.charged()).toBe(302_500 + 52_500);
    expect(server.books.deposit()).toBe(opening - 355_000);
  });

  it.each([postpaid, nontaglis, telkom])('%s is paid once', async (order) => {
    const first = await respidOf(server, order);
    const second = await respidOf(server, order);
    expect((await call(server, 'payment', `${order}|${first}`)).response).toBe('SWT:0000');
    const again = await call(server, 'payment', `${order}|${second}`);
    expect(again).toEqual({
      response: 'SWT:0088',
      respid: '',
      respdata: [],
      info_struk: '',
      saldo: server.books.deposit(),
    });
    expect((await call(server, 'payment', `${order}|${first}`)).response).toBe('SWT:0088');
    expect((await call(server, 'inquiry', order)).response).toBe('SWT:0088');
    expect(server.books.payments()).toHaveLength(1);
  });

  it('pays once when two payments race', async () => {
    const respid = await respidOf(server, postpaid);
    const replies = await Promise.all([1, 2, 3].map(() => call(server, 'payment', `${postpaid}|${respid}`)));
    expect(replies.map(({ response }) => response).toSorted()).toEqual(['SWT:0000', 'SWT:0088', 'SWT:0088']);
    expect(server.books.payments()).toHaveLength(1);
  });

  it('sells a token as often as it is ordered, each another', async () => {
    const respid = await respidOf(server, token);
    const orders = [1, 2, 3].map(() => call(server, 'payment', `${token}|${respid}|20000`));
    const tokens = (await Promise.all(orders)).map(({ respdata }) => respdata?.[0]?.['token']);
    expect(new Set(tokens).size).toBe(3);
    expect(server.books.charged()).toBe(3 * 22_500);
  });

  it('a month later the practice customer owes again, the document’s does not', async () => {
    let now: number = morning;
    const moving = await startTeleanjarServer({ now: () => now });
    await buy(moving, postpaid);
    await buy(moving, telkom);
    now = Date.parse('2026-12-01T00:00:00+07:00');
    const next = await call(moving, 'inquiry', postpaid, now);
    expect(next.respdata).toMatchObject([{ blth: 'DES26' }]);
    expect((await call(moving, 'inquiry', telkom, now)).response).toBe('SWT:0088');
    await moving.close();
  });

  it('pay the bills of the inquiry, even when a new month has come since', async () => {
    let now: number = Date.parse('2026-11-30T23:55:00+07:00');
    const moving = await startTeleanjarServer({ now: () => now });
    const { respid = '' } = await call(moving, 'inquiry', postpaid, now);
    now += 10 * 60_000;
    const paid = await call(moving, 'payment', `${postpaid}|${respid}`, now);
    expect(paid.respdata).toMatchObject([{ blth: 'NOV26' }]);
    await moving.close();
  });

  it('refuse what the deposit does not cover, and charge nothing', async () => {
    const poor = await startTeleanjarServer({ now: () => morning, openingDeposit: rupiah(302_500) });
    expect((await buy(poor, telkom)).response).toBe('KILLME:SALDO TIDAK MENCUKUPI');
    expect(poor.books.payments()).toEqual([]);
    expect((await buy(poor, postpaid)).saldo).toBe(0);
    await poor.close();
  });
});

describe('refusals', () => {
  it.each([
    ['an unknown product', 'TELE-PLN|530000000001|R', 'KILLME:PRODUK TIDAK TERDAFTAR'],
    ['no respid', postpaid, 'KILLME:DATA UDATA TIDAK LENGKAP ATAU BERLEBIH'],
    ['a denomination for a bill', `${postpaid}|R|20000`, 'KILLME:DATA UDATA TIDAK LENGKAP ATAU BERLEBIH'],
    ['no denomination for a token', `${token}|R`, 'KILLME:DATA UDATA TIDAK LENGKAP ATAU BERLEBIH'],
    ['an unknown customer', 'TELE-PLN-POSTPAID|1|R', 'SWT:0014'],
    ['an empty respid', `${postpaid}|`, 'SWT:0092'],
    ['a respid nobody gave', `${postpaid}|${'0'.repeat(32)}`, 'SWT:0092'],
  ])('%s', async (_, udata, response) => {
    expect((await call(server, 'payment', udata)).response).toBe(response);
    expect(server.books.payments()).toEqual([]);
  });

  it('the respid of another customer or product', async () => {
    const respid = await respidOf(server, postpaid);
    const otherCustomer = `TELE-PLN-POSTPAID|530000000002|${respid}`;
    const otherProduct = `${nontaglis}|${respid}`;
    expect((await call(server, 'payment', otherCustomer)).response).toBe('SWT:0093');
    expect((await call(server, 'payment', otherProduct)).response).toBe('SWT:0093');
    expect(server.books.payments()).toEqual([]);
  });

  it('a denomination that is not listed, or not the one inquired for', async () => {
    const any = await respidOf(server, token);
    const fifty = await respidOf(server, `${token}|50000`);
    expect((await call(server, 'payment', `${token}|${any}|25000`)).response).toBe('SWT:0013');
    expect((await call(server, 'payment', `${token}|${any}|`)).response).toBe('SWT:0013');
    expect((await call(server, 'payment', `${token}|${fifty}|20000`)).response).toBe('SWT:0013');
    expect(server.books.payments()).toEqual([]);
    expect((await call(server, 'payment', `${token}|${fifty}|50000`)).response).toBe('SWT:0000');
  });

  it('a token inquired by idpel may be paid by meter: it is the same customer', async () => {
    const respid = await respidOf(server, 'TELE-PLN-PREPAID|521000000001');
    expect((await call(server, 'payment', `${token}|${respid}|20000`)).response).toBe('SWT:0000');
  });
});
