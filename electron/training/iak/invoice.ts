import { rupiah, sumRupiah, type Rupiah } from '../../../shared/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Product } from './catalogue.ts';
import type { Format, RequestFields } from './request.ts';
import { codes, type ResponseCode } from './response-codes.ts';
import type { Value } from './value.ts';

/** An inquiry that has a customer to be found. */
export interface Ask {
  readonly product: Product;
  readonly hp: string;
  /** The request's own fields: months, year, identity, amount. */
  readonly fields: RequestFields;
  readonly bills: 'one' | 'several';
  readonly at: Instant;
  readonly isPaid: (billKey: string) => boolean;
}

/** Where a `desc` is shown: some fields come only with a payment, one is spelled otherwise in XML. */
export interface View {
  readonly paid: boolean;
  readonly format: Format;
}

/** All that an inquiry found, which is also all that its payment pays. */
export interface Invoice {
  /** The API's `tr_name`. */
  readonly name: string;
  /** As the product writes it: a month, months, a number of months, a day to a day, or empty. */
  readonly period: string;
  /** Bills and their penalties. */
  readonly nominal: Rupiah;
  /** Of all bills together. */
  readonly admin: Rupiah;
  readonly price: Rupiah;
  /** What the deposit is charged: the price without the commission. */
  readonly sellingPrice: Rupiah;
  /** What the books call each bill; none for what may be bought again and again. */
  readonly billKeys: readonly string[];
  readonly desc: (view: View) => Value;
}

export type Found = Result<Invoice, ResponseCode>;

export interface Bill {
  readonly key: string;
  /** With its penalty, without the admin fee. */
  readonly amount: Rupiah;
}

export type Bills<B extends Bill> = readonly [B, ...(readonly B[])];

/** The name of a bill in the books. */
export const billKey = ({ product, hp }: Ask, period: string): string => `${product.code}|${hp}|${period}`;

/** What of `bills` is not paid yet; RC 01 where nothing is left. */
export function unpaid<B extends Bill>(ask: Ask, bills: readonly B[]): Result<Bills<B>, ResponseCode> {
  const [first, ...others] = bills.filter(({ key }) => !ask.isPaid(key));
  return first === undefined ? err(codes.invoicePaid) : ok([first, ...others]);
}

/** The invoice over `bills`, with the product's fee and commission for each of them. */
export function invoiceOver(
  { product }: Ask,
  bills: readonly Bill[],
  { name, period, desc }: Pick<Invoice, 'name' | 'period' | 'desc'>,
): Invoice {
  const nominal = sumRupiah(bills.map(({ amount }) => amount));
  const admin = rupiah(product.fee * bills.length);
  const price = rupiah(nominal + admin);
  return {
    name,
    period,
    nominal,
    admin,
    price,
    sellingPrice: rupiah(price - product.komisi * bills.length),
    billKeys: bills.map(({ key }) => key),
    desc,
  };
}

/** The invoice over one bill of `amount`, known in the books by `period`. */
export function singleInvoice(
  ask: Ask,
  amount: number,
  { billedAs, ...parts }: Pick<Invoice, 'name' | 'period' | 'desc'> & { readonly billedAs: string },
): Found {
  const open = unpaid(ask, [{ key: billKey(ask, billedAs), amount: rupiah(amount) }]);
  return open.ok ? ok(invoiceOver(ask, open.value, parts)) : open;
}
