import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { businessDaySchema } from '../../../shared/business-day.ts';
import { rupiah } from '../../../shared/money.ts';
import { depositReach, type DepositDay } from '../../../shared/report/deposit-days.ts';
import { dayAfter, mondayOf } from '../../../shared/report/sales-report.ts';

const first = businessDaySchema.parse('2026-11-02');
const days = (...amounts: readonly number[]): readonly DepositDay[] =>
  amounts.map((amount, n) => ({ biller: 'teleanjar', day: dayAfter(first, n), amount: rupiah(amount) }));

it('a deposit lasts as long as the last days were', () => {
  expect(depositReach(days(1000, 900, 800))).toEqual({ kind: 'days', days: 8, perDay: 100 });
});

it('days between that nobody sold on are days of the pace as well', () => {
  const [one, two, three] = days(1000, 900, 800);
  if (one === undefined || two === undefined || three === undefined) throw new Error('three days');
  const late = { ...three, day: dayAfter(first, 4) };
  expect(depositReach([one, two, late])).toEqual({ kind: 'days', days: 16, perDay: 50 });
});

it('nothing is said of fewer than three days, of a deposit that was filled up lately, and of one that is not used', () => {
  expect(depositReach(days())).toEqual({ kind: 'too-few-days' });
  expect(depositReach(days(1000, 900))).toEqual({ kind: 'too-few-days' });
  expect(depositReach(days(1000, 900, 2000))).toEqual({ kind: 'filled-up' });
  expect(depositReach(days(1000, 900, 2000, 1900))).toEqual({ kind: 'filled-up' });
  expect(depositReach(days(1000, 900, 2000, 1900, 1800))).toEqual({ kind: 'days', days: 18, perDay: 100 });
  expect(depositReach(days(1000, 1000, 1000))).toEqual({ kind: 'not-used' });
});

it('whatever is told, what is said to be left is never more than the deposit, and nothing is divided by nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 20 }), (amounts) => {
      const told = days(...amounts);
      const reach = depositReach(told);
      if (reach.kind !== 'days') return;
      expect(reach.perDay).toBeGreaterThan(0);
      expect(reach.days * reach.perDay).toBeLessThanOrEqual(told.at(-1)?.amount ?? 0);
    }),
  );
});

it('what is older than fourteen days does not count', () => {
  const old = days(
    ...Array.from({ length: 20 }, (_none, n) => (n < 6 ? 1_000_000 - n * 100_000 : 100_000 - n * 100)),
  );
  expect(depositReach(old)).toMatchObject({ kind: 'days', perDay: 100 });
});

it.each([
  ['2026-11-02', '2026-11-02'],
  ['2026-11-08', '2026-11-02'],
  ['2026-01-01', '2025-12-29'],
  ['2024-03-03', '2024-02-26'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(businessDaySchema.parse(day))).toBe(monday);
});
