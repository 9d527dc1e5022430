import type { Rupiah } from '../../../shared/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { TeleanjarProduct } from './account.ts';
import type { Instant } from '../../../shared/time.ts';
import type { BookedPayment, ChargeProblem } from './books.ts';
import { listedDenomination, productOfCode, troubleOf, type Desk } from './desk.ts';
import type { IssuedInquiry } from './issued-inquiries.ts';
import type { AnswerFault } from './practice-numbers.ts';
import type { PrintStamp } from './print-stamp.ts';
import { misreport, priceOf, type Purchase } from './purchase.ts';
import { returnCode, writeReceipt, type Receipt } from './receipt.ts';
import { emptyPayment, whole, type Answer, type Delivery, type PaymentReply } from './reply.ts';
import { orderRefusals, switchCodes, type Refusal, type SwitchCode } from './response-codes.ts';
import { billKeys, findSubscriber, subscriberKey, type Subscriber } from './subscribers.ts';
import { sellToken } from './token-sale.ts';

type Response = SwitchCode | Refusal;

const partsOfPayment: Readonly<Record<TeleanjarProduct, number>> = {
  'pln-postpaid': 3,
  'pln-prepaid': 4,
  'pln-nontaglis': 3,
  'telkom-pstn': 3,
};

const chargeRefusals: Readonly<Record<ChargeProblem, Response>> = {
  'already-paid': switchCodes.alreadyPaid,
  'insufficient-deposit': orderRefusals.insufficientDeposit,
};

const deliveries: Readonly<Record<AnswerFault, Delivery>> = {
  'no-answer': 'no-answer',
  late: 'late',
  'half-a-body': 'half-a-body',
  'bad-gateway': 'bad-gateway',
  'other-customer': 'whole',
  'wrong-total': 'whole',
};

/**
 * Answers `product|customer|respid`, and for tokens `product|customer|respid|denom` (document, "Trx (Payment)").
 * It is the worst of gateways on purpose: the same token order sent twice is sold, and charged, twice.
 */
export function pay(desk: Desk, udata: readonly string[]): Answer {
  const refuse = (response: Response) => whole(emptyPayment(response, desk.books.deposit()));
  const at = desk.now();
  const order = readOrder(desk, udata, at);
  if (!order.ok) return refuse(order.error);
  const { product, customer, inquiry, purchase } = order.value;

  const trouble = troubleOf(product, customer);
  if (trouble?.at === 'payment' && !trouble.charged) return refuse(trouble.code);
  const receipt = issueReceipt(desk, inquiry, purchase, at);
  const amount = priceOf(purchase);
  const payment: BookedPayment = { product, customer, amount, at, respid: inquiry.respid, receipt };
  const charge = desk.books.charge(payment, billKeys(inquiry.subscriber));
  if (!charge.ok) return refuse(chargeRefusals[charge.error]);
  if (trouble?.at === 'payment') return refuse(trouble.code);
  if (trouble?.at !== 'answer') return whole(paymentReply(receipt, desk.books.deposit()));
  const told: Receipt = { ...receipt, purchase: misreport(purchase, trouble.fault) };
  return {
    reply: paymentReply(told, desk.books.deposit()),
    delivery: deliveries[trouble.fault],
  };
}

interface Order {
  readonly product: TeleanjarProduct;
  readonly customer: string;
  readonly inquiry: IssuedInquiry;
  readonly purchase: Purchase;
}

function readOrder(desk: Desk, udata: readonly string[], at: Instant): Result<Order, Response> {
  const [code = '', customer = '', respid = '', typedDenomination = ''] = udata;
  const product = productOfCode(desk.productCodes, code);
  if (product === undefined) return err(orderRefusals.unknownProduct);
  if (udata.length !== partsOfPayment[product]) return err(orderRefusals.wrongParts);
  const subscriber = findSubscriber(product, customer, at);
  if (subscriber === undefined) return err(switchCodes.unknownCustomer);
  const inquiry = desk.inquiries.find(respid);
  if (inquiry === undefined) return err(switchCodes.unknownInquiry);
  if (!isSame(inquiry.subscriber, subscriber)) return err(switchCodes.foreignInquiry);
  const purchase = purchaseOf(desk, inquiry, typedDenomination);
  return purchase === undefined
    ? err(switchCodes.badDenomination)
    : ok({ product, customer, inquiry, purchase });
}

const isSame = (one: Subscriber, other: Subscriber): boolean =>
  one.product === other.product && subscriberKey(one) === subscriberKey(other);

/** `undefined` where a token is asked for in an amount that is not listed, or not the one inquired for. */
function purchaseOf(desk: Desk, inquiry: IssuedInquiry, typedDenomination: string): Purchase | undefined {
  const { subscriber } = inquiry;
  if (subscriber.product !== 'pln-prepaid') return subscriber;
  const denomination = listedDenomination(typedDenomination, subscriber.denominations);
  if (denomination === undefined || !agrees(inquiry.denomination, denomination)) return undefined;
  return {
    product: 'pln-prepaid',
    subscriber,
    sale: sellToken(subscriber, denomination, desk.numbers.token()),
  };
}

const agrees = (inquired: Rupiah | undefined, ordered: Rupiah): boolean =>
  inquired === undefined || inquired === ordered;

function issueReceipt(desk: Desk, inquiry: IssuedInquiry, purchase: Purchase, at: Instant): Receipt {
  const stamp: PrintStamp = {
    account: desk.account,
    at,
    reference: billReference(desk, inquiry),
    hash: desk.numbers.receiptHash(),
    printing: 'CA',
  };
  const isTelkom = purchase.product === 'telkom-pstn';
  return {
    id: isTelkom ? inquiry.respid : desk.numbers.paymentId(at),
    purchase,
    stamp,
    slipNumber: isTelkom ? desk.numbers.slipNumber() : '',
  };
}

const paymentReply = (receipt: Receipt, deposit: Rupiah): PaymentReply => ({
  response: switchCodes.success,
  respid: receipt.id,
  ...writeReceipt(receipt),
  saldo: deposit,
  ...returnCode(receipt.purchase.product),
});

/** `billreff`: in the samples of non-taglis and Telkom the inquiry's respid, else a number of PLN's own. */
function billReference(desk: Desk, { respid, subscriber }: IssuedInquiry): string {
  const isRespid = subscriber.product === 'pln-nontaglis' || subscriber.product === 'telkom-pstn';
  return isRespid ? respid : desk.numbers.reference();
}
