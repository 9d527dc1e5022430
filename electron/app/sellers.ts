import type { BillerId, Service } from '../../shared/biller-profile.ts';
import type { Catalogue, CatalogueEntry } from '../../shared/contract/catalogue.ts';
import { productIds, type ProductId } from '../../shared/products.ts';
import type { Biller } from '../billers/biller.ts';

/** The billers this ledger's payments go to, and which of them sells what. */
export interface Sellers {
  readonly catalogue: Catalogue;
  all(): readonly Biller[];
  byId(id: BillerId): Biller | undefined;
  /** Who sells a product, and as what; a product of one service needs none named. */
  find(product: ProductId, code?: string): { readonly biller: Biller; readonly service: Service } | undefined;
  /** Puts a biller that was connected anew in the place of the one of its name. What it sells stays as it was. */
  replace(biller: Biller): void;
}

/** Each product is asked for at the preferred biller where that one sells it, else at the first that does. */
export function createSellers(billers: readonly Biller[], preferred: BillerId): Sellers {
  const current = new Map(billers.map((biller) => [biller.id, biller]));
  const inOrder = billers.toSorted((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
  const catalogue = productIds.flatMap((product) => entryOf(product, inOrder));
  return {
    catalogue,
    all: () => [...current.values()],
    byId: (id) => current.get(id),
    find(product, code) {
      const entry = catalogue.find((each) => each.product === product);
      const biller = entry === undefined ? undefined : current.get(entry.biller);
      if (entry === undefined || biller === undefined) return undefined;
      const [only, ...others] = entry.services;
      const service =
        code === undefined
          ? others.length === 0
            ? only
            : undefined
          : entry.services.find((each) => each.code === code);
      return service === undefined ? undefined : { biller, service };
    },
    replace: (biller) => void current.set(biller.id, biller),
  };
}

function entryOf(product: ProductId, billers: readonly Biller[]): readonly CatalogueEntry[] {
  for (const { id, name, services } of billers) {
    const sold = services.filter((service) => service.product === product);
    if (sold.length > 0) return [{ product, biller: id, billerName: name, services: sold }];
  }
  return [];
}
