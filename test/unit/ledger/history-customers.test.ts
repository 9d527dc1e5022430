import { describe, expect, it, onTestFinished } from 'vitest';
import { openQueries } from '../../../electron/ledger/query-ledger.ts';
import { knownCustomerSchema, type KnownCustomer } from '../../../shared/contract/history.ts';
import { doubtKey } from '../../../shared/payment/doubt.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import { z } from '../../../shared/zod.ts';
import { arming, minutes, paid, quote, quoteId, settlement, start } from './documents.ts';
import { newLedger } from './open-ledger.ts';

function shop() {
  const open = newLedger('live');
  const queries = openQueries(open.file);
  onTestFinished(() => queries.close());
  let sold = 0;
  return {
    ...open,
    sell: (number: string, name: string, over: Partial<Quote> = {}): void => {
      sold += 1;
      const customer = { identity: number, name, details: [] };
      open.ledger.addQuote(quote(sold, { customerNumber: number, customer, ...over }));
      const at = instant(start + minutes(sold));
      const confirmed = open.ledger.doubts(quoteId(sold), at).map(doubtKey);
      expect(open.ledger.arm(arming(sold, { at, confirmed })).ok).toBe(true);
      open.ledger.settle(settlement(sold, paid));
    },
    find: (text: string, product: ProductId | null = null): readonly KnownCustomer[] =>
      z.array(knownCustomerSchema).parse(queries.answer({ kind: 'find-customers', text, product })),
  };
}

const namesOf = (customers: readonly KnownCustomer[]) => customers.map(({ name, label }) => label || name);
const pdam = { product: 'pdam', service: { code: 'PDAM-SLEMAN', name: 'Sleman' } } as const;

describe('the customers of a shop', () => {
  it('are those who came last, each once, whatever they were called before', () => {
    const { sell, find } = shop();
    sell('530000000001', 'SITI');
    sell('530000000002', 'BUDI');
    sell('530000000001', 'SITI AMINAH');
    sell('100000001', 'SITI', pdam);
    const found = find('');
    expect(namesOf(found)).toEqual(['SITI', 'SITI AMINAH', 'BUDI']);
    expect(found[0]).toEqual({
      product: 'pdam',
      service: 'PDAM-SLEMAN',
      number: '100000001',
      name: 'SITI',
      label: '',
      lastAt: start + minutes(4),
    });
  });

  it('are found by the beginning of a number or of a word of the name, and of one product where it is told', () => {
    const { sell, find } = shop();
    sell('530000000001', 'SITI AMINAH');
    sell('530000000002', 'BUDI SANTOSO');
    sell('100000001', 'SITI', pdam);
    expect(namesOf(find('sit'))).toEqual(['SITI', 'SITI AMINAH']);
    expect(namesOf(find('ami'))).toEqual(['SITI AMINAH']);
    expect(namesOf(find('santoso bu'))).toEqual(['BUDI SANTOSO']);
    expect(namesOf(find('5300-0000 0002'))).toEqual(['BUDI SANTOSO']);
    expect(namesOf(find('sit', 'pln-postpaid'))).toEqual(['SITI AMINAH']);
    expect(find('iti')).toEqual([]);
    for (const text of ['%', '*', '"', "'", '\u0000', '😀'.repeat(30)]) expect(find(text)).toEqual([]);
  });

  it('come first where they are saved, by the shop’s own name too, also before they have bought', () => {
    const { ledger, sell, find } = shop();
    sell('530000000001', 'SITI AMINAH');
    sell('530000000002', 'BUDI');
    const saved = { product: 'pln-postpaid', service: 'TELE-PLN-POSTPAID' } as const;
    ledger.savedCustomers.save({ ...saved, number: '530000000001', name: 'SITI AMINAH', label: 'Bu RT' });
    ledger.savedCustomers.save({ ...saved, number: '530000000009', name: 'WARUNG', label: 'Pojok' });
    expect(namesOf(find(''))).toEqual(['Bu RT', 'Pojok', 'BUDI']);
    expect(find('rt').map(({ lastAt }) => lastAt)).toEqual([start + minutes(1)]);
    expect(namesOf(find('siti'))).toEqual(['Bu RT']);
    expect(find('poj')).toMatchObject([{ number: '530000000009', lastAt: null }]);
    ledger.savedCustomers.save({ ...saved, number: '530000000001', name: 'SITI AMINAH', label: 'Ibu' });
    expect(namesOf(find('siti'))).toEqual(['Ibu']);
    ledger.savedCustomers.forget({ ...saved, number: '530000000001' });
    ledger.savedCustomers.forget({ ...saved, number: '999' });
    expect(namesOf(find(''))).toEqual(['Pojok', 'BUDI', 'SITI AMINAH']);
  });

  it('are twenty at most, and those are the ones who came last', () => {
    const { sell, find } = shop();
    for (let n = 0; n < 30; n += 1) sell(`5300000000${String(n).padStart(2, '0')}`, `SITI ${n}`);
    const last = Array.from({ length: 20 }, (_, n) => `SITI ${29 - n}`);
    expect(namesOf(find(''))).toEqual(last);
    expect(namesOf(find('siti'))).toEqual(last);
  });
});
