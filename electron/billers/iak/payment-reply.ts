import type { PaymentOutcome, UnknownReason } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import type { PaymentReading, RawReply } from '../biller.ts';
import { readAmount } from './amount.ts';
import { believePayment, identitiesIn } from './believe-payment.ts';
import { codeEntry } from './codes.ts';
import {
  fieldOf,
  isThere,
  openReply,
  readIdentity,
  type ReplyDocument,
  type ReplyFields,
} from './reply-document.ts';

/**
 * Reads the answer to a payment. The documented fields are mandatory, but a payment is not doubted for a product code
 * that was left out: the number and one of the two ids suffice, and all that is carried must be the quote's.
 */
export function readPaymentReply(quote: Quote, reply: RawReply): PaymentReading {
  // 200: read the code. 400: it failed, says IAK. Any other status is "pending" by its own documentation.
  const isRead = reply.status === 200 || reply.status === 400;
  if (!isRead) return { outcome: unknown('unreadable-reply', `HTTP ${reply.status}`) };
  const opened = reply.complete ? openReply(reply.body) : undefined;
  if (opened?.ok !== true) return { outcome: unknown('unreadable-reply', httpCode(reply)) };
  const deposit = readAmount(fieldOf(opened.value.fields, 'balance'));
  return {
    outcome: outcomeOf(quote, reply, opened.value),
    ...(deposit === undefined ? {} : { deposit }),
  };
}

function outcomeOf(quote: Quote, reply: RawReply, { code, text, fields }: ReplyDocument): PaymentOutcome {
  if (code === undefined) return unknown('unreadable-reply', httpCode(reply), text);
  const entry = codeEntry(code);
  const status = statusIn(fields);
  if (entry?.atPayment === 'rejected') {
    if (identitiesIn(quote, fields) === 'of-another') return unknown('mismatched-reply', code, text);
    // A `status` has no place in this answer; one that contradicts the code is no refusal.
    if (status === '1' || status === '3' || status === 'odd') return unknown('unclear-answer', code, text);
    return { kind: 'rejected', code, text };
  }
  const isPaid = entry?.atPayment === 'paid' && reply.status === 200 && [undefined, '', '1'].includes(status);
  if (!isPaid) return unknown('unclear-answer', code, text);
  const believed = believePayment(quote, fields, [['hp'], ['tr_id', 'ref_id']]);
  return believed.ok ? { kind: 'paid', confirmation: believed.value } : unknown(believed.error, code, text);
}

/** `status`, a digit; `odd` where something stands there that is no text or whole number, and could say anything. */
function statusIn(fields: ReplyFields): string | undefined {
  const value = fieldOf(fields, 'status');
  return isThere(value) ? (readIdentity(value) ?? 'odd') : undefined;
}

const httpCode = ({ status }: RawReply): string | undefined =>
  status === 200 ? undefined : `HTTP ${status}`;

const unknown = (reason: UnknownReason, code?: string, text = ''): PaymentOutcome => ({
  kind: 'unknown',
  reason,
  ...(code === undefined ? {} : { code }),
  ...(text === '' ? {} : { text }),
});
