import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startIakServer, type IakServer } from '../../../../electron/training/iak-server.ts';
import { rupiah } from '../../../../shared/money.ts';
import { buy, call, deal, formats, morning, signed } from './reseller.ts';

let server: IakServer;
let now: number = morning;
beforeEach(async () => {
  now = morning;
  server = await startIakServer({ now: () => now, seed: 'payment' });
});
afterEach(() => server.close());

const threeBills = { code: 'TELKOMPSTN', hp: '6391601202' };

describe('Telkom with three bills, the sample of the documentation', () => {
  const row = (periode: string, amount: number) => ({
    periode,
    nilai_tagihan: String(amount),
    admin: '2500',
    total: amount + 2_500,
  });

  it('in JSON', async () => {
    const business = deal(server, threeBills);
    const { tr_id: trId } = await business.inquire();
    const { text, headers } = await business.payRaw(trId);
    expect(headers['content-type']).toBe('application/json');
    const whole = JSON.parse(text) as { data: { noref: string } };
    expect(whole.data.noref).toMatch(/^\d{12}$/);
    expect(whole).toEqual({
      data: {
        tr_id: trId,
        code: 'TELKOMPSTN',
        datetime: '20261121101530',
        hp: '6391601202',
        tr_name: 'JAORAH',
        period: '201405,201407',
        nominal: 129_610,
        admin: 7_500,
        response_code: '00',
        message: 'PAYMENT SUCCESS',
        price: 137_110,
        selling_price: 133_510,
        balance: 997_161_249,
        noref: whole.data.noref,
        ref_id: business.refId,
        desc: {
          kode_area: '0751',
          divre: '01',
          datel: '0006',
          jumlah_tagihan: 3,
          tagihan: {
            detail: [row('MEI 2014', 49_870), row('JUN 2014', 44_870), row('JUL2014', 34_870)],
          },
        },
      },
      meta: [],
    });
    expect(Object.keys(whole.data).join(' ')).toBe(
      'tr_id code datetime hp tr_name period nominal admin response_code message price selling_price ' +
        'balance noref ref_id desc',
    );
  });

  it('in XML', async () => {
    const business = deal(server, { ...threeBills, format: 'xml' });
    const { tr_id: trId } = await business.inquire();
    const { text, headers } = await business.payRaw(trId);
    expect(headers['content-type']).toBe('application/xml');
    const rowXml = (periode: string, amount: number) =>
      `<detail><periode>${periode}</periode><nilai_tagihan>${amount}</nilai_tagihan>` +
      `<admin>2500</admin><total>${amount + 2_500}</total></detail>`;
    expect(text.replace(/<no_ref>\d{12}<\/no_ref>/, '<no_ref>N</no_ref>')).toBe(
      '<?xml version="1.0" encoding="UTF-8" ?>\n' +
        `<mp><tr_id>${String(trId)}</tr_id><code>TELKOMPSTN</code><datetime>20261121101530</datetime>` +
        '<hp>6391601202</hp><tr_name>JAORAH</tr_name><period>201405,201407</period>' +
        '<nominal>129610</nominal><admin>7500</admin><response_code>00</response_code>' +
        '<message>PAYMENT SUCCESS</message><price>137110</price><selling_price>133510</selling_price>' +
        `<balance>997161249</balance><no_ref>N</no_ref><ref_id>${business.refId}</ref_id>` +
        '<desc><kode_area>0751</kode_area><divre>01</divre><datel>0006</datel>' +
        `<jumlah_tagihan>3</jumlah_tagihan><tagihan>${rowXml('MEI 2014', 49_870)}` +
        `${rowXml('JUN 2014', 44_870)}${rowXml('JUL 2014', 34_870)}</tagihan></desc></mp>\n`,
    );
  });
});

describe('PLN', () => {
  interface PlnDesc {
    readonly lembar_tagihan: string;
    readonly lembar_tagihan_sisa?: number;
    readonly tagihan: { readonly detail: readonly Record<string, unknown>[] };
  }

  it('adds readings and what is left only at payment', async () => {
    const business = deal(server, { code: 'PLNPOSTPAID', hp: '530000000001' });
    const inquiry = await business.inquire();
    expect(inquiry['desc']).toEqual({
      tarif: 'R1',
      daya: 1300,
      lembar_tagihan: '1',
      tagihan: {
        detail: [{ periode: '202611', nilai_tagihan: '300000', admin: '2500', denda: '0', total: 302_500 }],
      },
    });
    const payment = await business.pay(inquiry['tr_id']);
    expect(payment['noref']).toMatch(/^[0-9A-F]{32}$/);
    expect(payment['desc']).toMatchObject({
      lembar_tagihan_sisa: 0,
      tagihan: { detail: [{ meter_awal: '00012480', meter_akhir: '00012688' }] },
    });
  });

  it('sells eight bills four at a time, the oldest first', async () => {
    const order = { code: 'PLNPOSTPAID', hp: '530000000002' };
    const first = await buy(server, order);
    const second = await buy(server, order);
    const periods = (answer: typeof first) =>
      (answer['desc'] as PlnDesc).tagihan.detail.map(({ periode }) => periode);
    expect(first).toMatchObject({ admin: 10_000, desc: { lembar_tagihan: '4', lembar_tagihan_sisa: 4 } });
    expect(second).toMatchObject({ admin: 10_000, desc: { lembar_tagihan: '4', lembar_tagihan_sisa: 0 } });
    expect(periods(first)).toEqual(['202604', '202605', '202606', '202607']);
    expect(periods(second)).toEqual(['202608', '202609', '202610', '202611']);
    expect((await deal(server, order).inquire())['response_code']).toBe('01');
  });
});

it.each([
  ['TELKOMPSTN', '6391601201', 'no_ref'],
  ['PLNPOSTPAID', '530000000001', 'no_ref'],
  ['PLNNONH', '3225030005922', 'noref'],
  ['BPJS', '8801234560001', 'noref'],
  ['PGAS', '0110014601', 'noref'],
])('the reference of %s %s is called %s in XML, and always noref in JSON and in a status', async (...row) => {
  const [code, hp, name] = row;
  const business = deal(server, { code, hp, format: 'xml' });
  const { tr_id: trId } = await business.inquire();
  expect(Object.keys(await business.pay(trId)).filter((key) => key.includes('ref'))).toEqual([
    name,
    'ref_id',
  ]);
  expect(Object.keys(await business.status()).filter((key) => key.includes('ref'))).toEqual([
    'noref',
    'ref_id',
  ]);
});

describe('the deposit', () => {
  it('falls by the selling price', async () => {
    const payment = await buy(server, { code: 'PGAS', hp: '0110014601' });
    expect(payment).toMatchObject({ price: 324_502, selling_price: 323_902, balance: 997_294_759 - 323_902 });
    expect(server.books.deposit()).toBe(997_294_759 - 323_902);
    expect(server.books.charged()).toBe(323_902);
  });

  it.each([
    [323_902, '00'],
    [323_901, '17'],
  ])('of %i pays a bill of 323.902: %s', async (deposit, code) => {
    const poor = await startIakServer({ now: () => morning, deposit: rupiah(deposit) });
    const payment = await buy(poor, { code: 'PGAS', hp: '0110014601' });
    expect(payment['response_code']).toBe(code);
    expect(poor.books.deposit()).toBe(code === '00' ? 0 : deposit);
    await poor.close();
  });
});

describe.each(formats)('refusals in %s', (format) => {
  const order = { code: 'PGAS', hp: '0110014601', format };

  it('a tr_id that no inquiry gave: 06', async () => {
    for (const trId of ['1', '0', 'x', '999999999999999999999']) {
      const body = signed(server, trId, { commands: 'pay-pasca', tr_id: trId });
      expect((await call(server, body, format))['response_code']).toBe('06');
    }
  });

  it('a tr_id written with a zero before it: 06', async () => {
    const { tr_id: trId } = await deal(server, order).inquire();
    expect(await deal(server, order).pay(`0${String(trId)}`)).toMatchObject({ response_code: '06' });
  });

  it('a tr_id other than was signed: 100', async () => {
    const { tr_id: trId } = await deal(server, order).inquire();
    const body = signed(server, 'other', { commands: 'pay-pasca', tr_id: String(trId) });
    expect(await call(server, body, format)).toEqual({ response_code: '100', message: 'INVALID SIGNATURE' });
    expect(server.books.charged()).toBe(0);
  });

  it('the same tr_id again: 34, and charged once', async () => {
    const business = deal(server, order);
    const { tr_id: trId, selling_price: price } = await business.inquire();
    expect((await business.pay(trId))['response_code']).toBe('00');
    expect(await business.pay(trId)).toEqual({ response_code: '34', message: 'BILL HAS BEEN PAID' });
    expect(server.books.charged()).toBe(Number(price));
  });

  it('another tr_id for a bill that is paid meanwhile: 40', async () => {
    const [one, other] = [deal(server, order), deal(server, order)];
    const [{ tr_id: oneId }, { tr_id: otherId }] = [await one.inquire(), await other.inquire()];
    await one.pay(oneId);
    expect((await other.pay(otherId))['response_code']).toBe('40');
  });

  it('a customer who has paid: 01 at the next inquiry', async () => {
    await buy(server, order);
    expect(await deal(server, order).inquire()).toEqual({
      response_code: '01',
      message: 'INVOICE HAS BEEN PAID',
    });
  });

  it('a wallet may be filled again and again', async () => {
    const wallet = { code: 'SHOPEEPAY', hp: '082100000001', format };
    await buy(server, wallet);
    expect((await buy(server, wallet))['response_code']).toBe('00');
    expect(server.books.charged()).toBe(2 * 100_350);
  });

  it('a tr_id of yesterday in WIB: 04, whatever the day is in UTC', async () => {
    const business = deal(server, order);
    const { tr_id: trId } = await business.inquire();
    now = Date.parse('2026-11-21T17:00:00Z');
    expect((await business.pay(trId))['response_code']).toBe('04');
    now -= 1;
    expect((await business.pay(trId))['response_code']).toBe('00');
  });

  it('a failed tr_id again: 38; a pending one: 39', async () => {
    const failed = deal(server, { ...order, hp: '0110014606' });
    const { tr_id: failedId } = await failed.inquire();
    expect((await failed.pay(failedId))['response_code']).toBe('37');
    expect((await failed.pay(failedId))['response_code']).toBe('38');
    const pending = deal(server, { ...order, hp: '0110014607' });
    const { tr_id: pendingId, selling_price: price } = await pending.inquire();
    expect((await pending.pay(pendingId))['response_code']).toBe('39');
    expect((await pending.pay(pendingId))['response_code']).toBe('39');
    expect(server.books.charged()).toBe(Number(price));
  });
});

it('a payment under way has neither time nor reference, a failed one an empty reference', async () => {
  const pending = await buy(server, { code: 'PGAS', hp: '0110014607' });
  expect(pending['datetime'] ?? pending['noref']).toBeUndefined();
  expect(pending).toMatchObject({ message: 'PENDING / TRANSACTION IN PROCESS', price: 324_502 });
  const failed = await buy(server, { code: 'PGAS', hp: '0110014606' });
  expect(failed).toMatchObject({ datetime: '20261121101530', noref: '', message: 'PAYMENT FAILED' });
});

it('tr_id may be a number in JSON', async () => {
  const { tr_id: trId } = await deal(server, { code: 'PGAS', hp: '0110014601' }).inquire();
  const body = signed(server, String(trId), { commands: 'pay-pasca', tr_id: trId });
  expect((await call(server, body))['response_code']).toBe('00');
});
