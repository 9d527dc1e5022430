import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Ledger, PaymentRecord } from '../../../electron/ledger/ledger.ts';
import { openQueries } from '../../../electron/ledger/query-ledger.ts';
import { businessDay, usualDay, type BusinessDay } from '../../../shared/business-day.ts';
import { rupiah } from '../../../shared/money.ts';
import { depositDaySchema, type DepositDay } from '../../../shared/report/deposit-days.ts';
import {
  mondayOf,
  reportWays,
  salesReportSchema,
  takenFor,
  type ReportQuery,
  type SalesReport,
} from '../../../shared/report/sales-report.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import { soldFor } from '../../../shared/shift/shift-figures.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { z } from '../../../shared/zod.ts';
import { arming, minutes, paid, quote, quoteId, rejected, settlement, start, unknown } from './documents.ts';
import { newLedger, rawConnection } from './open-ledger.ts';
import { decide, hear, openShift, send } from './till-day.ts';

const dayMs = minutes(24 * 60);
const dayAt = (n: number): BusinessDay => businessDay(instant(start + n * dayMs), usualDay);
const allDays: Omit<ReportQuery, 'by'> = {
  from: dayAt(-1),
  until: dayAt(60),
  product: null,
  cashier: null,
  biller: null,
};

function reportsOf(file: string): {
  readonly report: (query: ReportQuery) => SalesReport;
  readonly deposits: () => readonly DepositDay[];
} {
  const queries = openQueries(file);
  onTestFinished(() => queries.close());
  return {
    report: (query) => salesReportSchema.parse(queries.answer({ kind: 'report', query })),
    deposits: () =>
      z
        .array(depositDaySchema)
        .parse(queries.answer({ kind: 'deposits', days: { from: allDays.from, until: allDays.until } })),
  };
}

const products = ['pln-postpaid', 'pln-prepaid', 'pdam'] as const;
const soldArbitrary = fc.record({
  product: fc.constantFrom(...products),
  biller: fc.constantFrom('teleanjar', 'iak'),
  cashier: fc.constantFrom(null, 'Rina', 'Budi'),
  day: fc.integer({ min: 0, max: 45 }),
  amount: fc.integer({ min: 1, max: 5_000_000 }),
  admin: fc.integer({ min: 0, max: 7500 }),
  counterFee: fc.constantFrom(undefined, 0, 2000),
  rounding: fc.integer({ min: -900, max: 900 }),
  commission: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: undefined }),
  end: fc.constantFrom(null, paid, rejected, unknown),
  decided: fc.constantFrom(null, 'paid-by-hand' as const, 'rejected-by-hand' as const),
});
type Sold = typeof soldArbitrary extends fc.Arbitrary<infer T> ? T : never;

function sellAll(ledger: Ledger, sales: readonly Sold[]): readonly PaymentRecord[] {
  for (const [n, sale] of sales.entries()) {
    const { product, biller, cashier, day, amount, admin, counterFee, rounding, commission, end, decided } =
      sale;
    const total = rupiah(amount + admin + 1000);
    const base = quote(n);
    ledger.addQuote(
      quote(n, {
        product,
        biller,
        bills: [{ amount: rupiah(amount + 1000), adminFee: rupiah(admin), total }],
        total,
        ...(counterFee === undefined ? {} : { counterFee: rupiah(counterFee) }),
        ...(rounding === 0 ? {} : { rounding }),
        ...(commission === undefined ? {} : { depositCharge: rupiah(Math.max(0, total - commission)) }),
        quotedAt: instant(base.quotedAt + day * dayMs),
        expiresAt: instant(base.expiresAt + day * dayMs),
      }),
    );
    const at: Instant = instant(start + day * dayMs + n);
    const armed = ledger.arm(arming(n, { cashier, at, day: dayAt(day), cash: rupiah(10_000_000) }));
    if (!armed.ok) throw new Error(armed.error.code);
    if (end !== null) hear(ledger, n, end);
    if (end === unknown && decided !== null) decide(ledger, n, decided);
  }
  return sales.flatMap((_sale, n) => ledger.payment(quoteId(n)) ?? []);
}

const isPaid = ({ state }: PaymentRecord): boolean => state === 'paid' || state === 'paid-by-hand';
const isRefused = ({ state }: PaymentRecord): boolean => state === 'rejected' || state === 'rejected-by-hand';
const sum = <T>(of: readonly T[], amount: (each: T) => number): number =>
  of.reduce((all, each) => all + amount(each), 0);

/** The same, added up payment by payment. */
const expected = (payments: readonly PaymentRecord[]) => {
  const sold = payments.filter(isPaid);
  const refused = payments.filter(isRefused);
  const uncertain = payments.filter((each) => !isPaid(each) && !isRefused(each));
  const told = sold.filter(({ quote: { depositCharge } }) => depositCharge !== undefined);
  return {
    sold: {
      count: sold.length,
      billed: sum(sold, (each) => each.quote.total),
      admin: sum(sold, (each) => sum(each.quote.bills, (bill) => bill.adminFee)),
      counterFee: sum(sold, (each) => each.quote.counterFee ?? 0),
      rounding: sum(sold, (each) => each.quote.rounding ?? 0),
      commission: sum(told, ({ quote: of }) => of.total - (of.depositCharge ?? 0)),
      told: told.length,
    },
    refused: { count: refused.length, amount: sum(refused, (each) => amountDue(each.quote)) },
    uncertain: { count: uncertain.length, amount: sum(uncertain, (each) => amountDue(each.quote)) },
  };
};

const keyOf = ({
  day,
  cashier,
  quote: of,
}: PaymentRecord): Readonly<Record<(typeof reportWays)[number], string>> => ({
  day,
  week: mondayOf(day),
  month: day.slice(0, 7),
  product: of.product,
  cashier: cashier ?? '',
  biller: of.biller,
});

// A ledger for each run, on a disk that others write to as well.
const patience = 120_000;

describe('a report', () => {
  it(
    'is the sum of the payments to the rupiah, whichever way it has rows and whatever it is narrowed to',
    () => {
      fc.assert(
        fc.property(
          fc.array(soldArbitrary, { maxLength: 25 }),
          fc.record({
            by: fc.constantFrom(...reportWays),
            from: fc.integer({ min: -1, max: 20 }),
            days: fc.integer({ min: 0, max: 40 }),
            product: fc.constantFrom(null, ...products),
            cashier: fc.constantFrom(null, '', 'Rina', 'Nobody'),
            biller: fc.constantFrom(null, 'teleanjar', 'iak'),
          }),
          (sales, { from, days, ...of }) => {
            const open = newLedger('live');
            const payments = sellAll(open.ledger, sales);
            const query: ReportQuery = { ...of, from: dayAt(from), until: dayAt(from + days) };
            const report = reportsOf(open.file).report(query);
            const within = payments.filter(
              (each) =>
                each.day >= query.from &&
                each.day <= query.until &&
                (query.product === null || each.quote.product === query.product) &&
                (query.cashier === null || (each.cashier ?? '') === query.cashier) &&
                (query.biller === null || each.quote.biller === query.biller),
            );
            expect(report.total).toEqual({ key: '', ...expected(within) });
            const keys = [...new Set(within.map((each) => keyOf(each)[query.by]))];
            expect(report.rows.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
            for (const row of report.rows)
              expect(row).toEqual({
                key: row.key,
                ...expected(within.filter((each) => keyOf(each)[query.by] === row.key)),
              });
            expect(sum(report.products, ({ amount }) => amount)).toBe(report.total.sold.billed);
            open.close();
          },
        ),
        { numRuns: 20 },
      );
    },
    patience,
  );

  it(
    'agrees with the Z reports of its days, once everything in them is settled',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.record({ end: fc.constantFrom(paid, rejected, paid), shift: fc.boolean() }), {
            maxLength: 15,
          }),
          (sales) => {
            const open = newLedger('live');
            openShift(open.ledger);
            for (const [n, { end, shift }] of sales.entries()) {
              send(open.ledger, n, null, { counterFee: rupiah(2000), rounding: -500 });
              hear(open.ledger, n, end);
              if (!shift) continue;
              open.ledger.till.close({ at: instant(start + minutes(n)), person: 'Sri', count: {} });
              openShift(open.ledger);
            }
            open.ledger.till.close({ at: instant(start + minutes(99)), person: 'Sri', count: {} });
            const reports = open.ledger.till.zReports(100);
            const { total, rows } = reportsOf(open.file).report({ ...allDays, by: 'product' });
            expect(takenFor(total.sold)).toBe(sum(reports, ({ figures }) => soldFor(figures)));
            for (const { key, sold } of rows) {
              const ofProduct = reports.flatMap(({ figures }) =>
                figures.sold.filter(({ product }) => product === key),
              );
              expect([sold.count, sold.billed, sold.counterFee, sold.rounding]).toEqual([
                sum(ofProduct, ({ count }) => count),
                sum(ofProduct, ({ billed }) => billed),
                sum(ofProduct, ({ counterFee }) => counterFee),
                sum(ofProduct, ({ rounding }) => rounding),
              ]);
            }
            open.close();
          },
        ),
        { numRuns: 8 },
      );
    },
    patience,
  );

  it('follows a payment whose state changes, and counts it nowhere twice', () => {
    const { ledger, file } = newLedger('live');
    const { report } = reportsOf(file);
    const standing = () => {
      const { sold, refused, uncertain } = report({ ...allDays, by: 'day' }).total;
      return [sold.count, refused.count, uncertain.count];
    };
    send(ledger, 1);
    expect(standing()).toEqual([0, 0, 1]);
    hear(ledger, 1, unknown);
    expect(standing()).toEqual([0, 0, 1]);
    decide(ledger, 1, 'rejected-by-hand');
    expect(standing()).toEqual([0, 1, 0]);
    hear(ledger, 1, paid);
    expect(standing()).toEqual([0, 0, 1]);
    hear(ledger, 1, paid);
    expect(standing()).toEqual([1, 0, 0]);
  });
});

describe('what the billers told of their deposits', () => {
  const armed = (ledger: Ledger, n: number, day: number, amount: number): void => {
    const at = instant(start + day * dayMs + n);
    ledger.addQuote(quote(n, { expiresAt: instant(at + dayMs) }));
    const done = ledger.arm(
      arming(n, { at, day: dayAt(day), depositBefore: { amount: rupiah(amount), at: instant(at - 1000) } }),
    );
    if (!done.ok) throw new Error(done.error.code);
  };

  it('is the last of each day: before a payment, or in the reply to it', () => {
    const { ledger, file } = newLedger('live');
    armed(ledger, 1, 0, 900_000);
    armed(ledger, 2, 0, 600_000);
    expect(reportsOf(file).deposits()).toEqual([{ biller: 'teleanjar', day: dayAt(0), amount: 600_000 }]);
    ledger.settle({ ...settlement(2, paid), deposit: rupiah(296_500), at: instant(start + dayMs / 2) });
    armed(ledger, 3, 1, 290_000);
    expect(
      reportsOf(file)
        .deposits()
        .map(({ amount }) => amount),
    ).toEqual([296_500, 290_000]);
  });

  it('is not overwritten by what was told before it', () => {
    const { ledger, file } = newLedger('live');
    armed(ledger, 1, 0, 900_000);
    ledger.settle({ ...settlement(1, paid), deposit: rupiah(500_000), at: instant(start + 100_000) });
    armed(ledger, 2, 0, 700_000);
    expect(
      reportsOf(file)
        .deposits()
        .map(({ amount }) => amount),
    ).toEqual([500_000]);
    rawConnection(file);
  });
});
