import { describe, expect, it } from 'vitest';
import { createSellers } from '../../../electron/app/sellers.ts';
import type { Biller } from '../../../electron/billers/biller.ts';
import type { ProductId } from '../../../shared/products.ts';
import { fakeBiller } from './fake-biller.ts';

const selling = (id: string, ...sold: readonly (readonly [ProductId, string])[]): Biller => ({
  ...fakeBiller().biller,
  id,
  name: id.toUpperCase(),
  services: sold.map(([product, code]) => ({ product, code, name: code, asks: [] })),
});

const first = selling('first', ['pln-postpaid', 'A1'], ['pln-prepaid', 'A2']);
const second = selling('second', ['pln-postpaid', 'B1'], ['pdam', 'B2'], ['pdam', 'B3']);

describe('the sellers', () => {
  it('offer each product by the preferred biller where it sells it, else by the other, in the order of the keys', () => {
    const { catalogue } = createSellers([first, second], 'second');
    expect(catalogue.map(({ product, biller }) => [product, biller])).toEqual([
      ['pln-postpaid', 'second'],
      ['pln-prepaid', 'first'],
      ['pdam', 'second'],
    ]);
  });

  it('find the one service of a product unasked, and one of several only by its code', () => {
    const sellers = createSellers([first, second], 'first');
    expect(sellers.find('pln-postpaid')).toMatchObject({ biller: { id: 'first' }, service: { code: 'A1' } });
    expect(sellers.find('pdam')).toBeUndefined();
    expect(sellers.find('pdam', 'B3')).toMatchObject({ biller: { id: 'second' }, service: { code: 'B3' } });
    expect(sellers.find('pdam', 'A1')).toBeUndefined();
    expect(sellers.find('pbb')).toBeUndefined();
  });

  it('do not sell by a code of a biller that the product does not go to', () => {
    expect(createSellers([first, second], 'first').find('pln-postpaid', 'B1')).toBeUndefined();
  });

  it('take a biller that was connected anew, and go on selling the same', () => {
    const sellers = createSellers([first, second], 'first');
    const anew = selling('first');
    sellers.replace(anew);
    expect(sellers.byId('first')).toBe(anew);
    expect(sellers.find('pln-postpaid')?.biller).toBe(anew);
    expect(sellers.all()).toEqual([anew, second]);
  });
});
