import { readDay } from './calendar.ts';
import { productOfCode, type Desk } from './desk.ts';
import { copyOf, returnCode, writeReceipt } from './receipt.ts';
import { emptyStatus, whole, type Answer } from './reply.ts';
import { orderRefusals, switchCodes, type Refusal, type SwitchCode } from './response-codes.ts';

/**
 * Answers `product|customer|yyyy-MM-dd`, a day in WIB, with a copy of the last payment of that day. The document
 * V1.4 does not have `cek_status`; its form is that of clients that work.
 *
 * It is a look into the books and nothing else: it tells the truth where the payment's answer did not, and it
 * knows a customer by the number the payment was ordered with, so that a token paid by meter is not found by
 * idpel. It cannot tell two payments of one day apart, nor why there is none: never ordered, refused, or ordered
 * on the other side of midnight are all `SWT:0063`.
 */
export function checkStatus(desk: Desk, udata: readonly string[]): Answer {
  const refuse = (response: SwitchCode | Refusal) => whole(emptyStatus(response, desk.books.deposit()));
  const [code = '', customer = '', typedDay = ''] = udata;

  const product = productOfCode(desk.productCodes, code);
  if (product === undefined) return refuse(orderRefusals.unknownProduct);
  if (udata.length !== 3) return refuse(orderRefusals.wrongParts);
  const day = readDay(typedDay);
  if (day === undefined) return refuse(orderRefusals.badDay);
  const payment = desk.books.lastPayment(product, customer, day);
  if (payment === undefined) return refuse(switchCodes.noPayment);

  const { receipt } = payment;
  return whole({
    response: switchCodes.success,
    ...writeReceipt(copyOf(receipt)),
    saldo: desk.books.deposit(),
    trxid: receipt.id,
    ...returnCode(product),
  });
}
