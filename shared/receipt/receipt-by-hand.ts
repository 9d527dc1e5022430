import type { HandOutcome } from '../payment/hand-decision.ts';
import type { Confirmation } from '../payment/outcome.ts';
import type { Quote } from '../payment/quote.ts';
import { formatDateTime, type Instant } from '../time.ts';
import { thanksParts, tokenParts, totalParts, trailerParts } from './closing-parts.ts';
import type { ReceiptDocument } from './document.ts';
import { setSlip, type SlipPart } from './field-lines.ts';
import { fieldParts } from './planned-parts.ts';
import { byHandWords } from './receipt-words.ts';
import type { SlipContent } from './slip-content.ts';
import { slipContents } from './slip-contents.ts';

export type PaidByHand = Extract<HandOutcome, { readonly kind: 'paid-by-hand' }>;

/**
 * The receipt of a payment of which a person decided that it went through. It says what the inquiry said and what
 * the person wrote down, reference and token; nothing stands on it as the biller's word about the payment: no time
 * of its, no kWh, no arrears, no message, and no sentence that certifies. To be composed with the mark `by-hand`.
 *
 * @param at when it was decided, by this counter's clock.
 */
export function receiptByHand(quote: Quote, outcome: PaidByHand, at: Instant): ReceiptDocument {
  const slips = slipContents(quote, writtenDown(quote, outcome));
  return { slips: slips.map((content) => ({ lines: setSlip(blocksOf(content, at)) })) };
}

/** What the person wrote down, in the place of what the biller would have certified. */
const writtenDown = (quote: Quote, { reference, token }: PaidByHand): Confirmation => ({
  reference,
  ...(token === undefined ? {} : { token }),
  transactionTime: '',
  receiptText: '',
  bills: quote.bills.length,
  details: [],
  billDetails: [],
  remarks: [],
});

function blocksOf(content: SlipContent, at: Instant): readonly (readonly SlipPart[])[] {
  const token = tokenParts(content);
  return [
    [{ kind: 'header', text: byHandWords.at(`${formatDateTime(at, 'WIB')} WIB`) }],
    [{ kind: 'title', text: content.plan.title }],
    fieldParts(content),
    [{ kind: 'words', text: byHandWords.sentence(content.quote.biller.toUpperCase()) }],
    totalParts(content),
    token,
    token.length === 0 ? [] : [{ kind: 'words', text: byHandWords.token }],
    thanksParts(content),
    trailerParts(content),
  ];
}
