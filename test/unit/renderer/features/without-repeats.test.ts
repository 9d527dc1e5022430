import { array, assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutRepeats } from '../../../../renderer/features/detail/without-repeats.ts';
import { rupiah } from '../../../../shared/money.ts';
import { detailLabels, type Detail } from '../../../../shared/payment/detail.ts';
import type { Bill, Quote } from '../../../../shared/payment/quote.ts';

const bill: Bill = {
  period: '202611',
  amount: rupiah(203_857),
  adminFee: rupiah(5000),
  total: rupiah(208_857),
};
const quote: Pick<Quote, 'customerNumber' | 'service' | 'extras' | 'bills' | 'total'> = {
  customerNumber: '329801092375999901',
  service: { code: 'PBBKOT.CIMAHI', name: 'PBB Kota Cimahi' },
  bills: [bill],
  total: rupiah(208_857),
};

const left = (...details: readonly Detail[]): readonly Detail[] => withoutRepeats(details, quote);

describe('details beside a bill', () => {
  it('do not say again what stands there: number, company, month, sums and how many there are', () => {
    expect(
      left(
        { label: 'tax-object', value: '329801092375999901' },
        { label: 'utility-name', value: 'PBB KOTA CIMAHI' },
        { label: 'period', value: '202611' },
        { label: 'amount', value: '203.857' },
        { label: 'biller-admin', value: '5000' },
        { label: 'total', value: '208.857' },
        { label: 'bill-count', value: '1' },
        { label: 'biller-time', value: '2026-11-22 07:53:52' },
      ),
    ).toEqual([]);
  });

  it('say whatever differs from what stands there', () => {
    const others: readonly Detail[] = [
      { label: 'tax-object', value: '329801092375999902' },
      { label: 'utility-name', value: 'PBB KOTA BANDUNG' },
      { label: 'period', value: '202610' },
      { label: 'amount', value: '203.858' },
      { label: 'biller-admin', value: '0' },
      { label: 'bill-count', value: '3' },
    ];
    expect(left(...others)).toEqual(others);
  });

  it('are about one bill of several where they are that bill’s', () => {
    const two = { ...quote, bills: [bill, { ...bill, amount: rupiah(1000) }] };
    const amount: Detail = { label: 'amount', value: '203.857' };
    expect(withoutRepeats([amount], two, [bill])).toEqual([]);
    expect(withoutRepeats([amount], two)).toEqual([amount]);
  });

  it('leave out costs of nothing, and no other nought', () => {
    const real: readonly Detail[] = [
      { label: 'penalty', value: '5.000' },
      { label: 'usage', value: '0' },
      { label: 'other', name: 'sisa kuota', value: '0' },
    ];
    expect(
      left({ label: 'penalty', value: '0' }, { label: 'other', name: 'Biaya denda', value: '0' }, ...real),
    ).toEqual(real);
  });

  it('never appear, change or move, whatever the biller sends', () => {
    const detail = record({
      label: constantFrom(...detailLabels),
      value: constantFrom('', '0', '5000', '203857', '202611', 'X'),
    });
    assert(
      property(array(detail, { maxLength: 20 }), (details) => {
        const shown = withoutRepeats(details, quote);
        const kept = new Set(shown);
        expect(shown).toEqual(details.filter((each) => kept.has(each)));
      }),
    );
  });
});
