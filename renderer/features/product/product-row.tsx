import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { KeyAction } from '../../../shared/key-bindings.ts';
import type { ProductId } from '../../../shared/products.ts';
import { entryOfProduct } from '../../store/catalogue-choice.ts';
import { keysNow } from '../../store/counter-view.ts';
import { productOf } from '../../store/sale.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { productActions } from '../keys/key-map.ts';
import { otherProducts } from './other-products.ts';
import './product-row.css';

const none: Catalogue = [];

/** What is sold here, each with its key; what has no key of its own is behind the last. */
export function ProductRow() {
  const m = useMessages();
  const commands = useCommands();
  const catalogue = useView((view) => view.catalogue) ?? none;
  const current = useView((view) => productOf(view.sale));
  const isPaying = useView((view) => view.sale.step === 'paying');
  const others = otherProducts(catalogue);
  const isOther = others.includes(current);
  const keys = useView(keysNow);
  const own = productActions.filter(([, product]) => entryOfProduct(catalogue, product) !== undefined);
  const button = (action: KeyAction, product: ProductId) => (
    <Button
      key={product}
      className="product"
      keyCap={keys[action]}
      pressed={product === current}
      disabled={isPaying}
      onPress={() => commands.chooseProduct(product)}
    >
      {m.products[product].short}
    </Button>
  );
  return (
    <fieldset className="product-row" aria-label={m.product.label}>
      {own.map(([action, product]) => button(action, product))}
      {others.length > 0 && (
        <Button
          className="product"
          keyCap={keys['other-products']}
          pressed={isOther}
          disabled={isPaying}
          onPress={() => commands.open('products')}
        >
          {isOther ? m.products[current].short : m.product.other}
        </Button>
      )}
    </fieldset>
  );
}
