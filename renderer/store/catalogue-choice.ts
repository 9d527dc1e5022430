import type { Service } from '../../shared/biller-profile.ts';
import type { Catalogue, CatalogueEntry } from '../../shared/contract/catalogue.ts';
import type { ProductId } from '../../shared/products.ts';

/** The companies and cities chosen last in this run, by product. */
export type LastServices = Readonly<Partial<Record<ProductId, Service>>>;

/** `undefined` where nobody here sells the product. */
export const entryOfProduct = (catalogue: Catalogue, product: ProductId): CatalogueEntry | undefined =>
  catalogue.find((entry) => entry.product === product);

/** What a product is asked with: its only service, the one chosen last, or `null` where one must be chosen. */
export function serviceFor({ product, services }: CatalogueEntry, last: LastServices): Service | null {
  const [only, ...others] = services;
  if (only !== undefined && others.length === 0) return only;
  const code = last[product]?.code;
  return services.find((service) => service.code === code) ?? null;
}

/** Whether a company or city has to be chosen before the number. */
export const asksForService = (entry: CatalogueEntry | undefined): boolean =>
  entry !== undefined && entry.services.length > 1;
