import type { Confirmation } from '../payment/outcome.ts';
import type { Quote } from '../payment/quote.ts';
import { thanksParts, tokenParts, totalParts, trailerParts } from './closing-parts.ts';
import { field } from './detail-parts.ts';
import type { ReceiptDocument, Slip } from './document.ts';
import { onPaper, setSlip, type SlipPart } from './field-lines.ts';
import { imitates, looksLikeToken } from './imitation.ts';
import { fieldParts } from './planned-parts.ts';
import type { SlipContent } from './slip-content.ts';
import { slipContents } from './slip-contents.ts';

/**
 * A receipt in our own words, from the quote and the confirmation: for a biller that sends no receipt text (IAK), or
 * whose reply lacks it. What to print in which order stands in `slip-plans.ts`. Pure; stamps come in `compose.ts`.
 */
export const receiptFromFields = (quote: Quote, confirmation: Confirmation): ReceiptDocument => ({
  slips: slipContents(quote, confirmation).map(slipOf),
});

const slipOf = (content: SlipContent): Slip => ({
  lines: setSlip([
    headerParts(content),
    [{ kind: 'title', text: content.plan.title }],
    fieldParts(content),
    paragraph(content.plan.sentence),
    paragraph(arrearsSentence(content)),
    totalParts(content),
    tokenParts(content),
    [...thanksParts(content), ...noteParts(content)],
    otherParts(content),
    trailerParts(content),
  ]),
});

/** As on the billers' own receipts: who took the payment, and when. */
function headerParts({ quote, confirmation, facts }: SlipContent): readonly SlipPart[] {
  const time = timeWords(onPaper(confirmation.transactionTime)) || (facts.known.get('biller-time') ?? '');
  return [
    { kind: 'header', text: quote.biller.toUpperCase() },
    // A time that is none came from a server, and stands behind a label like all of its words.
    ...(/^[\d :./-]+$/.test(time) ? [{ kind: 'header' as const, text: time }] : field('WAKTU', time)),
  ];
}

/** IAK writes `20180803172000`, Teleanjar `2018-08-03 17:20:00`. Both are WIB. */
const timeWords = (time: string): string =>
  time.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3 $4:$5:$6');

const paragraph = (text: string): readonly SlipPart[] => (text === '' ? [] : [{ kind: 'words', text }]);

/**
 * IAK counts what is left after the whole payment, Teleanjar also what is left after this one bill: the words say
 * which it is.
 */
function arrearsSentence({ quote, confirmation, facts }: SlipContent): string {
  const { remainingArrears } = confirmation;
  const paid = quote.bills.length;
  if (remainingArrears !== undefined) {
    if (remainingArrears === 0) return '';
    return paid === 1
      ? `Anda masih memiliki sisa tunggakan ${remainingArrears} bulan`
      : `Sesudah ${paid} lembar ini dibayar, Anda masih memiliki sisa tunggakan ${remainingArrears} bulan`;
  }
  const afterThis = /^0*([1-9]\d{0,2})$/.exec(facts.known.get('arrears') ?? '')?.[1];
  return afterThis === undefined ? '' : `Sesudah lembar ini masih ada sisa tunggakan ${afterThis} bulan`;
}

/** What the biller has to tell the customer. */
const noteParts = ({ facts: { known } }: SlipContent): readonly SlipPart[] =>
  (['message', 'footer'] as const)
    .map((label) => known.get(label) ?? '')
    .filter((text) => text !== '' && !looksLikeToken(text))
    .map((text): SlipPart => ({ kind: 'note', mark: '*', text }));

const mostOthers = 8;

/** What nobody documented, under the biller's own names, as far as it cannot be taken for what the slip certifies. */
function otherParts({ facts, bills }: SlipContent): readonly SlipPart[] {
  const ofBills = bills.length === 1 ? [] : bills.flatMap((bill) => bill.others);
  const ofMonths = bills.flatMap(({ months }) => months.flatMap((month) => month.others));
  return [...facts.others, ...ofBills, ...ofMonths]
    .filter(({ name, value }) => value !== '0' && !imitates(name) && !looksLikeToken(`${name} ${value}`))
    .slice(0, mostOthers)
    .map(({ name, value }) => ({ kind: 'note', mark: '-', text: `${name}: ${value}` }));
}
