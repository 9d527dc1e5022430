import { rupiah, type Rupiah } from '../../../shared/money.ts';
import type { Instant } from '../../../shared/time.ts';
import { teleanjarProducts, type Account, type ProductCodes, type TeleanjarProduct } from './account.ts';
import type { Books } from './books.ts';
import type { IssuedInquiries } from './issued-inquiries.ts';
import { practiceDigits, practiceTrouble, type Trouble } from './practice-numbers.ts';
import type { ReferenceNumbers } from './reference-numbers.ts';

/** All that an order is answered from. */
export interface Desk {
  readonly account: Account;
  readonly productCodes: ProductCodes;
  readonly books: Books;
  readonly inquiries: IssuedInquiries;
  readonly numbers: ReferenceNumbers;
  readonly now: () => Instant;
}

export const productOfCode = (codes: ProductCodes, code: string): TeleanjarProduct | undefined =>
  teleanjarProducts.find((product) => codes[product] === code);

export function troubleOf(product: TeleanjarProduct, customer: string): Trouble | undefined {
  const digits = practiceDigits(product, customer);
  return digits === undefined ? undefined : practiceTrouble(digits);
}

/** A denomination as `udata` carries it: digits alone; `undefined` where it is not in the list. */
export function listedDenomination(typed: string, denominations: readonly Rupiah[]): Rupiah | undefined {
  if (!/^[1-9]\d{0,11}$/.test(typed)) return undefined;
  const amount = rupiah(Number(typed));
  return denominations.includes(amount) ? amount : undefined;
}
