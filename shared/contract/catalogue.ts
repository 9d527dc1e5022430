import { billerIdSchema, serviceSchema } from '../biller-profile.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';

/** One kind of product that can be sold here, and by whom. */
const catalogueEntrySchema = z
  .strictObject({
    product: z.enum(productIds),
    biller: billerIdSchema,
    billerName: z.string().max(40),
    /** At least one; more than one where the product is a company or a city each (PDAM). */
    services: z.array(serviceSchema).min(1).max(400).readonly(),
  })
  .readonly();
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;

/** What this counter sells, in the order of the keys. The same for a whole run of the program. */
export const catalogueSchema = z.array(catalogueEntrySchema).max(productIds.length).readonly();
export type Catalogue = z.infer<typeof catalogueSchema>;
