import { describe, expect, it } from 'vitest';
import { billName } from '../../../../renderer/features/bill/bill-name.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { rupiah } from '../../../../shared/money.ts';
import type { Bill, Quote } from '../../../../shared/payment/quote.ts';
import type { ProductId } from '../../../../shared/products.ts';

const billOf = (period?: string): Bill => ({
  ...(period === undefined ? {} : { period }),
  amount: rupiah(50_000),
  adminFee: rupiah(2500),
  total: rupiah(52_500),
});

const nameOf = (
  product: ProductId,
  bills: readonly Bill[],
  more: Partial<Pick<Quote, 'extras' | 'denomination'>> = {},
  ordinal = 1,
): string =>
  billName({ product, bills, ...more }, bills[ordinal - 1] ?? billOf(), ordinal, 'id', messagesFor('id'));

describe('the name of a bill on the screen', () => {
  it('is its month as the receipt prints it', () => {
    expect(nameOf('pln-postpaid', [billOf('202611')])).toBe('NOV26');
    expect(nameOf('gas', [billOf('1126')])).toBe('NOV26');
    expect(nameOf('telkom-pstn', [billOf('MEI 2014')])).toBe('MEI 2014');
  });

  it('is the months that were asked for, where these make one bill', () => {
    expect(nameOf('bpjs', [billOf()], { extras: { months: 2 } })).toBe('2 bulan');
    expect(nameOf('bpjs-tk', [billOf('1')], { extras: { months: 1 } })).toBe('1 bulan');
    expect(nameOf('bpjs', [billOf('202611'), billOf('202612')], { extras: { months: 2 } }, 2)).toBe('DES26');
  });

  it('says what a bare number counts, and from which day to which a year of tax runs', () => {
    expect(nameOf('multifinance', [billOf('005')])).toBe('Periode 005');
    expect(nameOf('esamsat', [billOf('20251022-20261022')])).toBe('22-10-2025 – 22-10-2026');
    expect(nameOf('esamsat', [billOf('20251322-20261022')])).toBe('20251322-20261022');
  });

  it('is the amount chosen, or its number in the row, where the biller gave no period', () => {
    expect(nameOf('pln-prepaid', [billOf()], { denomination: rupiah(50_000) })).toBe('Token 50.000');
    expect(nameOf('tv', [billOf('')])).toBe('Tagihan');
    expect(nameOf('tv', [billOf(), billOf()], {}, 2)).toBe('Lembar 2');
  });
});
