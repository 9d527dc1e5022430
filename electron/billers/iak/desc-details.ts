import { formatRupiah } from '../../../shared/money.ts';
import type { Detail } from '../../../shared/payment/detail.ts';
import { readAmount } from './amount.ts';
import type { FieldLookup, ShownAs } from './desc-fields.ts';
import { isFields, oneLine, textOf, type Fields } from './desc-values.ts';

/** An answer brings a dozen; more is a server out of hand, and the screen has no room for it. */
const mostDetails = 40;
const longestValue = 200;
const longestName = 60;
/** Levels below `desc` that are still shown. */
const deepest = 4;
/** Entries looked at in one `desc`, empty ones too. */
const mostEntries = 1000;

/** What is still allowed of one `desc`. */
interface Budget {
  readonly details: Detail[];
  entriesLeft: number;
}

/** The fields as details, in their order: those `lookup` knows by their label, all others by the names they stand under. */
export function readDetails(fields: Fields, lookup: FieldLookup): readonly Detail[] {
  const budget: Budget = { details: [], entriesLeft: mostEntries };
  for (const [name, value] of Object.entries(fields)) {
    const field = lookup(name);
    if (field === undefined) addUnknown(budget, [name], value);
    else if (field.kind === 'costs' && isFields(value) && Object.values(value).every(isPlain)) {
      add(budget, field.as, costsOf(value));
    } else if (isPlain(value))
      add(budget, field.as, field.kind === 'words' ? wordsOf(value) : moneyOf(value));
    else if (Array.isArray(value) && value.every(isPlain)) add(budget, field.as, listOf(value));
    else addUnknown(budget, [name], value);
    if (isSpent(budget)) break;
  }
  return withTariffAndPower(budget.details);
}

const isSpent = ({ details, entriesLeft }: Budget): boolean =>
  details.length >= mostDetails || entriesLeft <= 0;

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

const wordsOf = (value: unknown): string => textOf(value, longestValue);

/** Money as money where it is exactly that; `005`, `12.5` and `Rp 500` as they came. */
function moneyOf(value: unknown): string {
  const amount = typeof value === 'string' && /^0\d/.test(value) ? undefined : readAmount(value);
  return amount === undefined ? wordsOf(value) : formatRupiah(amount);
}

/** `PKB 2.131.500, SWD 143.000`: a cost of nothing is not named, and `0` where all are. */
function costsOf(costs: Fields): string {
  const named = Object.entries(costs)
    .slice(0, mostDetails)
    .map(([name, value]) => ({ name: name.toUpperCase(), value: moneyOf(value) }))
    .filter(({ value }) => value !== '');
  const some = named.filter(({ value }) => value !== '0').map(({ name, value }) => `${name} ${value}`);
  return some.length === 0 && named.length > 0 ? '0' : oneLine(some.join(', '), longestValue);
}

const listOf = (values: readonly unknown[]): string =>
  oneLine(
    values
      .slice(0, mostDetails)
      .map(wordsOf)
      .filter((text) => text !== '')
      .join(', '),
    longestValue,
  );

function add({ details }: Budget, as: ShownAs, value: string): void {
  if (value === '') return;
  details.push(typeof as === 'string' ? { label: as, value } : { label: 'other', name: as.name, value });
}

/** A field that nobody documented, and whatever is in it, each by the path of names that leads to it. */
function addUnknown(budget: Budget, path: readonly string[], value: unknown): void {
  budget.entriesLeft -= 1;
  if (isSpent(budget) || path.length > deepest + 1) return;
  const as = { name: nameOf(path) };
  if (isPlain(value)) add(budget, as, wordsOf(value));
  else if (Array.isArray(value) && value.every(isPlain)) add(budget, as, listOf(value));
  else if (Array.isArray(value)) {
    for (const [index, each] of value.slice(0, mostDetails).entries()) {
      addUnknown(budget, [...path, String(index + 1)], each);
    }
  } else if (isFields(value)) {
    for (const [name, each] of Object.entries(value).slice(0, mostEntries)) {
      addUnknown(budget, [...path, name], each);
    }
  }
}

/** `['biaya_lain', 'PKB']` → `Biaya lain PKB` */
function nameOf(path: readonly string[]): string {
  const words = oneLine(path.join(' ').replaceAll(/[_\s]+/g, ' '), longestName);
  return words === '' ? '?' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** `R1` and `1300` are one thing to a customer: `R1 / 1300VA`. IAK's power is a bare number of VA. */
function withTariffAndPower(details: readonly Detail[]): readonly Detail[] {
  const tariff = details.find(({ label }) => label === 'tariff');
  const power = details.find(({ label }) => label === 'power');
  if (tariff === undefined || power === undefined) return details;
  const watts = /^\d{1,9}$/.test(power.value) ? `${Number(power.value)}VA` : power.value;
  const both: Detail = {
    label: 'tariff-power',
    value: oneLine(`${tariff.value} / ${watts}`, longestValue),
  };
  return details.filter((detail) => detail !== power).map((detail) => (detail === tariff ? both : detail));
}
