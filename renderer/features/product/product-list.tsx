import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { ChooseDialog } from '../choose/choose-dialog.tsx';
import { otherProducts } from './other-products.ts';

/** 1 to 9, and 0 for the tenth. */
const digitOf = (index: number): string | undefined => '1234567890'[index];

/** The products that have no key of their own: one digit away. */
export function ProductList() {
  const m = useMessages();
  const commands = useCommands();
  const catalogue = useView((view) => view.catalogue) ?? [];
  const current = useView((view) => view.sale.entry.product);
  const rows = otherProducts(catalogue).map((product, index) => {
    const digit = digitOf(index);
    return {
      id: product,
      name: m.products[product].name,
      also: m.products[product].short,
      isCurrent: product === current,
      ...(digit === undefined ? {} : { digit }),
    };
  });
  return (
    <ChooseDialog
      title={m.product.others}
      placeholder={m.product.filter}
      rows={rows}
      onChoose={commands.chooseProduct}
    />
  );
}
