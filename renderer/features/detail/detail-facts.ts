import { detailWords } from '../../../shared/i18n/detail-words.ts';
import type { Detail, DetailLabel } from '../../../shared/payment/detail.ts';
import type { Language } from '../../../shared/settings.ts';

/** A detail as the screen shows it. `place` tells two with the same name apart. */
export interface DetailFact {
  readonly place: number;
  readonly label: string;
  readonly value: string;
}

/**
 * What tells one customer from another at a glance, the most telling first: what the bill is for and how much of it
 * there is. All other details follow in the biller's order, its messages last.
 */
const mostTelling: readonly Detail['label'][] = [
  'tariff-power',
  'tariff',
  'power',
  'meter-number',
  'transaction',
  'registration-number',
  'utility-name',
  'product-name',
  'item-name',
  'plate-number',
  'vehicle',
  'participants',
  'tax-year',
  'location',
  'tax-object',
  'owner',
  'insured',
  'bill-count',
  'arrears',
  'bills-left',
  'due-date',
  'address',
];

const leastTelling: ReadonlySet<Detail['label']> = new Set(['message', 'footer']);

const rankOf = ({ label }: Detail): number => {
  const rank = mostTelling.indexOf(label);
  if (rank >= 0) return rank;
  return leastTelling.has(label) ? mostTelling.length + 1 : mostTelling.length;
};

/** What a detail is called: by our words, or by the name the biller gave it. */
export const detailName = (detail: Detail, language: Language): string =>
  detail.label === 'other' ? detail.name : detailWords[detail.label satisfies DetailLabel][language];

/** What a bill's details say besides the month, which stands at the head of its line. */
export const billFacts = (details: readonly Detail[], language: Language): readonly DetailFact[] =>
  detailFacts(
    details.filter(({ label }) => label !== 'period'),
    language,
  );

/** The details worth showing, the most telling first; one without a value says nothing. */
export function detailFacts(details: readonly Detail[], language: Language): readonly DetailFact[] {
  return details
    .filter(({ value }) => value.trim() !== '')
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((detail, place) => ({ place, label: detailName(detail, language), value: detail.value.trim() }));
}
