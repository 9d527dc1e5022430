import { describe, expect, it } from 'vitest';
import { Books, type BookedPayment } from '../../../../electron/training/teleanjar/books.ts';
import { rupiah } from '../../../../shared/money.ts';
import { morning } from '../gateway-client.ts';

const payment = (amount: number): BookedPayment => ({
  product: 'pln-postpaid',
  customer: '530000000001',
  amount: rupiah(amount),
  at: morning,
  respid: 'A'.repeat(32),
});

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
});
