import { listedDenomination, productOfCode, troubleOf, type Desk } from './desk.ts';
import { infoText } from './info-text.ts';
import { inquiryEntries } from './inquiry-entries.ts';
import { returnCode } from './receipt.ts';
import { emptyInquiry, whole, type Answer } from './reply.ts';
import { orderRefusals, switchCodes, type Refusal, type SwitchCode } from './response-codes.ts';
import { findSubscriber, withUnpaidBills } from './subscribers.ts';

/** Answers `product|customer`, and for tokens also `product|customer|amount` (document, "Trx (inquiry)"). */
export function inquire(desk: Desk, udata: readonly string[]): Answer {
  const refuse = (response: SwitchCode | Refusal) => whole(emptyInquiry(response, desk.books.deposit()));
  const [code = '', customer = '', typedAmount] = udata;

  const product = productOfCode(desk.productCodes, code);
  if (product === undefined) return refuse(orderRefusals.unknownProduct);
  const mostParts = product === 'pln-prepaid' ? 3 : 2;
  if (udata.length < 2 || udata.length > mostParts) return refuse(orderRefusals.wrongParts);

  const trouble = troubleOf(product, customer);
  if (trouble?.at === 'inquiry') return refuse(trouble.code);
  const found = findSubscriber(product, customer, desk.now());
  if (found === undefined) return refuse(switchCodes.unknownCustomer);
  const denomination =
    typedAmount !== undefined && found.product === 'pln-prepaid'
      ? listedDenomination(typedAmount, found.denominations)
      : undefined;
  if (typedAmount !== undefined && denomination === undefined) return refuse(switchCodes.badDenomination);
  const subscriber = withUnpaidBills(found, (key) => desk.books.isPaid(key));
  if (subscriber === undefined) return refuse(switchCodes.alreadyPaid);

  const respid = desk.numbers.reference();
  desk.inquiries.remember({ respid, subscriber, denomination });
  return whole({
    response: switchCodes.success,
    respid,
    respdata: inquiryEntries(subscriber),
    info: infoText(subscriber),
    saldo: desk.books.deposit(),
    ...returnCode(product),
  });
}
