import { findProduct } from './catalogue.ts';
import { hasAll, isSigned, type Desk } from './desk.ts';
import { findInvoice } from './find-invoice.ts';
import { practiceOf } from './practice-numbers.ts';
import { refusal, type Answer } from './reply.ts';
import type { RequestFields } from './request.ts';
import { codes } from './response-codes.ts';
import { inquiryFields } from './transaction-fields.ts';

/** Longer than any client's, so that the books cannot be filled with one. */
const refIdForm = /^[0-9A-Za-z]{1,64}$/;

/** Answers `inq-pasca`. */
export function inquire(desk: Desk, fields: RequestFields): Answer {
  if (!hasAll(fields, ['username', 'code', 'hp', 'ref_id', 'sign'])) return refusal(codes.formatError);
  const refId = fields.get('ref_id') ?? '';
  if (!isSigned(desk, fields, refId)) return refusal(codes.invalidSignature);
  if (!refIdForm.test(refId)) return refusal(codes.invalidRefId);
  if (desk.books.byRefId(refId) !== undefined) return refusal(codes.duplicateRefId);

  const product = findProduct(fields.get('code') ?? '');
  if (product === undefined) return refusal(codes.unknownProduct);
  if (!product.active) return refusal(codes.outOfService);
  const hp = fields.get('hp') ?? '';
  const practice = practiceOf(product.numbers, hp);
  if (practice === undefined) return refusal(codes.wrongNumber);
  if (practice.kind === 'refused-inquiry') return refusal(practice.code);

  const at = desk.now();
  const bills = practice.kind === 'sale' ? practice.bills : 'one';
  const isPaid = (key: string) => desk.books.isPaid(key);
  const invoice = findInvoice({ product, hp, fields, bills, at, isPaid });
  if (!invoice.ok) return refusal(invoice.error);
  const trId = desk.numbers.trId();
  const inquiry = desk.books.open({ trId, refId, product, hp, practice, invoice: invoice.value, at });
  return {
    reply: (format) => ({ wrapper: 'postpaid', fields: inquiryFields(inquiry, { paid: false, format }) }),
    delivery: 'whole',
  };
}
