import { describe, expect, it } from 'vitest';
import { otherProducts } from '../../../../renderer/features/product/other-products.ts';
import { asksForService, entryOfProduct, serviceFor } from '../../../../renderer/store/catalogue-choice.ts';
import type { CatalogueEntry } from '../../../../shared/contract/catalogue.ts';
import type { ProductId } from '../../../../shared/products.ts';
import { bandung, catalogue, plnService, serviceOf } from '../samples.ts';

function entryOf(product: ProductId): CatalogueEntry {
  const entry = entryOfProduct(catalogue, product);
  if (entry === undefined) throw new Error(`${product} is not in the sample`);
  return entry;
}

describe('the service a product is asked with', () => {
  it('is the only one there is', () => {
    expect(serviceFor(entryOf('pln-postpaid'), {})).toEqual(plnService);
    expect(asksForService(entryOf('pln-postpaid'))).toBe(false);
  });

  it('is the one chosen last where there are several, and none before', () => {
    expect(serviceFor(entryOf('pdam'), {})).toBeNull();
    expect(serviceFor(entryOf('pdam'), { pdam: bandung })).toEqual(bandung);
    expect(asksForService(entryOf('pdam'))).toBe(true);
  });

  it('is none where the one chosen last is not sold', () => {
    expect(serviceFor(entryOf('pdam'), { pdam: serviceOf('pdam', 'GONE', 'Gone') })).toBeNull();
  });
});

describe('the products without a key', () => {
  it('are those of the catalogue that no key names', () => {
    expect(otherProducts(catalogue)).toEqual(['emoney']);
    expect(otherProducts([])).toEqual([]);
  });
});
