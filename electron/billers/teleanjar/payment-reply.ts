import type { PaymentOutcome, UnknownReason } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { err } from '../../../shared/result.ts';
import type { PaymentReading, RawReply } from '../biller.ts';
import { believe, tokenDigits } from './believe.ts';
import { isRow, openEnvelope, type Envelope } from './envelope.ts';
import { isOfOtherProduct, isOfQuote } from './identity.ts';
import { isFinalAnswer, shownText, type NotSuccess } from './response-code.ts';

/**
 * Reads the answer to a payment. Everything that is neither believed nor a final refusal is `unknown`; which refusals
 * are final is the owner's list, for Teleanjar publishes none.
 */
export function readPaymentReply(
  quote: Quote,
  reply: RawReply,
  finalAnswers: readonly string[],
): PaymentReading {
  if (reply.status !== 200) return { outcome: unknown('unreadable-reply', { code: `HTTP ${reply.status}` }) };
  const opened = reply.complete ? openEnvelope(reply) : err('cut short');
  if (!opened.ok) return { outcome: unknown('unreadable-reply') };
  const { deposit } = opened.value;
  return {
    outcome: outcomeOf(quote, opened.value, finalAnswers),
    ...(deposit === undefined ? {} : { deposit }),
  };
}

function outcomeOf(quote: Quote, envelope: Envelope, finalAnswers: readonly string[]): PaymentOutcome {
  const { code, rc } = envelope;
  if (code.kind !== 'success') return refusedOr(quote, envelope, code, finalAnswers);
  if (rc.kind === 'other') return unknown('unclear-answer', { code: `rc ${rc.rc}` });
  const believed = believe(quote, envelope);
  return believed.ok ? { kind: 'paid', confirmation: believed.value } : unknown(believed.error);
}

/** A refusal that is listed as final, and has nothing about it that says otherwise. */
function refusedOr(
  quote: Quote,
  { rows, rc }: Envelope,
  answer: NotSuccess,
  finalAnswers: readonly string[],
): PaymentOutcome {
  const said = wordsOf(answer);
  if (!isFinalAnswer(answer, finalAnswers)) return unknown('unclear-answer', said);
  const told = rows.filter(isRow);
  const hasToken = told.some(({ token }) => typeof token === 'string' && tokenDigits(token) !== undefined);
  if (rc.kind === 'success' || hasToken) return unknown('unclear-answer', said);
  if (told.some((row) => isOfQuote(quote, row) === 'other' || isOfOtherProduct(quote, row))) {
    return unknown('mismatched-reply', said);
  }
  return { kind: 'rejected', code: said.code ?? '', text: said.text ?? '' };
}

interface Said {
  readonly code?: string;
  readonly text?: string;
}

export const wordsOf = (answer: NotSuccess): Said =>
  answer.kind === 'code' ? { code: answer.code } : { text: shownText(answer.text) };

const unknown = (reason: UnknownReason, said: Said = {}): PaymentOutcome => ({
  kind: 'unknown',
  reason,
  ...said,
});
