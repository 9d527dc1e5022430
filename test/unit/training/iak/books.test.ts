import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Books, type Outcome } from '../../../../electron/training/iak/books.ts';
import { catalogue, type Product } from '../../../../electron/training/iak/catalogue.ts';
import { rupiah } from '../../../../shared/money.ts';
import { morning } from './reseller.ts';

const product = catalogue[0] as Product;

const inquiryOf = (trId: number, sellingPrice: number) => ({
  trId,
  refId: `r${trId}`,
  product,
  hp: '1',
  practice: { kind: 'sale', bills: 'one' } as const,
  invoice: {
    name: '',
    period: '',
    nominal: rupiah(0),
    admin: rupiah(0),
    price: rupiah(0),
    sellingPrice: rupiah(sellingPrice),
    billKeys: [`bill ${trId}`],
    desc: () => '',
  },
  at: morning,
});

const outcomes = fc.constantFrom<Outcome>(
  { kind: 'inquired' },
  { kind: 'pending', asked: 0, becomes: 'paid' },
  { kind: 'paid', at: morning, noref: '' },
  { kind: 'failed', at: morning },
);

it('deposit and charges always make what there was at the beginning; a bill is paid while money is held', () => {
  const steps = fc.array(fc.tuple(fc.nat(1_000), outcomes), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (each) => {
      const books = new Books(rupiah(1_000_000));
      for (const [index, [price, outcome]] of each.entries()) {
        books.settle(books.open(inquiryOf(index + 1, price)), outcome);
        expect(books.isPaid(`bill ${index + 1}`)).toBe(['paid', 'pending'].includes(outcome.kind));
      }
      expect(books.deposit() + books.charged()).toBe(1_000_000);
      expect(books.transactions()).toHaveLength(each.length);
    }),
  );
});

it('forgets the oldest inquiry beyond ten thousand, never a payment', () => {
  const books = new Books(rupiah(1_000));
  books.settle(books.open(inquiryOf(1, 5)), { kind: 'paid', at: morning, noref: '' });
  for (let trId = 2; trId <= 10_001; trId += 1) books.open(inquiryOf(trId, 5));
  expect(books.transactions()).toHaveLength(10_000);
  expect(books.byRefId('r1')?.outcome.kind).toBe('paid');
  expect(books.byTrId(2) ?? books.byRefId('r2')).toBeUndefined();
  expect(books.byTrId(3)).toBeDefined();
  expect(books.charged()).toBe(5);
});
