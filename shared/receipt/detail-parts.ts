import { detailWords } from '../i18n/detail-words.ts';
import { wholeRupiah } from '../money.ts';
import { moneyLabels, type DetailLabel } from '../payment/detail.ts';
import type { Quote } from '../payment/quote.ts';
import { isPln, isSoldInDenominations } from '../products.ts';
import { onPaper, type SlipPart } from './field-lines.ts';
import type { SlipContent } from './slip-content.ts';
import type { Known } from './slip-facts.ts';

/** A field without a value or a label takes no line. */
export const field = (label: string, value: string): readonly SlipPart[] =>
  label === '' || value === '' ? [] : [{ kind: 'field', label, value }];

/** Labels under which a biller repeats the number that the slip names already. */
const identityLabels: ReadonlySet<DetailLabel> = new Set<DetailLabel>([
  'idpel',
  'registration-number',
  'tax-object',
  'contribution-code',
  'identity-number',
]);

export const repeatsIdentity = ({ product, customer }: Quote, label: DetailLabel, known: Known): boolean =>
  !isSoldInDenominations(product) && identityLabels.has(label) && known.get(label) === customer.identity;

export function detailParts(label: DetailLabel, known: Known): readonly SlipPart[] {
  const value = known.get(label);
  if (value === undefined) return [];
  const words = detailWords[label].slip;
  const amount = moneyLabels.has(label) ? wholeRupiah(value) : undefined;
  return amount === undefined
    ? field(words, wordsFor(label, value))
    : [{ kind: 'amount', label: words, amount }];
}

const dateLabels: ReadonlySet<DetailLabel> = new Set<DetailLabel>([
  'registration-date',
  'due-date',
  'last-due-date',
  'effective-date',
  'expiry-date',
  'tax-valid-until',
]);

/** `20160803` → `03-08-2016`; `R1 / 1300VA` → `R1/1300VA`, as PLN prints it. */
function wordsFor(label: DetailLabel, value: string): string {
  if (dateLabels.has(label)) {
    return value.replace(/^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, '$3-$2-$1');
  }
  return label === 'tariff-power' ? value.replace(' / ', '/') : value;
}

/** Details that are said elsewhere on the slip, or that only the screen shows. */
const neverInRest: ReadonlySet<DetailLabel> = new Set<DetailLabel>([
  'amount',
  'total',
  'total-paid',
  'biller-admin',
  'bill-count',
  'bills-left',
  'arrears',
  'period',
  'biller-time',
  'payment-date',
  'area-code',
  'meter-start',
  'meter-end',
  'meter-stand',
  'message',
  'footer',
  'service-unit-phone',
]);

/** Known details that the plan does not name, so that nothing a biller certified is lost. */
export function leftOver({ quote, confirmation, plan }: SlipContent, known: Known): readonly SlipPart[] {
  const inPlan = new Set<string>([...plan.fields, ...plan.ofBill]);
  const isLeft = (label: DetailLabel, value: string): boolean =>
    !inPlan.has(label) &&
    !neverInRest.has(label) &&
    !repeatsIdentity(quote, label, known) &&
    // PLN's amount includes the penalty, and its slip does not name it.
    !(label === 'penalty' && isPln(quote.product)) &&
    !(label === 'utility-name' && sameWords(value, onPaper(quote.service.name))) &&
    !(label === 'reference' && value === onPaper(confirmation.reference));
  return Array.from(known).flatMap(([label, value]) =>
    isLeft(label, value) ? withoutZero(detailParts(label, known)) : [],
  );
}

const sameWords = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();

export const withoutZero = (parts: readonly SlipPart[]): readonly SlipPart[] =>
  parts.filter((part) => part.kind !== 'amount' || part.amount > 0);

/** `STAND METER: 00012480-00012602` */
export function standParts(known: Known): readonly SlipPart[] {
  const [start, end] = [known.get('meter-start'), known.get('meter-end')];
  if (start !== undefined && end !== undefined)
    return field(detailWords['meter-stand'].slip, `${start}-${end}`);
  return (['meter-stand', 'meter-start', 'meter-end'] as const).flatMap((label) => detailParts(label, known));
}
