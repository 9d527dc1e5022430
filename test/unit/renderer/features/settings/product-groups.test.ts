import { expect, it } from 'vitest';
import { productGroups, productsOf } from '../../../../../renderer/features/settings/product-groups.ts';
import { productIds } from '../../../../../shared/products.ts';

it('shows every product in exactly one group', () => {
  const shown = productGroups.flatMap((group) => productsOf(group));
  expect([...shown].sort()).toEqual([...productIds].sort());
});
