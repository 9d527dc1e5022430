import type { ExtraField, Service } from '../../shared/biller-profile.ts';
import type { ProductId } from '../../shared/products.ts';

/** What was typed for each thing that is asked besides the number. Empty: its default, where it has one. */
export type ExtraDrafts = Readonly<Partial<Record<ExtraField, string>>>;

/** What the cashier has said so far of the next sale. It stays with the sale, so that Esc leads back to it. */
export interface Entry {
  readonly product: ProductId;
  /** The company or city; `null` while one has still to be chosen. */
  readonly service: Service | null;
  /** What was typed as the number, without the blanks that group it. */
  readonly draft: string;
  /** How it came there: only of what was typed may there be more to come. */
  readonly came: 'typed' | 'pasted' | 'scanned';
  readonly extras: ExtraDrafts;
  /** Enter was pressed on a number or an extra that its rule refuses. */
  readonly refused: boolean;
}

export const emptyEntry = (product: ProductId, service: Service | null): Entry => ({
  product,
  service,
  draft: '',
  came: 'typed',
  extras: {},
  refused: false,
});
