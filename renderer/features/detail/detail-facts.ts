import { detailWords } from '../../../shared/i18n/detail-words.ts';
import { formatRupiah, wholeRupiah } from '../../../shared/money.ts';
import { moneyLabels, sumLabels, type Detail, type DetailLabel } from '../../../shared/payment/detail.ts';
import type { ProductId } from '../../../shared/products.ts';
import { periodWords } from '../../../shared/receipt/period-words.ts';
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
  'period',
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
const detailName = (detail: Detail, language: Language): string =>
  detail.label === 'other' ? detail.name : detailWords[detail.label satisfies DetailLabel][language];

/** Both readings of a meter in one, as on the receipt, where both are told. */
function withMeterStand(details: readonly Detail[]): readonly Detail[] {
  const valueOf = (label: DetailLabel): string =>
    details.find((detail) => detail.label === label)?.value.trim() ?? '';
  const [start, end] = [valueOf('meter-start'), valueOf('meter-end')];
  if (start === '' || end === '') return details;
  return details.flatMap((detail): readonly Detail[] => {
    if (detail.label === 'meter-start') return [{ label: 'meter-stand', value: `${start}–${end}` }];
    return detail.label === 'meter-end' ? [] : [detail];
  });
}

const isPeriod = ({ label }: Detail): boolean => label === 'period';

/**
 * What a bill's details say besides its month, which stands at the head of its line. Where one bill is of several
 * months, each of these begins a line of its own.
 */
export function billFacts(
  product: ProductId,
  details: readonly Detail[],
  language: Language,
): readonly (readonly DetailFact[])[] {
  const starts = details.flatMap((detail, index) => (isPeriod(detail) ? index : []));
  const parts =
    starts.length < 2
      ? [details.filter((detail) => !isPeriod(detail))]
      : [
          details.slice(0, starts[0]),
          ...starts.map((start, index) => details.slice(start, starts[index + 1])),
        ];
  return parts
    .map((part) =>
      detailFacts(
        withMeterStand(part).map((detail) =>
          isPeriod(detail) ? { ...detail, value: periodWords(product, detail.value) } : detail,
        ),
        language,
      ),
    )
    .filter((facts) => facts.length > 0);
}

/** The details worth showing, the most telling first; one without a value says nothing. */
export function detailFacts(details: readonly Detail[], language: Language): readonly DetailFact[] {
  return details
    .filter(({ value }) => value.trim() !== '')
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((detail, place) => ({ place, label: detailName(detail, language), value: detailValue(detail) }));
}

/** `20261022` → `22-10-2026` and `7408` → `7.408`, as the receipt has them; all else in the biller's words. */
function detailValue({ label, value }: Detail): string {
  const isDay = label === 'tax-valid-until' || label.endsWith('-date');
  const words = value.trim();
  const amount = label !== 'other' && isMoney(label) ? wholeRupiah(words) : undefined;
  if (amount !== undefined) return formatRupiah(amount);
  return isDay ? words.replace(/^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, '$3-$2-$1') : words;
}

const isMoney = (label: DetailLabel): boolean => moneyLabels.has(label) || sumLabels.has(label);
