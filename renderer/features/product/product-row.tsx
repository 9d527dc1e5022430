import { productIds } from '../../../shared/products.ts';
import { productOf } from '../../store/sale.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { productKeys } from '../keys/key-map.ts';
import './product-row.css';

/** What is sold here, each with its key. */
export function ProductRow() {
  const m = useMessages();
  const commands = useCommands();
  const current = useView((view) => productOf(view.sale));
  const isPaying = useView((view) => view.sale.step === 'paying');
  return (
    <fieldset className="product-row" aria-label={m.product.label}>
      {productIds.map((product) => (
        <Button
          key={product}
          className="product"
          keyCap={productKeys[product]}
          pressed={product === current}
          disabled={isPaying}
          onPress={() => commands.chooseProduct(product)}
        >
          {m.products[product].short}
        </Button>
      ))}
      <span className="product-name">{m.products[current].name}</span>
    </fieldset>
  );
}
