import type { Rupiah } from '../../../shared/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { InquiryProblem, RawReply } from '../biller.ts';
import { readAmount } from './amount.ts';
import { openAnswer, withDate } from './answer.ts';
import { fieldOf } from './reply-document.ts';

/** Reads the answer to `check-balance`: the deposit, which the prepaid and the postpaid API share. */
export function readDepositReply(reply: RawReply): Result<Rupiah, InquiryProblem> {
  const opened = openAnswer(reply);
  if (!opened.ok) return withDate(opened, reply);
  const balance = readAmount(fieldOf(opened.value.fields, 'balance'));
  return balance === undefined ? withDate(err({ code: 'unreadable-reply' }), reply) : ok(balance);
}
