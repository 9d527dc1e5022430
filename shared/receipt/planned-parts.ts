import type { DetailLabel } from '../payment/detail.ts';
import { isSoldInDenominations } from '../products.ts';
import { billParts } from './bill-parts.ts';
import { detailParts, field, leftOver, repeatsIdentity } from './detail-parts.ts';
import { onPaper, type SlipPart } from './field-lines.ts';
import type { SlipContent } from './slip-content.ts';
import type { Known } from './slip-facts.ts';
import type { OwnField } from './slip-plans.ts';

/** A slip's fields, in the order that its product's plan has them. */
export function fieldParts(content: SlipContent): readonly SlipPart[] {
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
