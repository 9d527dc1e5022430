import type { Confirmation } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseDateTime } from '../../../shared/time.ts';
import { detailsOfBills } from './bills.ts';
import { readDesc } from './desc.ts';
import { readAmounts } from './reply-amounts.ts';
import { fieldOf, isThere, readIdentity, readWords, type ReplyFields } from './reply-document.ts';

/** The fields that say which payment an answer speaks of. */
export type IdentityField = 'hp' | 'code' | 'tr_id' | 'ref_id';

/** Which of them an answer carries, or that one it carries is not the quote's. */
export function identitiesIn(quote: Quote, fields: ReplyFields): ReadonlySet<IdentityField> | 'of-another' {
  const quoted: Readonly<Record<IdentityField, string | undefined>> = {
    hp: quote.customer.identity,
    code: quote.service.code,
    tr_id: quote.inquiryId,
    ref_id: quote.ourReference,
  };
  const names = Object.keys(quoted) as readonly IdentityField[];
  const carried = names.filter((name) => isThere(fieldOf(fields, name)));
  const agrees = carried.every((name) => {
    const replied = readIdentity(fieldOf(fields, name));
    return replied !== undefined && replied === quoted[name];
  });
  return agrees ? new Set(carried) : 'of-another';
}

/**
 * Believes an answer that says "paid" only if it speaks of the quote's payment and of its money. Each of `needed` is
 * a set of which the answer must carry one; what it carries besides must be the quote's as well.
 */
export function believePayment(
  quote: Quote,
  fields: ReplyFields,
  needed: readonly (readonly IdentityField[])[],
): Result<Confirmation, 'unreadable-reply' | 'mismatched-reply'> {
  const carried = identitiesIn(quote, fields);
  if (carried === 'of-another') return err('mismatched-reply');
  if (!needed.every((names) => names.some((name) => carried.has(name)))) return err('unreadable-reply');
  const amounts = readAmounts(fields);
  if (!amounts.ok) return err(amounts.error === 'mismatched' ? 'mismatched-reply' : 'unreadable-reply');
  if (amounts.value.price !== quote.total) return err('mismatched-reply');
  const desc = readDesc(quote.product, fieldOf(fields, 'desc'));
  const billDetails = detailsOfBills(quote.bills, quote.total, desc.rows);
  if (!billDetails.ok) return err('mismatched-reply');
  return ok({
    reference: referenceIn(fields),
    transactionTime: transactionTimeOf(fieldOf(fields, 'datetime')),
    receiptText: '',
    bills: quote.bills.length,
    ...(desc.billsLeft === undefined ? {} : { remainingArrears: desc.billsLeft }),
    details: desc.details.slice(0, 60),
    billDetails: billDetails.value,
    remarks: [],
  });
}

/** `noref`; some of the XML samples name it `no_ref`. Not every company gives one. */
function referenceIn(fields: ReplyFields): string {
  const references = ['noref', 'no_ref'].map((name) => readWords(fieldOf(fields, name), 64));
  return references.find((reference) => reference !== '') ?? '';
}

/** `20180803172000` → `2018-08-03 17:20:00`, both WIB; anything else as it came. */
function transactionTimeOf(value: unknown): string {
  const text = readWords(value, 40);
  const time = text.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3 $4:$5:$6');
  return parseDateTime(time, 'WIB') === undefined ? text : time;
}
