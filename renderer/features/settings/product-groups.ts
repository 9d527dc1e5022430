import { productIds, type ProductId } from '../../../shared/products.ts';

/** The products by what they are for, so that a long table can be read. */
export const productGroups = ['power', 'lines', 'home', 'insurance', 'other'] as const;
export type ProductGroup = (typeof productGroups)[number];

const groupOf: Readonly<Record<ProductId, ProductGroup>> = {
  'pln-postpaid': 'power',
  'pln-prepaid': 'power',
  'pln-nontaglis': 'power',
  'telkom-pstn': 'lines',
  'mobile-postpaid': 'lines',
  internet: 'lines',
  tv: 'lines',
  pdam: 'home',
  gas: 'home',
  bpjs: 'insurance',
  'bpjs-tk': 'insurance',
  insurance: 'insurance',
  multifinance: 'other',
  pbb: 'other',
  esamsat: 'other',
  emoney: 'other',
};

/** The products of a group, in the order of all products. */
export const productsOf = (group: ProductGroup): readonly ProductId[] =>
  productIds.filter((product) => groupOf[product] === group);
