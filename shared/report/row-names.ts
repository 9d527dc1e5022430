import { productIds, type ProductId } from '../products.ts';

/** Whether a row's key is a product that there is. */
export const isOfferedProduct = (key: string): key is ProductId =>
  productIds.some((product) => product === key);
