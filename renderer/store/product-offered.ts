import { guessProduct } from '../../shared/guess-product.ts';
import { checkNumber, type ProductId } from '../../shared/products.ts';
import type { CounterView } from './counter-view.ts';

/**
 * The product that the number in the field is certainly of, where it cannot be one of the product that is chosen: one
 * that is too long or has a letter, and a shorter one once it is known that nothing more comes.
 */
export function productOffered({
  counter,
  catalogue,
  sale,
}: Pick<CounterView, 'counter' | 'catalogue' | 'sale'>): ProductId | undefined {
  if (counter === null || catalogue === null) return undefined;
  if (sale.step !== 'number' && sale.step !== 'done') return undefined;
  const { product, draft, came, refused } = sale.entry;
  const checked = checkNumber(draft, counter.numberRules[product]);
  if (draft === '' || checked.ok) return undefined;
  const isWhole = refused || came !== 'typed' || checked.error.code !== 'too-short';
  if (!isWhole) return undefined;
  const sold = catalogue.map((entry) => entry.product);
  return guessProduct(draft, sold, counter.numberRules);
}
