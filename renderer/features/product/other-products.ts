import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { ProductId } from '../../../shared/products.ts';
import { productActions } from '../keys/key-map.ts';

const withKeys: ReadonlySet<ProductId> = new Set(productActions.map(([, product]) => product));

/** What is sold here and has no key of its own, in the catalogue's order. */
export const otherProducts = (catalogue: Catalogue): readonly ProductId[] =>
  catalogue.map(({ product }) => product).filter((product) => !withKeys.has(product));
