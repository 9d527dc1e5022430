import type { Instant } from '../../../shared/time.ts';
import type { Inquiry, Transaction } from './books.ts';
import { compactTime } from './calendar.ts';
import type { Desk } from './desk.ts';
import type { View } from './invoice.ts';
import type { Reply } from './reply.ts';
import { messageOf, type ResponseCode } from './response-codes.ts';
import type { Fields } from './value.ts';

/** Who and what, with which every answer about a transaction begins. */
const identity = ({ trId, product }: Inquiry): Fields => ({ tr_id: trId, code: product.code });

const amounts = ({ invoice, hp }: Inquiry): Fields => ({
  hp,
  tr_name: invoice.name,
  period: invoice.period,
  nominal: invoice.nominal,
  admin: invoice.admin,
});

const prices = ({ invoice }: Inquiry): Fields => ({
  price: invoice.price,
  selling_price: invoice.sellingPrice,
});

/** The fields of an inquiry that found something, in the order of the samples. */
export const inquiryFields = (inquiry: Inquiry, view: View): Fields => ({
  ...identity(inquiry),
  ...amounts(inquiry),
  ref_id: inquiry.refId,
  response_code: '00',
  message: 'INQUIRY SUCCESS',
  ...prices(inquiry),
  desc: inquiry.invoice.desc(view),
});

/** What a payment or a status says of a transaction. */
export interface Verdict {
  readonly code: ResponseCode;
  readonly message: string;
  /** Only `checkstatus` gives one. */
  readonly status?: 0 | 1 | 2 | 3;
  /** Not sent while a payment is under way. */
  readonly datetime?: Instant;
  /** Empty where it failed, not sent where nothing was tried or it is under way. */
  readonly noref?: string;
}

/** The fields of a payment or a status, in the order of the samples. */
export function paymentFields(desk: Desk, transaction: Transaction, verdict: Verdict, view: View): Fields {
  return {
    ...identity(transaction),
    ...(verdict.datetime === undefined ? {} : { datetime: compactTime(verdict.datetime) }),
    ...amounts(transaction),
    ...(verdict.status === undefined ? {} : { status: verdict.status }),
    response_code: verdict.code,
    message: verdict.message,
    ...prices(transaction),
    balance: desk.books.deposit(),
    ...(verdict.noref === undefined ? {} : { noref: verdict.noref }),
    ref_id: transaction.refId,
    desc: transaction.invoice.desc(view),
  };
}

/** `<no_ref>` is what the XML samples of these payments have instead of `<noref>`; statuses have `<noref>`. */
export const paymentReply = ({ product }: Inquiry, fields: Fields): Reply => ({
  wrapper: 'postpaid',
  fields,
  ...(product.kind === 'telkom' || product.kind === 'pln-postpaid' ? { xmlName: 'no_ref' } : {}),
});

export const verdictOf = (code: ResponseCode, more: Omit<Verdict, 'code' | 'message'> = {}): Verdict => ({
  code,
  message: code === '00' ? 'PAYMENT SUCCESS' : messageOf(code),
  ...more,
});
