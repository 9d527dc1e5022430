import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iakCodes } from '../../../../electron/billers/iak/codes.ts';
import { readPaymentReply } from '../../../../electron/billers/iak/payment-reply.ts';
import { paymentOutcomeSchema } from '../../../../shared/payment/outcome.ts';
import type { Quote } from '../../../../shared/payment/quote.ts';
import { rupiah } from '../../../../shared/money.ts';
import {
  jsonReply,
  replyOf,
  telkomData,
  telkomJson,
  telkomQuote,
  telkomXml,
  xmlReply,
} from './telkom-sample.ts';

const read = (data: unknown, more = {}) => readPaymentReply(telkomQuote, jsonReply(data, more)).outcome;
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(telkomData).filter(([name]) => !names.includes(name)));

/** Codes given before the product's owner is asked for anything. */
const rejecting: ReadonlySet<string> = new Set([
  '03',
  '04',
  '06',
  '08',
  '11',
  '13',
  '14',
  '15',
  '16',
  '17',
  '20',
  '100',
  '101',
  '102',
  '106',
  '107',
  '108',
  '109',
  '118',
]);

describe('an answer to a payment', () => {
  it('is paid as the documentation prints it, in JSON and in XML', () => {
    const fields = {
      reference: '1609626',
      receiptText: '',
      bills: 3,
      remarks: [],
    };
    expect(readPaymentReply(telkomQuote, replyOf(telkomJson))).toMatchObject({
      outcome: { kind: 'paid', confirmation: { ...fields, transactionTime: '2018-08-03 17:20:00' } },
      deposit: 997_161_249,
    });
    expect(readPaymentReply(telkomQuote, replyOf(telkomXml))).toMatchObject({
      outcome: { kind: 'paid', confirmation: { ...fields, transactionTime: '2017-07-25 16:25:07' } },
      deposit: 997_161_249,
    });
  });

  it('is paid without what does not decide: reference, time, names, product code, one of the ids, the parts of the price', () => {
    const left = [['noref'], ['datetime'], ['tr_name'], ['period'], ['desc'], ['balance'], ['selling_price']];
    const identities = [['code'], ['tr_id'], ['ref_id'], ['code', 'ref_id'], ['nominal'], ['admin']];
    for (const names of [...left, ...identities]) {
      expect(read(without(...names)).kind, names.join()).toBe('paid');
    }
    expect(read({ ...telkomData, noref: '', desc: '', datetime: 'soon' })).toMatchObject({
      kind: 'paid',
      confirmation: { reference: '', transactionTime: 'soon' },
    });
  });

  it('is paid whichever way its numbers are written', () => {
    const written = {
      tr_id: '9732432',
      hp: 6_391_601_201,
      price: '137110',
      nominal: 129_610.0,
      admin: '7500.00',
    };
    expect(read({ ...telkomData, ...written }).kind).toBe('paid');
    expect(readPaymentReply(telkomQuote, xmlReply({ ...telkomData, ...written })).outcome.kind).toBe('paid');
  });

  it('is unknown without the number, both ids or the price', () => {
    for (const names of [['hp'], ['tr_id', 'ref_id'], ['price']]) {
      expect(read(without(...names)), names.join()).toMatchObject({
        kind: 'unknown',
        reason: 'unreadable-reply',
      });
    }
  });

  it('is unknown where one identity or amount it carries is another’s', () => {
    for (const [name, value] of [
      ['hp', '6391601202'],
      ['hp', '06391601201'],
      ['code', 'SPEEDY'],
      ['tr_id', 9_732_433],
      ['tr_id', [9_732_432]],
      ['ref_id', '91283746520'],
      ['ref_id', 91_283_746_520],
      ['price', 137_111],
      ['price', 137_109],
      ['nominal', 129_611],
      ['admin', 0],
    ] as const) {
      expect(read({ ...telkomData, [name]: value }), `${name} ${JSON.stringify(value)}`).toMatchObject({
        kind: 'unknown',
        reason: 'mismatched-reply',
      });
    }
    const other = { ...telkomQuote, total: rupiah(137_111) };
    expect(readPaymentReply(other, replyOf(telkomJson)).outcome.kind).toBe('unknown');
  });

  it('is unknown with a `desc` in two places, or where a row’s total is not its bill’s', () => {
    const twice = JSON.stringify({ data: telkomData, desc: telkomData['desc'] });
    expect(readPaymentReply(telkomQuote, replyOf(twice)).outcome).toMatchObject({
      reason: 'unreadable-reply',
    });
    for (const total of ['52371', '0', '"52371"', '52370.5', '"52.370"', '[52370]']) {
      const outcome = readPaymentReply(telkomQuote, replyOf(telkomJson.replace('52370', total))).outcome;
      expect(outcome, total).toMatchObject({ kind: 'unknown', reason: 'mismatched-reply' });
    }
  });

  it('is unknown where a row that follows many has another total', () => {
    const detail = [...Array.from({ length: 60 }, () => ({ total: '' })), { total: 1 }];
    expect(read({ ...telkomData, desc: { tagihan: { detail } } })).toMatchObject({
      reason: 'mismatched-reply',
    });
  });

  it('is decided by its code: paid by 00 alone, rejected by those given before anybody was asked', () => {
    const outcomes = Object.fromEntries(
      ['00', ...iakCodes.map(({ code }) => code), '0', '000', '44', '12', 'OK', '999'].map((code) => [
        code,
        read({ ...telkomData, response_code: code }).kind,
      ]),
    );
    for (const [code, kind] of Object.entries(outcomes)) {
      expect(kind, code).toBe(code === '00' ? 'paid' : rejecting.has(code) ? 'rejected' : 'unknown');
    }
    expect(iakCodes).toHaveLength(48);
  });

  it('is rejected with the code and words wherever the code stands, also with HTTP status 400', () => {
    const refusal = { response_code: '17', message: 'BALANCE NOT ENOUGH' };
    const rejected = { kind: 'rejected', code: '17', text: 'BALANCE NOT ENOUGH' };
    expect(read(refusal)).toEqual(rejected);
    expect(read(refusal, { status: 400 })).toEqual(rejected);
    expect(read({ rc: '17', message: 'BALANCE NOT ENOUGH', status: 2 })).toEqual(rejected);
    for (const text of [
      JSON.stringify(refusal),
      '<mp><response_code>17</response_code><message>BALANCE NOT ENOUGH</message></mp>',
    ]) {
      expect(readPaymentReply(telkomQuote, replyOf(text)).outcome).toEqual(rejected);
    }
  });

  it('that refuses another’s payment, or contradicts itself, rejects nothing', () => {
    expect(read({ response_code: '17', hp: '6391601202' })).toMatchObject({ reason: 'mismatched-reply' });
    expect(read({ response_code: '17', ref_id: 'other' })).toMatchObject({ reason: 'mismatched-reply' });
    expect(read({ response_code: '17', status: 1 })).toMatchObject({ reason: 'unclear-answer' });
    expect(read({ response_code: '17', rc: '00' })).toMatchObject({ reason: 'unreadable-reply' });
    expect(read({ ...telkomData, status: 3 })).toMatchObject({ reason: 'unclear-answer' });
    for (const status of [true, 1.5, [1], { status: 1 }]) {
      expect(read({ ...telkomData, status })).toMatchObject({ reason: 'unclear-answer' });
      expect(read({ response_code: '17', status })).toMatchObject({ reason: 'unclear-answer' });
    }
  });

  it('with HTTP status 400 is never paid, and without a code that rejects it is unknown', () => {
    expect(read(telkomData, { status: 400 })).toMatchObject({ kind: 'unknown' });
    expect(read({ response_code: '37' }, { status: 400 })).toMatchObject({ kind: 'unknown', code: '37' });
    expect(read({ error_details: 'something is wrong' }, { status: 400 })).toEqual({
      kind: 'unknown',
      reason: 'unreadable-reply',
      code: 'HTTP 400',
      text: 'something is wrong',
    });
  });

  it('with any other HTTP status is unknown, whatever it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.constantFrom('00', '17', '100'), (status, code) => {
        fc.pre(status !== 200 && status !== 400);
        expect(read({ ...telkomData, response_code: code }, { status })).toEqual({
          kind: 'unknown',
          reason: 'unreadable-reply',
          code: `HTTP ${status}`,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('that was cut short is never believed', () => {
    expect(read(telkomData, { complete: false })).toMatchObject({ reason: 'unreadable-reply' });
    expect(read({ response_code: '17' }, { complete: false })).toMatchObject({ reason: 'unreadable-reply' });
    for (const text of [telkomJson, telkomXml]) {
      for (let length = 0; length < text.length; length += 7) {
        expect(readPaymentReply(telkomQuote, replyOf(text.slice(0, length))).outcome.kind).toBe('unknown');
      }
    }
  });

  it('changed anywhere never throws, and is paid only while number, id, code and price stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(telkomJson, telkomXml),
        fc.nat(1800),
        fc.nat(8),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 4 }),
          fc.constantFrom('0', '1', '"', '<', '00', '.', '-'),
        ),
        (text, at, removed, inserted) => {
          const changed = text.slice(0, at) + inserted + text.slice(at + removed);
          const { outcome } = readPaymentReply(telkomQuote, replyOf(changed));
          expect(paymentOutcomeSchema.safeParse(outcome).success).toBe(true);
          // `00` and a digit more may be another documented code; then that code decides.
          if (outcome.kind === 'rejected') expect(rejecting.has(outcome.code)).toBe(true);
          if (outcome.kind !== 'paid') return;
          // Blanks around a value and zeros before an amount change neither.
          const dense = changed.replaceAll(/\s/g, '');
          expect(dense).toMatch(/response_code(>|":")00["<]/);
          expect(dense).toMatch(/hp(>|":")6391601201["<]/);
          expect(dense).toMatch(/tr_id(>|":)9732432[,<]|ref_id(>|":")091283746520["<]/);
          expect(dense).toMatch(/"price":137110[,.]|<price>0*137110[.<]/);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('with any field replaced by anything is paid only where each one that decides is the quote’s', () => {
    const names = fc.constantFrom(...Object.keys(telkomData), 'rc', 'status');
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(...Object.values(telkomData)),
      fc.constantFrom('17', '39'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values), { minLength: 1, maxLength: 3 }), (changes) => {
        const data: Record<string, unknown> = { ...telkomData, ...Object.fromEntries(changes) };
        const outcome = read(data);
        expect(paymentOutcomeSchema.safeParse(outcome).success).toBe(true);
        if (outcome.kind !== 'paid') return;
        expect(data['response_code']).toBe('00');
        expect(String(data['hp']).trim()).toBe('6391601201');
        expect(Number(data['price'])).toBe(137_110);
        for (const [name, value] of [
          ['code', 'TELKOMPSTN'],
          ['tr_id', '9732432'],
          ['ref_id', '091283746520'],
        ] as const) {
          const carried = data[name];
          if (carried === null || carried === '') continue;
          expect(typeof carried === 'number' ? `${carried}` : carried).toSatisfy(
            (text) => typeof text === 'string' && text.trim() === value,
          );
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('of any bytes never throws and is unknown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (body) => {
        const { outcome } = readPaymentReply(telkomQuote, { status: 200, date: null, body, complete: true });
        expect(outcome.kind).toBe('unknown');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an answer to the payment of electricity', () => {
  const quote: Quote = {
    ...telkomQuote,
    product: 'pln-postpaid',
    service: { code: 'PLNPOSTPAID', name: 'PLN' },
    customer: { identity: '530000000001', name: 'X', details: [] },
    bills: [{ period: '201608', amount: rupiah(305_000), adminFee: rupiah(2500), total: rupiah(307_500) }],
    total: rupiah(307_500),
  };
  const data = {
    ...telkomData,
    code: 'PLNPOSTPAID',
    hp: '530000000001',
    nominal: 305_000,
    admin: 2500,
    price: 307_500,
    desc: {
      tarif: 'R1',
      daya: 1300,
      lembar_tagihan: '1',
      lembar_tagihan_sisa: 4,
      tagihan: {
        detail: [
          {
            meter_awal: '00080000',
            meter_akhir: '00080500',
            periode: '201608',
            nilai_tagihan: '300000',
            admin: '2500',
            denda: '5000',
            total: 307_500,
          },
        ],
      },
    },
  };

  it('tells what is left and the meter of each bill, the penalty being in the total', () => {
    for (const reply of [jsonReply(data), xmlReply(data)]) {
      expect(readPaymentReply(quote, reply).outcome).toMatchObject({
        kind: 'paid',
        confirmation: {
          remainingArrears: 4,
          details: expect.arrayContaining([{ label: 'tariff-power', value: 'R1 / 1300VA' }]),
          billDetails: [
            expect.arrayContaining([
              { label: 'meter-start', value: '00080000' },
              { label: 'meter-end', value: '00080500' },
              { label: 'penalty', value: '5.000' },
            ]),
          ],
        },
      });
    }
  });
});
