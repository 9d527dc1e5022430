import type { Transaction } from './books.ts';
import { compactDay } from './calendar.ts';
import { hasAll, isSigned, type Desk } from './desk.ts';
import type { AnswerFault } from './practice-numbers.ts';
import { refusal, type Answer, type Delivery } from './reply.ts';
import type { RequestFields } from './request.ts';
import { codes, type ResponseCode } from './response-codes.ts';
import { paymentFields, paymentReply, verdictOf, type Verdict } from './transaction-fields.ts';
import type { Fields } from './value.ts';

/** What a code that a payment answers means for the money. */
type Fate = 'paid' | 'pending-then-paid' | 'pending-then-failed' | 'not-received' | 'failed';

/**
 * The three codes that the API's table calls pending, and 103, which it calls failed although it says only that
 * nobody answered; here nobody received either, as 42 says outright. Every other code, 105 among them, is a payment that failed.
 */
const fates: Readonly<Record<ResponseCode, Fate>> = {
  [codes.success]: 'paid',
  [codes.undefinedError]: 'pending-then-paid',
  [codes.pending]: 'pending-then-paid',
  [codes.undefinedCode]: 'pending-then-failed',
  [codes.notReceived]: 'not-received',
  [codes.timeout]: 'not-received',
};

const deliveries: Readonly<Record<AnswerFault, Delivery>> = {
  'no-answer': 'no-answer',
  late: 'late',
  'half-a-body': 'half-a-body',
  'bad-gateway': 'bad-gateway',
  'other-customer': 'whole',
  'wrong-total': 'whole',
};

/** Answers `pay-pasca`. */
export function pay(desk: Desk, fields: RequestFields): Answer {
  if (!hasAll(fields, ['username', 'tr_id', 'sign'])) return refusal(codes.formatError);
  const trId = fields.get('tr_id') ?? '';
  if (!isSigned(desk, fields, trId)) return refusal(codes.invalidSignature);
  const transaction = /^[1-9]\d{0,14}$/.test(trId) ? desk.books.byTrId(Number(trId)) : undefined;
  if (transaction === undefined) return refusal(codes.unknownInquiry);
  const objection = objectionTo(desk, transaction);
  return objection === undefined ? make(desk, transaction) : refusal(objection);
}

/**
 * Why this transaction is not paid now. A second payment of one that is paid answers 34, "the bill for your
 * current transaction has been paid"; 01 is about the invoice of a customer, so it belongs to the inquiry, and 40
 * to a bill that another transaction has paid since this one's inquiry.
 */
function objectionTo(desk: Desk, { outcome, invoice, at }: Transaction): ResponseCode | undefined {
  switch (outcome.kind) {
    case 'paid':
      return codes.billPaid;
    case 'pending':
      return codes.pending;
    case 'failed':
      return codes.failedAskAgain;
    case 'inquired':
      break;
  }
  if (compactDay(at) !== compactDay(desk.now())) return codes.expired;
  if (invoice.billKeys.some((key) => desk.books.isPaid(key))) return codes.someBillPaid;
  return invoice.sellingPrice > desk.books.deposit() ? codes.depositTooSmall : undefined;
}

/** Pays, or does what the practice number does instead. */
function make(desk: Desk, transaction: Transaction): Answer {
  const { practice } = transaction;
  if (practice.kind === 'lost-request') return { ...refusal(codes.timeout), delivery: 'no-answer' };
  const code = practice.kind === 'payment-code' ? practice.code : codes.success;
  const at = desk.now();
  const answer = (settled: Transaction, verdict: Verdict): Answer => {
    const fault = practice.kind === 'faulty-answer' ? practice.fault : undefined;
    return {
      reply: (format) => {
        const truth = paymentFields(desk, settled, verdict, { paid: true, format });
        return paymentReply(settled, misreported(truth, settled, fault));
      },
      delivery: fault === undefined ? 'whole' : deliveries[fault],
    };
  };

  switch (fates[code] ?? 'failed') {
    case 'paid': {
      const noref = desk.numbers.noref(transaction.product);
      const settled = desk.books.settle(transaction, { kind: 'paid', at, noref });
      return answer(settled, verdictOf(code, { datetime: at, noref }));
    }
    case 'pending-then-paid':
    case 'pending-then-failed': {
      const becomes = fates[code] === 'pending-then-paid' ? 'paid' : 'failed';
      return answer(desk.books.settle(transaction, { kind: 'pending', asked: 0, becomes }), verdictOf(code));
    }
    case 'not-received':
      return answer(transaction, verdictOf(code));
    case 'failed':
      return answer(
        desk.books.settle(transaction, { kind: 'failed', at }),
        verdictOf(code, { datetime: at, noref: '' }),
      );
  }
}

/** The lie of a practice number; the books keep the truth. */
function misreported(fields: Fields, { invoice }: Transaction, fault: AnswerFault | undefined): Fields {
  switch (fault) {
    case 'other-customer':
      return { ...fields, hp: '99999999', tr_name: 'ORANG LAIN' };
    case 'wrong-total':
      return { ...fields, price: invoice.price + 1_000 };
    default:
      return fields;
  }
}
