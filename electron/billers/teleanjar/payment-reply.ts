import type { PaymentOutcome, UnknownReason } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { err } from '../../../shared/result.ts';
import type { PaymentReading, RawReply } from '../biller.ts';
import { believe } from './believe.ts';
import { isRow, openEnvelope, type Envelope } from './envelope.ts';
import { isOfOtherProduct, isOfQuote } from './identity.ts';
import { asItIs, isFinalAnswer, shownText, type NotSuccess, type Redact } from './response-code.ts';

/**
 * Reads the answer to a payment. Everything that is neither believed nor a final refusal is `unknown`; which refusals
 * are final is the owner's list, for Teleanjar publishes none. `redact` blanks the account in its words.
 */
export function readPaymentReply(
  quote: Quote,
  reply: RawReply,
  finalAnswers: readonly string[],
  redact: Redact = asItIs,
): PaymentReading {
  if (reply.status !== 200) return { outcome: unknown('unreadable-reply', { code: `HTTP ${reply.status}` }) };
  const opened = reply.complete ? openEnvelope(reply) : err('cut short');
  if (!opened.ok) return { outcome: unknown('unreadable-reply') };
  const { deposit } = opened.value;
  return {
    outcome: outcomeOf(quote, opened.value, { finalAnswers, redact }),
    ...(deposit === undefined ? {} : { deposit }),
  };
}

interface HowToRefuse {
  readonly finalAnswers: readonly string[];
  readonly redact: Redact;
}

function outcomeOf(quote: Quote, envelope: Envelope, how: HowToRefuse): PaymentOutcome {
  const { code, rc } = envelope;
  if (code.kind !== 'success') return refusedOr(quote, envelope, code, how);
  if (rc.kind === 'other') return unknown('unclear-answer', { code: `rc ${rc.rc}` });
  const believed = believe(quote, envelope);
  return believed.ok ? { kind: 'paid', confirmation: believed.value } : unknown(believed.error);
}

/** A refusal that is listed as final, and has nothing about it that says otherwise. */
function refusedOr(
  quote: Quote,
  { rows, rc, isCertified }: Envelope,
  answer: NotSuccess,
  { finalAnswers, redact }: HowToRefuse,
): PaymentOutcome {
  const said = wordsOf(answer, redact);
  if (!isFinalAnswer(answer, finalAnswers, redact)) return unknown('unclear-answer', said);
  const told = rows.filter(isRow);
  if (told.some((row) => isOfQuote(quote, row) === 'other')) return unknown('mismatched-reply', said);
  if (rc.kind === 'success' || isCertified) return unknown('unclear-answer', said);
  if (told.some((row) => isOfOtherProduct(quote, row))) return unknown('mismatched-reply', said);
  return { kind: 'rejected', code: said.code ?? '', text: said.text ?? '' };
}

interface Said {
  readonly code?: string;
  readonly text?: string;
}

export const wordsOf = (answer: NotSuccess, redact: Redact): Said =>
  answer.kind === 'code' ? { code: answer.code } : { text: shownText(redact(answer.text)) };

const unknown = (reason: UnknownReason, said: Said = {}): PaymentOutcome => ({
  kind: 'unknown',
  reason,
  ...said,
});
