import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billsOf, detailsOfBills } from '../../../../electron/billers/iak/bills.ts';
import type { DescRow } from '../../../../electron/billers/iak/desc.ts';
import { rupiah, sumRupiah } from '../../../../shared/money.ts';
import { billSchema, type Bill } from '../../../../shared/payment/quote.ts';

const row = (total: number, adminFee: number, period = 'MEI'): DescRow => ({
  period,
  adminFee: rupiah(adminFee),
  total: rupiah(total),
  details: [],
});
const amounts = (nominal: number, admin: number) => ({
  nominal: rupiah(nominal),
  admin: rupiah(admin),
  price: rupiah(nominal + admin),
});
const meter: DescRow = {
  period: '201412',
  amount: rupiah(27_240),
  details: [{ label: 'meter-start', value: '4589' }],
};

describe('the bills of an inquiry', () => {
  it('are its rows where their totals are the price and their fees the fee', () => {
    expect(billsOf(amounts(30_000, 5000), '', [row(12_500, 2500, 'MEI'), row(22_500, 2500, 'JUN')])).toEqual({
      ok: true,
      value: [
        { period: 'MEI', amount: 10_000, adminFee: 2500, total: 12_500 },
        { period: 'JUN', amount: 20_000, adminFee: 2500, total: 22_500 },
      ],
    });
  });

  it('are one with the answer’s own amounts where rows have no totals, the rows being its details', () => {
    const one = { period: '201411,201412', amount: 30_000, adminFee: 5000, total: 35_000 };
    expect(billsOf(amounts(30_000, 5000), one.period, [])).toEqual({ ok: true, value: [one] });
    expect(billsOf(amounts(30_000, 5000), one.period, [meter, meter])).toMatchObject({
      ok: true,
      value: [
        {
          ...one,
          details: [
            { label: 'period', value: '201412' },
            { label: 'amount', value: '27.240' },
            { label: 'meter-start', value: '4589' },
            { label: 'period', value: '201412' },
            { label: 'amount', value: '27.240' },
            { label: 'meter-start', value: '4589' },
          ],
        },
      ],
    });
  });

  it('are one where totals add up but fees do not, since the answer’s own amounts are the ones that count', () => {
    const bills = billsOf(amounts(30_000, 5000), '', [row(12_500, 0), row(22_500, 0)]);
    expect(bills).toMatchObject({ ok: true, value: [{ amount: 30_000, adminFee: 5000, total: 35_000 }] });
  });

  it('are none where the rows’ totals are not the price, or only some rows have one', () => {
    const rows = [row(12_500, 2500), row(22_500, 2500)];
    expect(billsOf(amounts(30_001, 5000), '', rows)).toEqual({ ok: false, error: 'mismatched' });
    expect(billsOf(amounts(7500, 5000), '', [row(12_500, 2500), meter])).toEqual({
      ok: false,
      error: 'mismatched',
    });
  });

  it('always add up to price and fee and fit into a quote', () => {
    const anyRow = fc.record({
      period: fc.string({ maxLength: 40 }),
      adminFee: fc.nat(5000).map(rupiah),
      total: fc.nat(1_000_000).map(rupiah),
      details: fc.constant(Array.from({ length: 40 }, () => ({ label: 'penalty' as const, value: '1' }))),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 48 }), fc.boolean(), fc.nat(9000), (rows, isRight, other) => {
        const admin = isRight ? sumRupiah(rows.map(({ adminFee }) => adminFee)) : rupiah(other);
        const price = sumRupiah(rows.map(({ total }) => total));
        fc.pre(admin <= price);
        const bills = billsOf({ nominal: rupiah(price - admin), admin, price }, '', rows);
        if (!bills.ok) throw new Error('rows that add up were refused');
        expect(sumRupiah(bills.value.map(({ total }) => total))).toBe(price);
        expect(sumRupiah(bills.value.map(({ adminFee }) => adminFee))).toBe(admin);
        expect(bills.value.length).toBeLessThanOrEqual(24);
        for (const bill of bills.value) {
          expect(billSchema.safeParse(bill).success).toBe(true);
          expect(bill.amount + bill.adminFee).toBe(bill.total);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the rows of a payment', () => {
  const bill = (period: string, total: number): Bill => ({
    period,
    amount: rupiah(total),
    adminFee: rupiah(0),
    total: rupiah(total),
  });
  const named = (total: number, name: string, period: string): DescRow => ({
    ...row(total, 0, period),
    details: [{ label: 'reference', value: name }],
  });
  const detail = (value: string) => [{ label: 'reference', value }];

  it('bring their details in the order of the quote’s bills', () => {
    const bills = [bill('MEI', 5), bill('JUN', 5), bill('JUL', 7)];
    const rows = [named(7, 'c', 'JUL'), named(5, 'b', 'JUN'), named(5, 'a', 'MEI')];
    expect(detailsOfBills(bills, rupiah(17), rows)).toEqual({
      ok: true,
      value: [detail('a'), detail('b'), detail('c')],
    });
  });

  it('are of another payment where a bill finds no row of its total', () => {
    const bills = [bill('MEI', 5), bill('JUN', 7)];
    const mismatched = { ok: false, error: 'mismatched' };
    expect(detailsOfBills(bills, rupiah(12), [named(6, 'a', 'MEI'), named(6, 'b', 'JUN')])).toEqual(
      mismatched,
    );
    expect(detailsOfBills(bills, rupiah(12), [named(5, 'a', 'MEI'), named(8, 'b', 'JUN')])).toEqual(
      mismatched,
    );
    expect(
      detailsOfBills(bills, rupiah(12), [named(5, 'a', ''), named(7, 'b', ''), named(0, 'c', '')]),
    ).toEqual(mismatched);
  });

  it('need only add up where the quote or the answer has them in one', () => {
    expect(detailsOfBills([bill('', 12)], rupiah(12), [named(5, 'a', 'MEI'), named(7, 'b', 'JUN')]).ok).toBe(
      true,
    );
    expect(detailsOfBills([bill('', 12)], rupiah(12), [named(5, 'a', 'MEI'), named(8, 'b', 'JUN')]).ok).toBe(
      false,
    );
    expect(detailsOfBills([bill('', 5), bill('', 7)], rupiah(12), [named(12, 'a', '')])).toEqual({
      ok: true,
      value: [],
    });
    expect(detailsOfBills([bill('', 5), bill('', 7)], rupiah(12), [])).toEqual({ ok: true, value: [] });
  });
});
