import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iakCodes } from '../../../../electron/billers/iak/codes.ts';
import { readStatusReply } from '../../../../electron/billers/iak/status-reply.ts';
import { jsonReply, telkomData, telkomQuote, xmlReply } from './telkom-sample.ts';

const paid = { ...telkomData, status: 1 };
const { noref: _1, ...asked } = telkomData;
const failed = { ...asked, status: 2, response_code: '37', message: 'PEMBAYARAN GAGAL', noref: '' };
const missing = { ...asked, status: 0, response_code: '42', message: 'REQUEST PEMBAYARAN BELUM DITERIMA' };
const pending = { ...asked, status: 3, response_code: '39', message: 'PENDING / TRANSAKSI SEDANG DIPROSES' };
/** Codes a payment can have failed with; the others speak of the question, are pending, or say that the bill is paid. */
const failing: ReadonlySet<string> = new Set(
  '07 08 09 10 13 14 15 16 17 20 30 31 32 33 35 36 37 38 41 91 92 93 94 103 105 106 109 110'.split(' '),
);
const read = (data: unknown, more = {}) => readStatusReply(telkomQuote, jsonReply(data, more));

describe('an answer to a status check', () => {
  it('settles, refuses, denies or waits by its status, an integer in JSON and a text in XML', () => {
    for (const reply of [jsonReply, xmlReply]) {
      const kinds = [paid, failed, missing, pending].map((data) => readStatusReply(telkomQuote, reply(data)));
      expect(kinds).toMatchObject([
        { kind: 'paid', confirmation: { reference: '1609626', bills: 3 } },
        { kind: 'rejected', code: '37', text: 'PEMBAYARAN GAGAL' },
        { kind: 'not-received', code: '42' },
        { kind: 'open', code: '39' },
      ]);
    }
  });

  it('is taken at its word only with the code that goes with the status', () => {
    for (const status of [0, 1, 2, 3, 4, '01', true, null]) {
      for (const code of [...iakCodes.map((entry) => entry.code), '44']) {
        const { kind } = read({ ...telkomData, status, response_code: code });
        const pair = `${status} ${code}`;
        const settled = { '1 00': 'paid', '0 42': 'not-received' }[pair];
        expect(kind, pair).toBe(settled ?? (status === 2 && failing.has(code) ? 'rejected' : 'open'));
      }
    }
    expect(read(telkomData).kind).toBe('open');
  });

  it('about another payment leaves this one open', () => {
    for (const data of [paid, failed, missing]) {
      for (const [name, value] of [
        ['ref_id', '091283746521'],
        ['hp', '6391601202'],
        ['code', 'SPEEDY'],
        ['tr_id', 1],
      ] as const) {
        expect(read({ ...data, [name]: value }).kind, name).toBe('open');
      }
    }
    for (const data of [paid, failed, missing]) {
      for (const price of [137_111, '137.110', -1, {}]) expect(read({ ...data, price }).kind).toBe('open');
    }
  });

  it('is paid only with our id, number, product and price in it, and settled otherwise only with our id', () => {
    const without = (data: Readonly<Record<string, unknown>>, name: string) =>
      Object.fromEntries(Object.entries(data).filter(([each]) => each !== name));
    for (const name of ['ref_id', 'hp', 'code', 'price'])
      expect(read(without(paid, name)).kind, name).toBe('open');
    expect(read(without(paid, 'tr_id')).kind).toBe('paid');
    expect(read(without(failed, 'ref_id')).kind).toBe('open');
    expect(read(without(missing, 'ref_id')).kind).toBe('open');
    expect(read({ status: 0, response_code: '42', ref_id: '091283746520' }).kind).toBe('not-received');
    for (const name of ['hp', 'tr_id', 'code', 'price']) {
      expect(read(without(failed, name)).kind, name).toBe('rejected');
    }
  });

  it('that failed is told from a question that failed by what the question did not say', () => {
    const echo = { status: 2, response_code: '92', ref_id: '091283746520' };
    expect(read(echo).kind).toBe('open');
    expect(read({ ...echo, code: 'TELKOMPSTN', price: 137_110 }).kind).toBe('open');
    expect(read({ ...echo, tr_id: 9_732_432 }).kind).toBe('rejected');
    expect(read({ ...echo, hp: '6391601201' }).kind).toBe('rejected');
  });

  it('that speaks of the question, or cannot be read, leaves the payment open', () => {
    for (const code of ['100', '102', '117', '201', '06']) {
      expect(read({ response_code: code, message: 'NO' })).toEqual({ kind: 'open', code, text: 'NO' });
    }
    expect(read(paid, { status: 500 })).toEqual({ kind: 'open', code: 'HTTP 500' });
    expect(read(failed, { status: 400 }).kind).toBe('open');
    expect(read(paid, { complete: false })).toEqual({ kind: 'open' });
  });

  it('with fields replaced by anything never throws and settles nothing that is not the quote’s', () => {
    const names = fc.constantFrom(...Object.keys(paid));
    fc.assert(
      fc.property(
        fc.constantFrom(paid, failed, missing),
        fc.array(fc.tuple(names, fc.oneof(fc.jsonValue(), fc.constantFrom(0, 1, 2, '00', '37', '42'))), {
          minLength: 1,
          maxLength: 3,
        }),
        (before, changes) => {
          const data: Record<string, unknown> = { ...before, ...Object.fromEntries(changes) };
          const { kind } = read(data);
          if (kind === 'open') return;
          const [status, code] = [String(data['status']).trim(), String(data['response_code']).trim()];
          if (kind === 'rejected') expect([status, failing.has(code)]).toEqual(['2', true]);
          else expect(`${status} ${code}`).toBe({ paid: '1 00', 'not-received': '0 42' }[kind]);
          expect(String(data['ref_id']).trim()).toBe('091283746520');
          if (kind === 'paid') expect(Number(data['price'])).toBe(137_110);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
