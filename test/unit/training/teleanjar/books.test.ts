import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Books, type BookedPayment } from '../../../../electron/training/teleanjar/books.ts';
import { practiceAccount } from '../../../../electron/training/teleanjar/account.ts';
import { readDay, type WibDay } from '../../../../electron/training/teleanjar/calendar.ts';
import type { Receipt } from '../../../../electron/training/teleanjar/receipt.ts';
import { findSubscriber } from '../../../../electron/training/teleanjar/subscribers.ts';
import { rupiah } from '../../../../shared/money.ts';
import { formatDateTime, instant } from '../../../../shared/time.ts';
import { morning } from '../gateway-client.ts';

const subscriber = findSubscriber('pln-postpaid', '530000000001', morning);
if (subscriber?.product !== 'pln-postpaid') throw new Error('no customer');

const receipt: Receipt = {
  id: '6b010cd200001',
  purchase: subscriber,
  stamp: {
    account: practiceAccount,
    at: morning,
    reference: 'B'.repeat(32),
    hash: 'c'.repeat(32),
    printing: 'CA',
  },
  slipNumber: '',
};

const payment = (amount: number, changes: Partial<BookedPayment> = {}): BookedPayment => ({
  product: 'pln-postpaid',
  customer: '530000000001',
  amount: rupiah(amount),
  at: morning,
  respid: 'A'.repeat(32),
  receipt,
  ...changes,
});

function dayOf(text: string): WibDay {
  const day = readDay(text);
  if (day === undefined) throw new Error(`no day: ${text}`);
  return day;
}

describe('Books', () => {
  it('charges, and pays the bills named', () => {
    const books = new Books(rupiah(1_000));
    expect(books.charge(payment(400), ['a', 'b'])).toEqual({ ok: true, value: payment(400) });
    expect([books.deposit(), books.charged(), books.isPaid('a'), books.isPaid('c')]).toEqual([
      600,
      400,
      true,
      false,
    ]);
  });

  it('spends the last rupiah and no more', () => {
    const books = new Books(rupiah(1_000));
    expect(books.charge(payment(1_001), ['a'])).toEqual({ ok: false, error: 'insufficient-deposit' });
    expect(books.isPaid('a')).toBe(false);
    expect(books.charge(payment(1_000), ['a']).ok).toBe(true);
    expect(books.deposit()).toBe(0);
  });

  it('does nothing at all when one of the bills is paid', () => {
    const books = new Books(rupiah(1_000));
    books.charge(payment(100), ['a']);
    expect(books.charge(payment(100), ['b', 'a'])).toEqual({ ok: false, error: 'already-paid' });
    expect(books.isPaid('b')).toBe(false);
    expect(books.payments()).toHaveLength(1);
  });

  it('hands out copies', () => {
    const books = new Books(rupiah(1_000));
    const before = books.payments();
    books.charge(payment(100), []);
    expect(before).toEqual([]);
  });

  it('know the last payment of a product, number and day', () => {
    const books = new Books(rupiah(1_000));
    const last = payment(3);
    books.charge(payment(1), []);
    books.charge(payment(2, { product: 'pln-prepaid' }), []);
    books.charge(last, []);
    books.charge(payment(4, { customer: '530000000002' }), []);
    expect(books.lastPayment('pln-postpaid', '530000000001', dayOf('2026-11-21'))).toBe(last);
    expect(books.lastPayment('pln-postpaid', '530000000001', dayOf('2026-11-20'))).toBeUndefined();
    expect(books.lastPayment('pln-postpaid', '530000000003', dayOf('2026-11-21'))).toBeUndefined();
    expect(books.lastPayment('telkom-pstn', '530000000001', dayOf('2026-11-21'))).toBeUndefined();
  });

  it('know nothing of a payment that was refused', () => {
    const books = new Books(rupiah(1_000));
    books.charge(payment(1_001), []);
    expect(books.lastPayment('pln-postpaid', '530000000001', dayOf('2026-11-21'))).toBeUndefined();
  });

  it('find a payment on its day in WIB, at whatever moment, and on no other', () => {
    const moment = fc
      .date({
        min: new Date('2020-01-01T00:00:00Z'),
        max: new Date('2040-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => instant(date.getTime()));
    fc.assert(
      fc.property(moment, fc.constantFrom(-1, 0, 1), (at, days) => {
        const books = new Books(rupiah(1_000));
        books.charge(payment(1, { at }), []);
        const asked = formatDateTime(instant(at + days * 86_400_000), 'WIB').slice(0, 10);
        const found = books.lastPayment('pln-postpaid', '530000000001', dayOf(asked));
        expect(found !== undefined).toBe(days === 0);
      }),
    );
  });
});
