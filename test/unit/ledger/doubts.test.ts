import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { rupiah } from '../../../shared/money.ts';
import { doubtKey, lately, type Doubt } from '../../../shared/payment/doubt.ts';
import type { Bill, Quote } from '../../../shared/payment/quote.ts';
import { instant } from '../../../shared/time.ts';
import { decide } from './altered-ledger.ts';
import { arming, minutes, paid, quote, quoteId, rejected, settlement, start, unknown } from './documents.ts';
import { newLedger } from './open-ledger.ts';

const bill = (period: string): Bill => ({
  period,
  amount: rupiah(301_000),
  adminFee: rupiah(2_500),
  total: rupiah(303_500),
});

/** The n-th quote, of the first one's customer, for another month unless told. */
const ofSameCustomer = (n: number, over: Partial<Quote> = {}): Quote =>
  quote(n, { customer: quote(1).customer, bills: [bill('JUN18')], ...over });

const armed = (ledger: Ledger, n: number, over: Parameters<typeof arming>[1] = {}): boolean =>
  ledger.arm(arming(n, over)).ok;

/** A ledger in which the first quote's customer was paid; when, in milliseconds. */
function withPaid(): { ledger: Ledger; settledAt: number } {
  const { ledger } = newLedger();
  ledger.addQuote(quote(1));
  expect(armed(ledger, 1)).toBe(true);
  ledger.settle(settlement(1, paid));
  return { ledger, settledAt: start + minutes(1) + 5000 };
}

const kinds = (doubts: readonly Doubt[]): readonly string[] => doubts.map(({ kind }) => kind);

describe('a customer who was paid', () => {
  it('is told of for 24 hours to the millisecond, with payment, time and total', () => {
    const { ledger, settledAt } = withPaid();
    ledger.addQuote(ofSameCustomer(2));
    const told = { kind: 'paid-lately', payment: quoteId(1), at: settledAt, total: 303_500 };
    expect(ledger.doubts(quoteId(2), instant(settledAt))).toEqual([told]);
    expect(ledger.doubts(quoteId(2), instant(settledAt + lately))).toEqual([told]);
    expect(ledger.doubts(quoteId(2), instant(settledAt + lately + 1))).toEqual([]);
  });

  it('stands in the way of the next payment, which leaves nothing behind, until it is confirmed', () => {
    const { ledger } = withPaid();
    ledger.addQuote(ofSameCustomer(2));
    const doubts = ledger.doubts(quoteId(2), start);
    expect(ledger.arm(arming(2))).toEqual({ ok: false, error: { code: 'confirm-again', doubts } });
    expect(ledger.arm(arming(2, { confirmed: ['paid-lately:of-another'] }))).toMatchObject({ ok: false });
    expect(ledger.payment(quoteId(2))).toBeUndefined();
    const confirmed = doubts.map(doubtKey);
    expect(armed(ledger, 2, { confirmed })).toBe(true);
    // Who confirmed what is part of the history.
    expect(ledger.events(quoteId(2)).at(-1)).toMatchObject({
      event: 'arm',
      evidence: JSON.stringify({ confirmed }),
    });
  });

  it.each([
    ['another customer', quote(2)],
    ['another product of the same customer', ofSameCustomer(2, { product: 'telkom-pstn' })],
  ])('is not told of for %s', (_who, other) => {
    const { ledger } = withPaid();
    ledger.addQuote(other);
    expect(ledger.doubts(other.id, start)).toEqual([]);
  });

  it('is told of whichever biller the next one goes to', () => {
    const { ledger } = withPaid();
    ledger.addQuote(ofSameCustomer(2, { biller: 'iak' }));
    expect(kinds(ledger.doubts(quoteId(2), start))).toEqual(['paid-lately']);
  });

  it.each([
    ['rejected', rejected],
    ['unknown', unknown],
  ])('is not told of while the payment is %s', (_state, outcome) => {
    const { ledger } = newLedger();
    ledger.addQuote(quote(1));
    ledger.arm(arming(1));
    ledger.settle(settlement(1, outcome));
    ledger.addQuote(ofSameCustomer(2, { bills: quote(1).bills }));
    expect(ledger.doubts(quoteId(2), start)).toEqual([]);
  });
});

describe('two quotes of one customer', () => {
  it('of which the second was confirmed beforehand ask again once the first is paid', () => {
    const { ledger } = withPaid();
    for (const n of [2, 3])
      ledger.addQuote(ofSameCustomer(n, { bills: [bill(n === 2 ? 'JUL18' : 'AGU18')] }));
    const confirmed = ledger.doubts(quoteId(3), start).map(doubtKey);
    expect(ledger.doubts(quoteId(2), start).map(doubtKey)).toEqual(confirmed);
    expect(armed(ledger, 2, { confirmed })).toBe(true);
    ledger.settle(settlement(2, paid));
    const third = ledger.arm(arming(3, { confirmed }));
    expect(third).toMatchObject({ ok: false, error: { code: 'confirm-again' } });
    const anew = ledger.doubts(quoteId(3), start).map(doubtKey);
    expect(anew.toSorted()).toEqual([`paid-lately:${quoteId(1)}`, `paid-lately:${quoteId(2)}`].toSorted());
    expect(armed(ledger, 3, { confirmed: anew })).toBe(true);
  });
});

describe('what the owner decided', () => {
  const decided = (kind: 'paid-by-hand' | 'rejected-by-hand'): Ledger => {
    const { ledger } = newLedger();
    ledger.addQuote(quote(1));
    ledger.arm(arming(1));
    ledger.settle(settlement(1, unknown));
    decide(ledger, 1, kind);
    ledger.addQuote(ofSameCustomer(2));
    return ledger;
  };

  it.each([
    ['paid-by-hand', 'paid-lately'],
    ['rejected-by-hand', 'rejected-by-hand-lately'],
  ] as const)('as %s is told of as %s, for 24 hours from the decision', (kind, doubt) => {
    const ledger = decided(kind);
    const at = start + minutes(60);
    expect(kinds(ledger.doubts(quoteId(2), instant(at + lately)))).toEqual([doubt]);
    expect(ledger.doubts(quoteId(2), instant(at + lately + 1))).toEqual([]);
  });

  it('to be rejected says nothing of the month, for ever; to be paid says it for ever', () => {
    const later = instant(start + 400 * lately);
    const sameMonth = ofSameCustomer(3, { bills: quote(1).bills });
    const rejectedOne = decided('rejected-by-hand');
    rejectedOne.addQuote(sameMonth);
    expect(rejectedOne.doubts(quoteId(3), later)).toEqual([]);
    const paidOne = decided('paid-by-hand');
    paidOne.addQuote(sameMonth);
    expect(kinds(paidOne.doubts(quoteId(3), later))).toEqual(['month-paid']);
  });
});

describe('a month that was ever paid', () => {
  const later = instant(start + 400 * lately);

  it('is told of, whichever biller is asked and however it writes the month', () => {
    const { ledger, settledAt } = withPaid();
    const months = ['MEI18', '201805', 'MEI 2018', 'MAY-18', '201804,201805'];
    months.forEach((period, index) => {
      ledger.addQuote(ofSameCustomer(10 + index, { biller: 'iak', bills: [bill(period)] }));
      expect(ledger.doubts(quoteId(10 + index), later)).toEqual([
        { kind: 'month-paid', payment: quoteId(1), at: settledAt, total: 303_500, month: '2018-05' },
      ]);
    });
  });

  it('is told of once, though it was paid in the last 24 hours too', () => {
    const { ledger } = withPaid();
    ledger.addQuote(ofSameCustomer(2, { bills: quote(1).bills }));
    expect(kinds(ledger.doubts(quoteId(2), start))).toEqual(['paid-lately']);
  });

  it.each([
    ['another month', [bill('JUN18')]],
    ['no month at all', [{ ...bill('x'), period: 'CICILAN 5' }]],
  ])('is not told of for %s', (_what, bills) => {
    const { ledger } = withPaid();
    ledger.addQuote(ofSameCustomer(2, { bills }));
    expect(ledger.doubts(quoteId(2), later)).toEqual([]);
  });

  it('of several is told of by month', () => {
    const { ledger } = newLedger();
    ledger.addQuote(quote(1, { bills: [bill('MAR18'), bill('APR18')], total: rupiah(607_000) }));
    ledger.arm(arming(1, { cash: rupiah(700_000) }));
    ledger.settle(settlement(1, paid));
    ledger.addQuote(ofSameCustomer(2, { bills: ['FEB18', 'MAR18', 'APR18', 'MEI18'].map(bill) }));
    const doubts = ledger.doubts(quoteId(2), later);
    expect(doubts.map((doubt) => (doubt.kind === 'month-paid' ? doubt.month : ''))).toEqual([
      '2018-03',
      '2018-04',
    ]);
    // One payment paid both: confirmed once, it is confirmed.
    expect(new Set(doubts.map(doubtKey)).size).toBe(1);
  });

  it('stands for a contradicted decision no longer', () => {
    const { ledger } = newLedger();
    ledger.addQuote(quote(1));
    ledger.arm(arming(1));
    ledger.settle(settlement(1, unknown));
    decide(ledger, 1, 'paid-by-hand');
    ledger.settle(settlement(1, rejected));
    ledger.addQuote(ofSameCustomer(2, { bills: quote(1).bills }));
    expect(ledger.doubts(quoteId(2), later)).toEqual([]);
    expect(ledger.arm(arming(2))).toEqual({ ok: false, error: { code: 'payment-open' } });
  });
});

describe('a gap', () => {
  it('is told of for every quote until it is closed', () => {
    const { ledger } = newLedger();
    ledger.addGap(start, instant(start + minutes(5)));
    ledger.addQuote(quote(1));
    const told = { kind: 'gap', gap: 1, from: start, until: start + minutes(5) };
    expect(ledger.doubts(quoteId(1), start)).toEqual([told]);
    expect(ledger.arm(arming(1))).toMatchObject({ ok: false, error: { code: 'confirm-again' } });
    expect(armed(ledger, 1, { confirmed: ['gap:1'] })).toBe(true);
    expect(ledger.closeGap(1, start, 'compared')).toBe(true);
    ledger.addQuote(quote(2));
    expect(ledger.doubts(quoteId(2), start)).toEqual([]);
  });
});

describe('the list of doubts', () => {
  it('names the newest five payments of a customer, and no more than twenty things in all', () => {
    const { ledger } = newLedger();
    for (let n = 1; n <= 7; n += 1) {
      ledger.addQuote(
        quote(n, {
          product: 'pln-prepaid',
          customer: quote(1).customer,
          inquiryId: `R${n}`,
          bills: [bill('')],
        }),
      );
      const confirmed = ledger.doubts(quoteId(n), arming(n).at).map(doubtKey);
      expect(armed(ledger, n, { confirmed })).toBe(true);
      ledger.settle(settlement(n, paid));
    }
    for (let gap = 1; gap <= 30; gap += 1) ledger.addGap(start, instant(start + gap));
    ledger.addQuote(quote(8, { product: 'pln-prepaid', customer: quote(1).customer, inquiryId: 'R8' }));
    const doubts = ledger.doubts(quoteId(8), instant(start + minutes(8)));
    expect(doubts).toHaveLength(20);
    expect(doubts.slice(0, 6).map((doubt) => ('payment' in doubt ? doubt.payment : doubt.kind))).toEqual(
      [7, 6, 5, 4, 3].map(quoteId).concat(['gap' as never]),
    );
    // What is asked can be answered: those twenty, confirmed, are enough.
    expect(armed(ledger, 8, { confirmed: doubts.map(doubtKey) })).toBe(true);
  });

  it('is empty for a quote that is not there', () => {
    expect(newLedger().ledger.doubts(quoteId(9), start)).toEqual([]);
  });
});
