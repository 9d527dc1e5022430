import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgeStatus,
  notReceivedAfterMs,
  notReceivedTimes,
  type StatusFacts,
} from '../../../electron/app/judge-status.ts';
import type { StatusReading } from '../../../electron/billers/biller.ts';
import { rupiah } from '../../../shared/money.ts';
import type { Confirmation } from '../../../shared/payment/outcome.ts';
import { formatDateTime, instant } from '../../../shared/time.ts';
import { minutes, quote, start } from '../ledger/documents.ts';

const confirmed = (over: Partial<Confirmation> = {}): StatusReading => ({
  kind: 'paid',
  confirmation: {
    reference: 'VSI0001',
    receiptText: '',
    bills: 1,
    details: [],
    billDetails: [],
    remarks: [],
    transactionTime: formatDateTime(instant(start + minutes(1)), 'WIB'),
    ...over,
  },
});

const facts = (over: Partial<StatusFacts> = {}): StatusFacts => ({
  keyedBy: 'our-reference',
  quote: quote(1),
  sentAt: start,
  billerAheadMs: 0,
  lineClosedForMs: 0,
  notReceived: 0,
  others: 0,
  standsElsewhere: false,
  ...over,
});
const byDay = (over: Partial<StatusFacts> = {}): StatusFacts =>
  facts({ keyedBy: 'customer-and-day', ...over });
const notReceivedAnswer: StatusReading = { kind: 'not-received', code: '42' };

describe('an answer about our own reference', () => {
  it('that says paid settles the payment', () => {
    expect(judgeStatus(confirmed(), facts())?.kind).toBe('paid');
  });

  it('that says failed settles it as rejected', () => {
    expect(judgeStatus({ kind: 'rejected', code: '37', text: 'GAGAL' }, facts())).toEqual({
      kind: 'rejected',
      code: '37',
      text: 'GAGAL',
    });
  });

  it('settles it although the company gave its reference to another payment too', () => {
    expect(judgeStatus(confirmed(), facts({ standsElsewhere: true, others: 1 }))?.kind).toBe('paid');
  });

  it('that says failed settles nothing while the payment’s own answer may still come', () => {
    const failed: StatusReading = { kind: 'rejected', code: '37', text: 'GAGAL' };
    expect(judgeStatus(failed, facts({ lineClosedForMs: undefined }))).toBeUndefined();
    expect(judgeStatus(confirmed(), facts({ lineClosedForMs: undefined }))?.kind).toBe('paid');
  });

  it('that says neither settles nothing', () => {
    expect(judgeStatus({ kind: 'open', code: '39' }, facts())).toBeUndefined();
  });
});

describe('an answer that nothing was received', () => {
  const heard = (notReceived: number, closedFor: number | undefined) =>
    judgeStatus(notReceivedAnswer, facts({ notReceived, lineClosedForMs: closedFor }));

  it('is believed the third time, a quarter of an hour after the socket was closed', () => {
    expect(heard(3, minutes(15))).toEqual({ kind: 'rejected', code: '42', text: '' });
  });

  it('is not believed twice, nor too early, nor while the payment’s socket may still bring an answer', () => {
    expect(heard(2, minutes(60))).toBeUndefined();
    expect(heard(9, minutes(15) - 1)).toBeUndefined();
    expect(heard(9, undefined)).toBeUndefined();
  });

  it('rejects exactly when it was heard often enough and late enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.option(fc.integer({ min: 0, max: 3_600_000 }), { nil: undefined }),
        (times, closedFor) => {
          const isLost = times >= notReceivedTimes && (closedFor ?? 0) >= notReceivedAfterMs;
          expect(heard(times, closedFor)?.kind === 'rejected').toBe(isLost);
        },
      ),
    );
  });
});

describe('an answer by customer and day', () => {
  it('settles as paid what was done within ten minutes of our sending, by the biller’s clock', () => {
    expect(judgeStatus(confirmed(), byDay())?.kind).toBe('paid');
    const ahead = minutes(90);
    const there = formatDateTime(instant(start + ahead + minutes(9)), 'WIB');
    expect(judgeStatus(confirmed({ transactionTime: there }), byDay({ billerAheadMs: ahead }))?.kind).toBe(
      'paid',
    );
    expect(judgeStatus(confirmed({ transactionTime: there }), byDay())).toBeUndefined();
  });

  it.each([
    ['another payment of that customer and day', byDay({ others: 1 }), {}],
    ['a reference that stands elsewhere', byDay({ standsElsewhere: true }), {}],
    [
      'a time of the morning',
      byDay(),
      { transactionTime: formatDateTime(instant(start - minutes(11)), 'WIB') },
    ],
    ['no time', byDay(), { transactionTime: '' }],
    ['a time that is none', byDay(), { transactionTime: '2018-02-30 09:00:00' }],
    [
      'a total that differs',
      byDay(),
      { remarks: [{ code: 'total-differs', quoted: rupiah(1), replied: rupiah(2) }] as const },
    ],
  ])('with %s settles nothing', (_what, known, over) => {
    expect(judgeStatus(confirmed(over), known)).toBeUndefined();
  });

  it('about a token settles only where the amount is told', () => {
    const token = byDay({ quote: quote(1, { denomination: rupiah(50_000) }) });
    expect(judgeStatus(confirmed(), token)).toBeUndefined();
    const told = (value: string) => confirmed({ details: [{ label: 'total-paid', value }] });
    expect(judgeStatus(told('303.500'), token)?.kind).toBe('paid');
    expect(judgeStatus(told('303500'), token)?.kind).toBe('paid');
    for (const other of ['102.500', '303500.5', '3035005', '', 'Rp 303.500'])
      expect(judgeStatus(told(other), token)).toBeUndefined();
  });

  it('never rejects, whatever it says and however often', () => {
    const heard = byDay({ notReceived: 4, lineClosedForMs: minutes(90) });
    expect(judgeStatus(notReceivedAnswer, heard)).toBeUndefined();
    expect(judgeStatus({ kind: 'rejected', code: '1', text: '' }, heard)).toBeUndefined();
  });
});
