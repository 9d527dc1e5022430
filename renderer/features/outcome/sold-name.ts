import type { Quote } from '../../../shared/payment/quote.ts';
import { asksForService, entryOfProduct } from '../../store/catalogue-choice.ts';
import { useMessages, useView } from '../../store/use-counter.ts';

/** What was sold, as people call it: the company or city where there are several, else the product. */
export function useSoldName({
  product,
  service,
}: Pick<Quote, 'product'> & { readonly service: Pick<Quote['service'], 'name'> }): string {
  const m = useMessages();
  const isOneOfMany = useView((view) => asksForService(entryOfProduct(view.catalogue ?? [], product)));
  return isOneOfMany ? service.name : m.products[product].name;
}
