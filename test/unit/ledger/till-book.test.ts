import { describe, expect, it } from 'vitest';
import { rupiah } from '../../../shared/money.ts';
import { err, ok } from '../../../shared/result.ts';
import { differenceOf, expectedCash } from '../../../shared/shift/shift-figures.ts';
import { instant } from '../../../shared/time.ts';
import { decide } from './altered-ledger.ts';
import { minutes, paid, quoteId, rejected, start, unknown } from './documents.ts';
import { newLedger } from './open-ledger.ts';
import { due, hear, openShift, sell, send } from './till-day.ts';

function bench() {
  const open = newLedger('live');
  const { till } = open.ledger;
  const figures = () => {
    const now = till.figures();
    if (now === undefined) throw new Error('no shift is open');
    return now;
  };
  const close = () => {
    const closed = till.close({ at: later, person: 'Sri', count: { 100000: 1 } });
    if (!closed.ok) throw new Error(closed.error);
    return closed.value;
  };
  return { ...open, till, figures, close, expected: () => expectedCash(figures()) };
}
const later = instant(start + minutes(600));
const nobody = { at: start, person: null };

describe('a shift', () => {
  it('is one at a time, and numbered from 1 without a gap', () => {
    const { ledger, till, close } = bench();
    openShift(ledger);
    expect(till.openShift()).toMatchObject({ number: 1, openedBy: 'Sri', day: '2018-06-01' });
    expect(till.open({ ...nobody, person: '', day: '2018-06-01' as never, float: rupiah(0) })).toEqual(
      err('shift-open'),
    );
    expect(close().number).toBe(1);
    expect(till.openShift()).toBeUndefined();
    openShift(ledger);
    expect(till.openShift()?.number).toBe(2);
  });

  it('without any sale closes with a Z report, and what was counted beside it', () => {
    const { ledger, close } = bench();
    openShift(ledger, 100_000);
    const z = close();
    expect(z).toMatchObject({ ledger: 'live', closedBy: 'Sri', counted: 100_000 });
    expect(z.figures).toMatchObject({ sold: [], byCashier: [], uncertain: [], carried: [] });
    expect(differenceOf(z)).toBe(0);
  });

  it('that is not open takes no cash, is not closed, and has no figures', () => {
    const { till } = bench();
    expect(till.move({ ...nobody, kind: 'in', amount: rupiah(1), reason: 'x' })).toEqual(err('no-shift'));
    expect(till.refund(quoteId(1), start, null)).toEqual(err('no-shift'));
    expect(till.close({ at: start, person: '', count: {} })).toEqual(err('no-shift'));
    expect(till.figures()).toBeUndefined();
  });

  it('outlives a restart', () => {
    const { ledger, reopen } = bench();
    openShift(ledger);
    sell(ledger, 1, paid);
    const { till } = reopen();
    expect(till.openShift()?.number).toBe(1);
    expect(till.figures()?.sold).toEqual([
      { product: 'pln-postpaid', count: 1, billed: due, counterFee: 0, rounding: 0 },
    ]);
  });

  it('is not closed while one of its payments is under way', () => {
    const { ledger, till } = bench();
    openShift(ledger);
    send(ledger, 1);
    expect(till.close({ at: later, person: '', count: {} })).toEqual(err('payment-under-way'));
    hear(ledger, 1, unknown);
    expect(till.close({ at: later, person: '', count: {} }).ok).toBe(true);
  });
});

describe('the cash of a payment', () => {
  it('is in the drawer with the commit that makes it paid, and not before', () => {
    const { ledger, till, expected } = bench();
    openShift(ledger);
    send(ledger, 1);
    expect(expected()).toBe(100_000);
    hear(ledger, 1, paid);
    expect(expected()).toBe(100_000 + due);
    expect(till.ofPayment(quoteId(1))).toMatchObject([{ kind: 'sale', amount: due }]);
  });

  it('with the shop’s own fee and the rounding is what the customer paid', () => {
    const { ledger, figures, expected } = bench();
    openShift(ledger);
    sell(ledger, 1, paid, { counterFee: rupiah(2000), rounding: -500 });
    expect(figures().sold).toMatchObject([{ billed: due, counterFee: 2000, rounding: -500 }]);
    expect(expected()).toBe(100_000 + due + 1500);
  });

  it('refused at once never was in the drawer, and nothing is owed', () => {
    const { ledger, till, expected } = bench();
    openShift(ledger);
    sell(ledger, 1, rejected);
    expect(expected()).toBe(100_000);
    expect(till.isOwed(quoteId(1))).toBe(false);
    expect(till.refund(quoteId(1), start, null)).toEqual(err('nothing-owed'));
  });

  it('that nobody knows of is kept, and listed as such', () => {
    const { ledger, figures, expected } = bench();
    openShift(ledger);
    sell(ledger, 1, unknown);
    expect(expected()).toBe(100_000 + due);
    expect(figures()).toMatchObject({
      sold: [],
      uncertain: [{ id: quoteId(1), amount: due }],
      uncertainSum: { count: 1, amount: due },
    });
  });

  it('refused after all must go back, once', () => {
    const { ledger, till, figures, expected } = bench();
    openShift(ledger);
    sell(ledger, 1, unknown);
    hear(ledger, 1, rejected);
    expect(till.isOwed(quoteId(1))).toBe(true);
    expect(figures()).toMatchObject({ owedSum: { count: 1, amount: due }, uncertainSum: { count: 0 } });
    expect(expected()).toBe(100_000 + due);
    expect(till.refund(quoteId(1), later, 'Budi')).toEqual(ok(undefined));
    expect(till.refund(quoteId(1), later, 'Budi')).toEqual(err('nothing-owed'));
    expect(expected()).toBe(100_000);
    expect(figures().refunds).toEqual({ count: 0, amount: 0 });
    expect(till.ofPayment(quoteId(1)).map(({ kind, person }) => [kind, person])).toEqual([
      ['sale', null],
      ['refund', 'Budi'],
    ]);
  });

  it('given back for what the biller then says was paid counts as sold and as given back', () => {
    const { ledger, till, figures, expected } = bench();
    openShift(ledger);
    sell(ledger, 1, unknown);
    decide(ledger, 1, 'rejected-by-hand');
    till.refund(quoteId(1), later, null);
    hear(ledger, 1, paid);
    expect(ledger.payment(quoteId(1))?.state).toBe('unknown');
    expect(expected()).toBe(100_000);
    hear(ledger, 1, paid);
    expect(figures()).toMatchObject({ sold: [{ count: 1 }], refunds: { count: 1, amount: due } });
    expect(expected()).toBe(100_000);
    // Refused in the end: the customer has the cash already.
    expect(till.isOwed(quoteId(1))).toBe(false);
  });

  it('of a shift before is carried over until it is known, and goes back out of the drawer of today', () => {
    const { ledger, till, figures, expected, close } = bench();
    openShift(ledger);
    sell(ledger, 1, unknown);
    sell(ledger, 2, unknown);
    const z = close();
    expect(z.figures.uncertainSum).toEqual({ count: 2, amount: 2 * due });
    openShift(ledger, 50_000);
    expect(figures().carried.map(({ id }) => id)).toEqual([quoteId(1), quoteId(2)]);
    expect(expected()).toBe(50_000);
    hear(ledger, 1, paid);
    hear(ledger, 2, rejected);
    expect(figures()).toMatchObject({
      carriedSum: { count: 1, amount: due },
      sold: [],
      owedSum: { count: 0 },
    });
    expect(till.refund(quoteId(2), later, null)).toEqual(ok(undefined));
    expect(figures()).toMatchObject({ carried: [], refunds: { count: 1, amount: due } });
    expect(expected()).toBe(50_000 - due);
    expect(till.zReport(1)).toEqual(z);
  });

  it('of what is sold without a shift is in no shift’s book', () => {
    const { ledger, till, figures, expected } = bench();
    send(ledger, 1);
    openShift(ledger);
    hear(ledger, 1, unknown);
    expect(expected()).toBe(100_000);
    expect(till.ofPayment(quoteId(1))).toEqual([]);
    expect(figures().carriedSum.count).toBe(1);
    hear(ledger, 1, rejected);
    expect(till.isOwed(quoteId(1))).toBe(false);
    expect(figures().carriedSum.count).toBe(0);
  });

  it('is told by who sold it', () => {
    const { ledger, figures } = bench();
    openShift(ledger);
    for (const [n, who] of [
      [1, 'Sri'],
      [2, 'Budi'],
      [3, 'Sri'],
    ] as const) {
      send(ledger, n, who);
      hear(ledger, n, paid);
    }
    expect(figures().byCashier).toEqual([
      { name: 'Budi', count: 1, amount: due },
      { name: 'Sri', count: 2, amount: 2 * due },
    ]);
  });
});

describe('Z reports', () => {
  it('are found by number, and listed newest first from any of them back', () => {
    const { ledger, till, close } = bench();
    const made = [1, 2, 3, 4].map(() => {
      openShift(ledger);
      return close();
    });
    expect(till.zReports(10)).toEqual(made.toReversed());
    expect(till.zReports(2, 3).map(({ number }) => number)).toEqual([2, 1]);
    expect(till.zReport(4)).toEqual(made[3]);
    expect(till.zReport(5)).toBeUndefined();
  });

  it('list no more than paper should hold, and sum them all', () => {
    const { ledger, close } = bench();
    openShift(ledger);
    for (let n = 1; n <= 105; n += 1) sell(ledger, n, unknown);
    const { figures } = close();
    expect(figures.uncertain).toHaveLength(100);
    expect(figures.uncertainSum).toEqual({ count: 105, amount: 105 * due });
  });
});
