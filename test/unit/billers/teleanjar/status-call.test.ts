import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../../electron/billers/teleanjar/ask.ts';
import {
  createStatusCall,
  readStatus,
  statusDates,
} from '../../../../electron/billers/teleanjar/status-call.ts';
import type { Quote } from '../../../../shared/payment/quote.ts';
import { err, ok } from '../../../../shared/result.ts';
import { formatDateTime, instant, parseDateTime, type Instant } from '../../../../shared/time.ts';
import { mutatedJson } from './mutated-json.ts';
import { exchangeOf, replyOf, sample, sampleProducts, sampleQuotes } from './samples.ts';

const wib = (text: string): Instant => {
  const at = parseDateTime(text, 'WIB');
  if (at === undefined) throw new Error(text);
  return at;
};
const noon = wib('2018-05-30 12:00:00');
const read = (quote: Quote, text: string) => readStatus({ quote, sentAt: noon }, replyOf(text));

describe('the days a payment may stand on', () => {
  it.each([
    ['2018-05-30 12:00:00', ['2018-05-30']],
    ['2018-05-30 00:15:01', ['2018-05-30']],
    ['2018-05-30 00:14:59', ['2018-05-30', '2018-05-29']],
    ['2018-05-30 00:00:00', ['2018-05-30', '2018-05-29']],
    ['2018-05-29 23:59:59', ['2018-05-29', '2018-05-30']],
    ['2018-05-29 23:45:00', ['2018-05-29', '2018-05-30']],
    ['2018-05-29 23:44:59', ['2018-05-29']],
    ['2018-12-31 23:50:00', ['2018-12-31', '2019-01-01']],
    ['2020-03-01 00:05:00', ['2020-03-01', '2020-02-29']],
  ])('sent at %s are %j', (sentAt, dates) => {
    expect(statusDates(wib(sentAt))).toEqual(dates);
  });

  it('are one or two that follow each other, and ours is the first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
        const [ours, other, ...more] = statusDates(instant(ms));
        expect(ours).toBe(formatDateTime(instant(ms), 'WIB').slice(0, 10));
        expect(more).toEqual([]);
        if (other === undefined) return;
        expect(Math.abs(Date.parse(other) - Date.parse(ours ?? ''))).toBe(86_400_000);
      }),
    );
  });
});

describe('a status check', () => {
  const quote = sampleQuotes['pln-postpaid'];
  const answered = exchangeOf('{"response":"SWT:0063"}');

  it('asks by product, customer and day', async () => {
    const asked: unknown[] = [];
    const ask: Ask = (action, values, at) => {
      asked.push([action, values, at]);
      return Promise.resolve(ok(answered));
    };
    const call = createStatusCall(ask);
    expect(call.keyedBy).toBe('customer-and-day');
    const at = wib('2018-05-30 00:20:00');
    const exchanges = await call.ask({ quote, sentAt: wib('2018-05-29 23:50:00') }, at);
    expect(exchanges).toEqual(ok([answered, answered]));
    expect(asked).toEqual([
      ['cek_status', ['TELE-ANY', '123456792482', '2018-05-29'], at],
      ['cek_status', ['TELE-ANY', '123456792482', '2018-05-30'], at],
    ]);
  });

  it('gives the answers there are, and else why there is none', async () => {
    const replies = [err({ code: 'no-answer' } as const), ok(answered)];
    const call = createStatusCall(() => Promise.resolve(replies.shift() ?? err({ code: 'no-answer' })));
    const midnight = { quote, sentAt: wib('2018-05-30 00:00:00') };
    expect(await call.ask(midnight, noon)).toEqual(ok([answered]));
    expect(await call.ask(midnight, noon)).toEqual(err({ code: 'no-answer' }));

    for (const [code, told] of [
      ['not-set-up', 'not-set-up'],
      ['abandoned', 'no-connection'],
    ] as const) {
      const failing = createStatusCall(() => Promise.resolve(err({ code })));
      expect(await failing.ask({ quote, sentAt: noon }, noon)).toEqual(err({ code: told }));
    }
    for (const code of ['unreachable', 'tls-refused', 'pin-mismatch', 'proxy-refused'] as const) {
      const failing = createStatusCall(() => Promise.resolve(err({ code, detail: 'any' })));
      expect(await failing.ask({ quote, sentAt: noon }, noon)).toEqual(err({ code: 'no-connection' }));
    }
  });
});

describe('an answer to a status check', { timeout: 30_000 }, () => {
  it.each(sampleProducts)(
    'of %s that is a payment’s answer shows it paid, its time as written',
    (product) => {
      const reading = read(sampleQuotes[product], sample(`payment-${product}`));
      expect(reading.kind).toBe('paid');
      if (reading.kind !== 'paid') return;
      expect(reading.confirmation.transactionTime).toMatch(/^2018-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect(reading.confirmation.reference).toMatch(/^[0-9A-F]{32}$/);
    },
  );

  it('of another product, customer or sum leaves it open', () => {
    for (const product of sampleProducts) {
      for (const other of sampleProducts) {
        if (product === other) continue;
        const renamed = { ...sampleQuotes[other], product };
        expect(read(renamed, sample(`payment-${other}`)).kind, `${product} by ${other}`).toBe('open');
      }
    }
    const quote = sampleQuotes['telkom-pstn'];
    const paid = sample('payment-telkom-pstn');
    expect(read(quote, paid.replaceAll('023158334621', '023158334622')).kind).toBe('open');
    expect(read(quote, paid.replaceAll('659707', '659708')).kind).toBe('open');
  });

  const row = { idpel: '123456792482', tagihan: 500_000, admin: 2500, total: 502_500 };
  const other = { ...row, tagihan: 1_050_000, total: 1_052_500 };
  const certificate = { billreff: 'ABC', waktu_transaksi: '2018-05-30 15:02:26' };
  const tell = (...rows: readonly object[]): string =>
    JSON.stringify({ response: 'SWT:0000', respdata: rows });

  it('that certifies nothing is an inquiry’s, and leaves it open', () => {
    const quote = sampleQuotes['pln-postpaid'];
    expect(read(quote, tell({ ...row, ...certificate }, { ...other, ...certificate })).kind).toBe('paid');
    expect(read(quote, tell(row, other)).kind).toBe('open');
    expect(read(quote, tell({ ...row, ...certificate }, other)).kind).toBe('open');
    for (const field of ['billreff', 'waktu_transaksi']) {
      const blank = { ...other, ...certificate, [field]: ' ' };
      expect(read(quote, tell({ ...row, ...certificate }, blank)).kind, field).toBe('open');
    }
    for (const foreign of [{ nopel: '023158334621' }, { nomor_registrasi: '1' }, { token: '1' }]) {
      const strange = { ...other, ...certificate, ...foreign };
      expect(read(quote, tell({ ...row, ...certificate }, strange)).kind).toBe('open');
    }
  });

  it.each([
    ['a code that would reject a payment', '{"response":"SWT:0014"}', { kind: 'open', code: '0014' }],
    ['"no payment"', '{"response":"SWT:0063"}', { kind: 'open', code: '0063' }],
    ['words', '{"response":"KILLME: TIDAK ADA"}', { kind: 'open', text: 'TIDAK ADA' }],
    ['nothing that can be read', '<html>', { kind: 'open' }],
    ['success without a row', '{"response":"SWT:0000","respdata":[]}', { kind: 'open' }],
    [
      'success and a code that says otherwise',
      '{"response":"SWT:0000","rc":"14"}',
      { kind: 'open', code: 'rc 14' },
    ],
  ])('of %s leaves it open', (_what, text, reading) => {
    expect(read(sampleQuotes['pln-postpaid'], text)).toEqual(reading);
  });

  it('that was cut short or has another status leaves it open', () => {
    const quote = sampleQuotes['pln-postpaid'];
    const text = sample('payment-pln-postpaid');
    expect(readStatus({ quote, sentAt: noon }, replyOf(text, { complete: false }))).toEqual({ kind: 'open' });
    expect(readStatus({ quote, sentAt: noon }, replyOf(text, { status: 502 }))).toEqual({
      kind: 'open',
      code: 'HTTP 502',
    });
  });

  it.each(sampleProducts)('of %s with any value changed is paid or leaves it open', (product) => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(mutatedJson(sample(`payment-${product}`)), (value) => {
        const { kind } = read(sampleQuotes[product], JSON.stringify(value));
        expect(['paid', 'open']).toContain(kind);
        kinds.add(kind);
      }),
      { numRuns: 300 },
    );
    expect(kinds).toEqual(new Set(['paid', 'open']));
  });
});
