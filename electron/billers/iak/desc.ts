import type { Rupiah } from '../../../shared/money.ts';
import type { Detail } from '../../../shared/payment/detail.ts';
import type { ProductId } from '../../../shared/products.ts';
import { readAmount } from './amount.ts';
import { readDetails } from './desc-details.ts';
import { billField, descField } from './desc-fields.ts';
import { isFields, textOf, type Fields } from './desc-values.ts';
import { fieldOf, isThere } from './reply-document.ts';

/** One row of `tagihan.detail` or `bill.detail`: a month, or all months in one. Only exact amounts are amounts. */
export interface DescRow {
  readonly period?: string;
  readonly amount?: Rupiah;
  readonly adminFee?: Rupiah;
  readonly total?: Rupiah;
  /** Something stands for a total that is no exact amount. */
  readonly hasOddTotal?: true;
  readonly details: readonly Detail[];
}

/** What an answer's `desc` says, for the eye and the paper: nothing in it decides whether anything was paid. */
export interface DescReading {
  readonly details: readonly Detail[];
  readonly rows: readonly DescRow[];
  /** Bills still open after the whole payment (PLN's `lembar_tagihan_sisa`). */
  readonly billsLeft?: number;
}

/** What `billSchema` allows. */
const longestPeriod = 40;

/**
 * Reads `desc`, whose fields differ from product to product: known ones by their label, others by the name IAK gave
 * them. Never throws: an empty text (which is how IAK writes an empty object), a list or anything odd says nothing.
 */
export function readDesc(product: ProductId, desc: unknown): DescReading {
  if (!isFields(desc)) return { details: [], rows: [] };
  const { rows, rest } = takeRows(desc);
  const billsLeft = readCount(desc['lembar_tagihan_sisa']);
  return {
    details: readDetails(rest, descField(product)),
    rows: rows.map(readRow).filter(saysSomething),
    ...(billsLeft === undefined ? {} : { billsLeft }),
  };
}

/** The rows, and `desc` without them. JSON and our reader of XML give a list; other readers a list or a single row. */
function takeRows(desc: Fields): { readonly rows: readonly Fields[]; readonly rest: Fields } {
  for (const holder of ['tagihan', 'bill']) {
    const held = Object.hasOwn(desc, holder) ? desc[holder] : undefined;
    if (!isFields(held) || !Object.hasOwn(held, 'detail')) continue;
    const { detail, ...beside } = held;
    const { [holder]: _, ...rest } = desc;
    // However many: a total in a row that was not read would be no part of the sum.
    const rows = (Array.isArray(detail) ? detail : [detail]).filter(isFields);
    return { rows, rest: Object.keys(beside).length === 0 ? rest : { ...rest, [holder]: beside } };
  }
  return { rows: [], rest: desc };
}

/** What a row has outside its details, and where: Telkom, PLN, mobile and TV name it in Indonesian, PDAM in English. */
const columnOf: ReadonlyMap<string, Exclude<keyof DescRow, 'details' | 'hasOddTotal'>> = new Map([
  ['periode', 'period'],
  ['period', 'period'],
  ['nilai_tagihan', 'amount'],
  ['bill_amount', 'amount'],
  ['admin', 'adminFee'],
  ['total', 'total'],
]);

/** A column that cannot be read exactly is left among the details, where it is shown as it came. */
function readRow(row: Fields): DescRow {
  const columns: { period?: string; amount?: Rupiah; adminFee?: Rupiah; total?: Rupiah } = {};
  const rest = Object.entries(row).filter(([name, value]) => {
    const column = columnOf.get(name);
    if (column === undefined || columns[column] !== undefined) return true;
    if (column === 'period') {
      const period = textOf(value, longestPeriod);
      if (period !== '') columns.period = period;
      return false;
    }
    const amount = readAmount(value);
    if (amount !== undefined) columns[column] = amount;
    return amount === undefined;
  });
  const hasOddTotal = columns.total === undefined && isThere(fieldOf(row, 'total'));
  return {
    ...columns,
    ...(hasOddTotal ? { hasOddTotal } : {}),
    details: readDetails(Object.fromEntries(rest), billField),
  };
}

/** Mobile's rows have every column and nothing in them. */
const saysSomething = ({ details, ...columns }: DescRow): boolean =>
  details.length > 0 || Object.keys(columns).length > 0;

/** A number of bills, as a number or in digits; at most what `confirmationSchema` allows. */
function readCount(value: unknown): number | undefined {
  const digits = /^\d{1,3}$/.exec(textOf(value, 4))?.[0];
  return digits === undefined ? undefined : Number(digits);
}
