import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInquiryReply } from '../../../../electron/billers/iak/inquiry-reply.ts';
import type { Service } from '../../../../shared/biller-profile.ts';
import { rupiah } from '../../../../shared/money.ts';
import { billSchema, customerSchema, type Extras } from '../../../../shared/payment/quote.ts';
import { jsonReply, replyOf, telkomData, xmlReply } from './telkom-sample.ts';

const service: Service = { product: 'telkom-pstn', code: 'TELKOMPSTN', name: 'Telkom', asks: [] };
const asked = { service, customerNumber: '6391601201', extras: {}, refId: '091283746520' };
const { datetime: _1, balance: _2, noref: _3, ...found } = telkomData;
const read = (data: unknown, more = {}) => readInquiryReply(asked, jsonReply(data, more));

/** Fields an inquiry rests on, so that a wrong one must not be sold. */
const decisive = ['hp', 'code', 'ref_id', 'tr_id', 'price', 'nominal', 'admin', 'response_code'];

describe('an answer to an inquiry', () => {
  it('gives customer, bills, the biller’s id and what the deposit is charged, in either format', () => {
    const expected = {
      ok: true,
      value: {
        kind: 'bills',
        inquiryId: '9732432',
        depositCharge: 133_510,
        customer: { identity: '6391601201', name: 'JAORAH' },
        bills: [
          { period: 'MEI 2014', amount: 49_870, adminFee: 2500, total: 52_370 },
          { period: 'JUN 2014', amount: 44_870, adminFee: 2500, total: 47_370 },
          { period: 'JUL2014', amount: 34_870, adminFee: 2500, total: 37_370 },
        ],
      },
    };
    expect(read(found)).toMatchObject(expected);
    expect(readInquiryReply(asked, xmlReply(found))).toMatchObject(expected);
  });

  it('is not believed where it is about something else than was asked', () => {
    for (const [name, value] of [
      ['hp', '6391601202'],
      ['hp', ''],
      ['code', 'PLNPOSTPAID'],
      ['ref_id', '91283746520'],
      ['ref_id', 91_283_746_520],
      ['price', 137_111],
      ['nominal', '129611'],
    ] as const) {
      expect(read({ ...found, [name]: value }), `${name} ${value}`).toEqual({
        ok: false,
        error: { code: 'mismatched-reply' },
      });
    }
    expect(read({ ...found, hp: 6_391_601_201, tr_id: '9732432', price: '137110.00' }).ok).toBe(true);
  });

  it('is not believed where rows with totals contradict the price, and is sold where they have none', () => {
    const rows = (detail: unknown) => ({ ...found, desc: { jumlah_tagihan: 3, tagihan: { detail } } });
    expect(read(rows([{ periode: 'MEI', total: 52_370 }]))).toEqual({
      ok: false,
      error: { code: 'mismatched-reply' },
    });
    const empty = { periode: '', nilai_tagihan: '', admin: '', total: '' };
    for (const desc of [rows([empty, empty, empty]), { ...found, desc: '' }, { ...found, desc: [] }]) {
      expect(read(desc)).toMatchObject({
        ok: true,
        value: { bills: [{ period: '201405,201407', amount: 129_610, adminFee: 7500, total: 137_110 }] },
      });
    }
  });

  it('is unreadable without one of the fields it rests on', () => {
    for (const name of decisive) {
      const { [name]: _, ...rest } = found;
      expect(read(rest), name).toEqual({ ok: false, error: { code: 'unreadable-reply' } });
    }
    expect(read({ ...found, price: 0, nominal: 0, admin: 0 }).ok).toBe(false);
    expect(read({ ...found, tr_id: 'abc' }).ok).toBe(false);
    expect(read({ ...found, tr_id: 1.5 }).ok).toBe(false);
  });

  it('that refuses carries the code, the words, their meaning and the biller’s clock', () => {
    const date = 'Fri, 03 Aug 2018 10:20:00 GMT';
    for (const status of [200, 400]) {
      expect(read({ response_code: '14', message: 'WRONG\n NUMBER' }, { date, status })).toMatchObject({
        ok: false,
        error: {
          code: 'refused-by-biller',
          billerCode: '14',
          billerText: 'WRONG NUMBER',
          refusal: { id: { reason: expect.stringMatching(/./) }, en: { reason: expect.stringMatching(/./) } },
          date,
        },
      });
    }
    expect(read({ response_code: '999' })).toEqual({
      ok: false,
      error: { code: 'refused-by-biller', billerCode: '999' },
    });
  });

  it('is not believed where it is for another year, other months or another sum than was asked', () => {
    const of = (product: Service['product'], extras: Extras, more: object) =>
      readInquiryReply(
        { ...asked, service: { ...service, product }, extras },
        jsonReply({ ...found, desc: '', ...more }),
      ).ok;
    expect(of('pbb', { taxYear: 2019 }, { desc: { tahun_pajak: '2019' } })).toBe(true);
    expect(of('pbb', { taxYear: 2019 }, { desc: {} })).toBe(true);
    expect(of('pbb', { taxYear: 2019 }, { desc: { tahun_pajak: 2018 } })).toBe(false);
    expect(of('bpjs', { months: 2 }, { period: '02' })).toBe(true);
    expect(of('bpjs', { months: 2 }, { period: '3' })).toBe(false);
    expect(of('emoney', { amount: rupiah(129_610) }, {})).toBe(true);
    expect(of('emoney', { amount: rupiah(50_000) }, {})).toBe(false);
  });

  it('with another HTTP status, cut short, or no answer of IAK’s is not read', () => {
    expect(read(found, { status: 503 })).toMatchObject({ error: { billerCode: 'HTTP 503' } });
    expect(read(found, { status: 400 })).toMatchObject({ error: { code: 'unreadable-reply' } });
    expect(read(found, { complete: false })).toMatchObject({ error: { code: 'unreadable-reply' } });
    expect(readInquiryReply(asked, replyOf('<html></html>')).ok).toBe(false);
  });

  it('with any field replaced by anything never throws, and what it sells was asked for and adds up', () => {
    const names = fc.constantFrom(...Object.keys(found));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.jsonValue()), { minLength: 1, maxLength: 3 }), (changes) => {
        const data = { ...found, ...Object.fromEntries(changes) };
        const inquiry = read(data);
        if (!inquiry.ok) return;
        const { customer, bills } = inquiry.value;
        expect(customerSchema.safeParse(customer).success).toBe(true);
        expect(bills.every((bill) => billSchema.safeParse(bill).success)).toBe(true);
        expect(bills.reduce((sum, bill) => sum + bill.total, 0)).toBe(Number(data['price']));
        expect([data['hp'], data['code'], data['ref_id']].map(String)).toEqual([
          '6391601201',
          'TELKOMPSTN',
          '091283746520',
        ]);
      }),
      { numRuns: 2000 },
    );
  });
});
