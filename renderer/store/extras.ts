import type { ExtraField } from '../../shared/biller-profile.ts';
import { parseTypedRupiah } from '../../shared/money.ts';
import type { Extras } from '../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ExtraDrafts } from './entry.ts';

/** Reads what was typed for one field; `null` where it cannot be meant. */
type Reader = (typed: string, thisYear: number) => Extras | null;

const earliestTaxYear = 1990;

const readers: Readonly<Record<ExtraField, Reader>> = {
  months: (typed) => {
    const months = typed === '' ? 1 : Number(typed);
    return Number.isInteger(months) && months >= 1 && months <= 24 ? { months } : null;
  },
  'tax-year': (typed, thisYear) => {
    const taxYear = typed === '' ? thisYear : Number(typed);
    const isYear = Number.isInteger(taxYear) && taxYear >= earliestTaxYear && taxYear <= thisYear + 1;
    return isYear ? { taxYear } : null;
  },
  'identity-number': (typed) => (/^[0-9A-Za-z]{4,30}$/.test(typed) ? { identityNumber: typed } : null),
  amount: (typed) => {
    const amount = parseTypedRupiah(typed);
    return amount === undefined || amount === 0 ? null : { amount };
  },
};

/** What is taken where nothing is typed, as the field shows it; `undefined` where something must be typed. */
export function defaultExtra(field: ExtraField, thisYear: number): string | undefined {
  if (field === 'months') return '1';
  return field === 'tax-year' ? String(thisYear) : undefined;
}

/** What a service asks for besides the number, or the fields that are missing or wrong, in the order asked. */
export function readExtras(
  asks: readonly ExtraField[],
  drafts: ExtraDrafts,
  thisYear: number,
): Result<Extras, readonly ExtraField[]> {
  const read = asks.map((field) => ({ field, extra: readers[field](drafts[field] ?? '', thisYear) }));
  const wrong = read.filter(({ extra }) => extra === null).map(({ field }) => field);
  if (wrong.length > 0) return err(wrong);
  return ok(Object.assign({}, ...read.map(({ extra }) => extra)));
}
