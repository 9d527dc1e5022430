import { rupiah, sumRupiah, type Rupiah } from '../../../shared/money.ts';
import type { AnswerFault } from './practice-numbers.ts';
import type {
  NontaglisSubscriber,
  PostpaidSubscriber,
  PrepaidSubscriber,
  TelkomSubscriber,
} from './subscribers.ts';
import type { TokenSale } from './token-sale.ts';

/** What is being paid; for a token, with how its price is made up. */
export type Purchase = PostpaidSubscriber | TokenPurchase | NontaglisSubscriber | TelkomSubscriber;

export interface TokenPurchase {
  readonly product: 'pln-prepaid';
  readonly subscriber: PrepaidSubscriber;
  readonly sale: TokenSale;
}

/** What the deposit is charged. */
export function priceOf(purchase: Purchase): Rupiah {
  switch (purchase.product) {
    case 'pln-postpaid':
      return sumRupiah(purchase.bills.map(({ total }) => total));
    case 'pln-prepaid':
      return purchase.sale.total;
    case 'pln-nontaglis':
    case 'telkom-pstn':
      return purchase.bill.total;
  }
}

const stranger = { idpel: '539999999999', meter: '53999999999', name: 'ORANG LAIN' };
const surplus = 1_000;

/** The purchase as a faulty answer tells of it. Only postpaid and tokens have practice numbers. */
export function misreport(purchase: Purchase, fault: AnswerFault): Purchase {
  if (fault === 'other-customer') return ofStranger(purchase);
  if (fault === 'wrong-total') return withWrongTotal(purchase);
  return purchase;
}

function ofStranger(purchase: Purchase): Purchase {
  switch (purchase.product) {
    case 'pln-postpaid':
      return { ...purchase, idpel: stranger.idpel, name: stranger.name };
    case 'pln-prepaid':
      return { ...purchase, subscriber: { ...purchase.subscriber, ...stranger } };
    default:
      return purchase;
  }
}

function withWrongTotal(purchase: Purchase): Purchase {
  switch (purchase.product) {
    case 'pln-postpaid': {
      const bills = purchase.bills.map((bill) => ({ ...bill, total: rupiah(bill.total + surplus) }));
      return { ...purchase, bills };
    }
    case 'pln-prepaid': {
      const { sale } = purchase;
      return { ...purchase, sale: { ...sale, total: rupiah(sale.total + surplus) } };
    }
    default:
      return purchase;
  }
}
