import type { QuoteId } from '../../../shared/ids.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import type { Instant } from '../../../shared/time.ts';

/** Money that a biller took. */
export interface Charge {
  readonly seq: number;
  readonly payment: QuoteId;
  readonly biller: string;
  readonly product: ProductId;
  readonly identity: string;
  readonly inquiryId: string;
  readonly total: number;
  readonly at: Instant;
  readonly reference: string;
  readonly token: string;
}

/**
 * What the billers themselves wrote down: the truth about money, of which the program knows only what it is told. They
 * are as careless as can be and take money for every request that comes, however often.
 */
export interface Books {
  readonly charges: readonly Charge[];
  charge(quote: Quote, at: Instant): Charge;
  /** Notes that a request came and was turned away. */
  refuse(payment: QuoteId): void;
  chargesOf(payment: QuoteId): readonly Charge[];
  wasRefused(payment: QuoteId): boolean;
}

export function openBooks(): Books {
  const charges: Charge[] = [];
  const refused = new Set<QuoteId>();
  return {
    charges,
    charge({ id, biller, product, customer, inquiryId, total }, at) {
      const seq = charges.length + 1;
      const charge = {
        seq,
        payment: id,
        biller,
        product,
        identity: customer.identity,
        inquiryId,
        total,
        at,
        reference: `REF${seq}`,
        token: String(seq).padStart(20, '7'),
      };
      charges.push(charge);
      return charge;
    },
    refuse: (payment) => void refused.add(payment),
    chargesOf: (payment) => charges.filter((charge) => charge.payment === payment),
    wasRefused: (payment) => refused.has(payment),
  };
}
