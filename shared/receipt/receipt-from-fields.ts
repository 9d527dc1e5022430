import { sumRupiah } from '../money.ts';
import type { DetailLabel } from '../payment/detail.ts';
import type { Confirmation } from '../payment/outcome.ts';
import type { Quote } from '../payment/quote.ts';
import { isPln, isSoldInDenominations } from '../products.ts';
import { formatDateTime } from '../time.ts';
import { billParts } from './bill-parts.ts';
import { detailParts, field, leftOver, repeatsIdentity } from './detail-parts.ts';
import type { ReceiptDocument, Slip } from './document.ts';
import { onPaper, setSlip, type SlipPart } from './field-lines.ts';
import { imitates, looksLikeToken } from './imitation.ts';
import type { SlipContent } from './slip-content.ts';
import { adminOf, factsOfBills, factsOfPayment, joined, type Known } from './slip-facts.ts';
import { slipPlans, type OwnField } from './slip-plans.ts';

/**
 * A receipt in our own words, from the quote and the confirmation: for a biller that sends no receipt text (IAK), or
 * whose reply lacks it. What to print in which order stands in `slip-plans.ts`. Pure; stamps come in `compose.ts`.
 */
export function receiptFromFields(quote: Quote, confirmation: Confirmation): ReceiptDocument {
  const plan = slipPlans[quote.product];
  const payment = factsOfPayment(quote, confirmation);
  const bills = factsOfBills(quote, confirmation);
  const slips = plan.slipPer === 'bill' ? bills.map((bill) => [bill]) : [bills];
  return {
    slips: slips.map((each, index): Slip => {
      const [bill] = each;
      const isWhole = each.length === quote.bills.length;
      // The only bill of a slip has its details among the payment's.
      const facts = each.length === 1 && bill !== undefined ? joined(payment, bill) : payment;
      const place = isWhole ? '' : `${index + 1} dari ${quote.bills.length}`;
      const total = isWhole ? quote.total : sumRupiah(each.map((one) => one.total));
      return slipOf({ quote, confirmation, plan, facts, bills: each, place, total });
    }),
  };
}

const slipOf = (content: SlipContent): Slip => ({
  lines: setSlip([
    headerParts(content),
    [{ kind: 'title', text: content.plan.title }],
    fieldParts(content),
    paragraph(content.plan.sentence),
    paragraph(arrearsSentence(content)),
    totalParts(content),
    tokenParts(content),
    thanksParts(content),
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

function fieldParts(content: SlipContent): readonly SlipPart[] {
  return content.plan.fields.flatMap((name) => (isOwn(name) ? own[name](content) : planned(content, name)));
}

type Parts = (content: SlipContent) => readonly SlipPart[];

const own: Readonly<Record<OwnField, Parts>> = {
  'customer-number': numberParts,
  'customer-name': ({ quote }) => field('NAMA', onPaper(quote.customer.name)),
  service: ({ quote }) => field('LAYANAN', onPaper(quote.service.name)),
  certificate: ({ confirmation }) => field('NO REF', onPaper(confirmation.reference)),
  kwh: ({ confirmation }) => field('JML KWH', onPaper(confirmation.kwh ?? '')),
  rest: (content) => leftOver(content, content.facts.known),
  bills: billParts,
};

const isOwn = (name: string): name is OwnField => Object.hasOwn(own, name);

/** Telkom's jastel is area code and number. A token's customer may be known by meter or idpel, printed before. */
function numberParts({ quote, plan, facts }: SlipContent): readonly SlipPart[] {
  const number = onPaper(quote.customer.identity);
  const area = facts.known.get('area-code') ?? '';
  if (quote.product === 'telkom-pstn' && area !== '' && !number.startsWith(area)) {
    return field(plan.numberLabel, `${area}-${number}`);
  }
  const isPrinted = isSoldInDenominations(quote.product) && repeatsNumber(facts.known, number);
  return isPrinted ? [] : field(plan.numberLabel, number);
}

const repeatsNumber = (known: Known, number: string): boolean =>
  known.get('meter-number') === number || known.get('idpel') === number;

/** A detail in its planned place, an amount also where it is zero. */
const planned = ({ quote, facts }: SlipContent, label: DetailLabel): readonly SlipPart[] =>
  repeatsIdentity(quote, label, facts.known) ? [] : detailParts(label, facts.known);

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

const totalParts = ({ plan, bills, total }: SlipContent): readonly SlipPart[] => [
  { kind: 'amount', label: plan.adminLabel, amount: adminOf(bills) },
  { kind: 'total', amount: total },
];

const tokenParts = ({ confirmation: { token } }: SlipContent): readonly SlipPart[] =>
  token === undefined ? [] : [{ kind: 'token', digits: token }];

function thanksParts({ quote, plan, facts: { known } }: SlipContent): readonly SlipPart[] {
  const phone = known.get('service-unit-phone') ?? '';
  const nearest = /^[\d ()+/-]{3,20}$/.test(phone) ? `: ${phone}` : '';
  return [
    ...plan.thanks.map((text): SlipPart => ({ kind: 'words', text })),
    ...(isPln(quote.product)
      ? [{ kind: 'words' as const, text: `Informasi Hubungi Call Center 123 atau PLN terdekat${nearest}` }]
      : []),
    ...(['message', 'footer'] as const)
      .map((label) => known.get(label) ?? '')
      .filter((text) => text !== '' && !looksLikeToken(text))
      .map((text): SlipPart => ({ kind: 'note', mark: '*', text })),
  ];
}

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

/** What the biller, the shop and the customer can name when something is asked about afterwards. */
function trailerParts({ quote, confirmation }: SlipContent): readonly SlipPart[] {
  const { inquiryId, ourReference = '', quotedAt } = quote;
  return [
    ...(inquiryId === confirmation.reference ? [] : field('NO TRANSAKSI', onPaper(inquiryId))),
    ...field('NO LOKET', onPaper(ourReference)),
    { kind: 'header', text: `Dicek ${formatDateTime(quotedAt, 'WIB')} WIB` },
  ];
}
