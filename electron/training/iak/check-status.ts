import type { Transaction } from './books.ts';
import { hasAll, isSigned, type Desk } from './desk.ts';
import { refusal, type Answer } from './reply.ts';
import type { RequestFields } from './request.ts';
import { codes } from './response-codes.ts';
import { paymentFields, verdictOf, type Verdict } from './transaction-fields.ts';

/** A pending payment is settled at this question. */
const questionsUntilSettled = 3;

/**
 * Answers `checkstatus`, on any day, for any inquiry that found something. A `ref_id` that never did answers 06:
 * the API's table has no code of its own for it. The messages are in Indonesian, as in the samples.
 */
export function checkStatus(desk: Desk, fields: RequestFields): Answer {
  if (!hasAll(fields, ['username', 'ref_id', 'sign'])) return refusal(codes.formatError);
  if (!isSigned(desk, fields, 'cs')) return refusal(codes.invalidSignature);
  const known = desk.books.byRefId(fields.get('ref_id') ?? '');
  if (known === undefined) return refusal(codes.unknownInquiry);
  const transaction = askOnceMore(desk, known);
  const verdict = statusOf(transaction);
  const paid = transaction.outcome.kind === 'paid';
  return {
    reply: (format) => ({
      wrapper: 'postpaid',
      fields: paymentFields(desk, transaction, verdict, { paid, format }),
    }),
    delivery: 'whole',
  };
}

function askOnceMore(desk: Desk, transaction: Transaction): Transaction {
  const { outcome, product } = transaction;
  if (outcome.kind !== 'pending') return transaction;
  const asked = outcome.asked + 1;
  if (asked < questionsUntilSettled) return desk.books.settle(transaction, { ...outcome, asked });
  const at = desk.now();
  return outcome.becomes === 'paid'
    ? desk.books.settle(transaction, { kind: 'paid', at, noref: desk.numbers.noref(product) })
    : desk.books.settle(transaction, { kind: 'failed', at });
}

function statusOf({ outcome, at }: Transaction): Verdict {
  switch (outcome.kind) {
    case 'inquired':
      return {
        code: codes.notReceived,
        message: 'REQUEST PEMBAYARAN BELUM DITERIMA',
        status: 0,
        datetime: at,
      };
    case 'paid':
      return verdictOf(codes.success, { status: 1, datetime: outcome.at, noref: outcome.noref });
    case 'failed':
      return {
        code: codes.failed,
        message: 'PEMBAYARAN GAGAL',
        status: 2,
        datetime: outcome.at,
        noref: '',
      };
    case 'pending':
      return { code: codes.pending, message: 'PENDING / TRANSAKSI SEDANG DIPROSES', status: 3 };
  }
}
