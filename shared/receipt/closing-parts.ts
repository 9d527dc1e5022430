import { isPln } from '../products.ts';
import { formatDateTime } from '../time.ts';
import { isCharged } from './counter-sums.ts';
import { field } from './detail-parts.ts';
import { onPaper, type SlipPart } from './field-lines.ts';
import { counterWords } from './receipt-words.ts';
import type { SlipContent } from './slip-content.ts';
import { adminOf } from './slip-facts.ts';

export const totalParts = ({ quote, plan, bills, total }: SlipContent): readonly SlipPart[] => [
  { kind: 'amount', label: plan.adminLabel, amount: adminOf(bills) },
  { kind: 'total', amount: total, ...(isCharged(quote) ? { label: counterWords.billed } : {}) },
];

export const tokenParts = ({ confirmation: { token } }: SlipContent): readonly SlipPart[] =>
  token === undefined ? [] : [{ kind: 'token', digits: token }];

/** Our own words of thanks, and where PLN's customers can ask. */
export function thanksParts({ quote, plan, facts: { known } }: SlipContent): readonly SlipPart[] {
  const phone = known.get('service-unit-phone') ?? '';
  const nearest = /^[\d ()+/-]{3,20}$/.test(phone) ? `: ${phone}` : '';
  return [
    ...plan.thanks.map((text): SlipPart => ({ kind: 'words', text })),
    ...(isPln(quote.product)
      ? [{ kind: 'words' as const, text: `Informasi Hubungi Call Center 123 atau PLN terdekat${nearest}` }]
      : []),
  ];
}

/** What the biller, the shop and the customer can name when something is asked about afterwards. */
export function trailerParts({ quote, confirmation }: SlipContent): readonly SlipPart[] {
  const { inquiryId, ourReference = '', quotedAt } = quote;
  return [
    ...(inquiryId === confirmation.reference ? [] : field('NO TRANSAKSI', onPaper(inquiryId))),
    ...field('NO LOKET', onPaper(ourReference)),
    { kind: 'header', text: `Dicek ${formatDateTime(quotedAt, 'WIB')} WIB` },
  ];
}
