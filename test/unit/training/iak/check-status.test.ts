import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startIakServer, type IakServer } from '../../../../electron/training/iak-server.ts';
import { call, deal, formats, morning, signed } from './reseller.ts';

let server: IakServer;
let now: number = morning;
beforeEach(async () => {
  now = morning;
  server = await startIakServer({ now: () => now, seed: 'status' });
});
afterEach(() => server.close());

const telkom = { code: 'TELKOMPSTN', hp: '6391601202' };
const names = (said: object) => Object.keys(said).join(' ');
const paidNames =
  'tr_id code datetime hp tr_name period nominal admin status response_code message price selling_price ' +
  'balance noref ref_id desc';

describe('after', () => {
  it('an inquiry alone: 0, in words of Indonesian, with the time of the inquiry and no reference', async () => {
    const business = deal(server, telkom);
    const inquiry = await business.inquire();
    now += 60_000;
    const status = await business.status();
    expect(status).toMatchObject({
      tr_id: inquiry['tr_id'],
      status: 0,
      response_code: '42',
      message: 'REQUEST PEMBAYARAN BELUM DITERIMA',
      datetime: '20261121101530',
      price: 137_110,
      balance: 997_294_759,
    });
    expect(names(status)).toBe(paidNames.replace('noref ', ''));
    expect(status['desc']).toEqual(inquiry['desc']);
  });

  it('a payment: 1, with all that the payment said', async () => {
    const business = deal(server, telkom);
    const { tr_id: trId } = await business.inquire();
    const payment = await business.pay(trId);
    const status = await business.status();
    expect(names(status)).toBe(paidNames);
    expect(status).toEqual({ ...payment, status: 1 });
    expect(await business.status()).toEqual(status);
  });

  it('a failure: 2 and 37, whatever the payment answered, with an empty reference', async () => {
    const business = deal(server, { code: 'TELKOMPSTN', hp: '6391601208' });
    const { tr_id: trId } = await business.inquire();
    expect(await business.pay(trId)).toMatchObject({ response_code: '105' });
    const status = await business.status();
    expect(status).toMatchObject({ status: 2, response_code: '37', message: 'PEMBAYARAN GAGAL', noref: '' });
    expect(names(status)).toBe(paidNames);
  });

  it('a pending payment: 3 twice, then paid at the third question and from then on', async () => {
    const business = deal(server, { code: 'PLNPOSTPAID', hp: '530000000007' });
    const { tr_id: trId } = await business.inquire();
    await business.pay(trId);
    const pending = await business.status();
    expect(pending).toMatchObject({
      status: 3,
      response_code: '39',
      message: 'PENDING / TRANSAKSI SEDANG DIPROSES',
    });
    expect(names(pending)).toBe(paidNames.replace('datetime ', '').replace('noref ', ''));
    await business.status();
    now += 60_000;
    const paid = await business.status();
    expect(paid).toMatchObject({ status: 1, response_code: '00', datetime: '20261121101630' });
    expect(paid['noref']).toMatch(/^[0-9A-F]{32}$/);
    expect(paid['desc']).toMatchObject({ lembar_tagihan_sisa: 0 });
    now += 60_000;
    expect(await business.status()).toEqual(paid);
  });

  it('a request that never came: 0, and the same tr_id still pays nothing twice', async () => {
    const business = deal(server, { code: 'PGAS', hp: '0110015006' });
    const { tr_id: trId } = await business.inquire();
    await expect(business.pay(trId)).rejects.toThrow();
    await expect(business.pay(trId)).rejects.toThrow();
    expect(await business.status()).toMatchObject({ status: 0, response_code: '42' });
    expect(server.books.charged()).toBe(0);
  });
});

it.each(formats)('is answered on any later day, in %s', async (format) => {
  const business = deal(server, { ...telkom, format });
  const { tr_id: trId } = await business.inquire();
  await business.pay(trId);
  now += 3 * 86_400_000;
  const status = await business.status();
  expect([String(status['status']), status['datetime']]).toEqual(['1', '20261121101530']);
});

it.each(formats)('refuses a ref_id that found nothing and another signature, in %s', async (format) => {
  const body = { commands: 'checkstatus', ref_id: 'never' };
  const answer = async (third: string) =>
    (await call(server, signed(server, third, body), format))['response_code'];
  expect(await answer('cs')).toBe('06');
  expect(await answer('never')).toBe('100');
  expect(await call(server, signed(server, 'cs', { commands: 'checkstatus' }), format)).toMatchObject({
    response_code: '107',
  });
});
