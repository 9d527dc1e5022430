import { formatRupiah, rupiah, sumRupiah, type Rupiah } from '../../../shared/money.ts';
import type { Detail } from '../../../shared/payment/detail.ts';
import type { Bill } from '../../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { DescRow } from './desc.ts';

/**
 * What the rows of an answer's `desc` have to do with its bills. Only a row's `total` is documented to have its
 * admin in it and to add up to `price` (PLN, Telkom); a PDAM's rows are meter readings and parts of the bill, and a
 * mobile operator's are empty strings. So totals decide and must agree, and rows without any are details.
 */

/** The most bills a quote has, and details a bill. */
const mostBills = 24;
const mostDetails = 60;

export interface Amounts {
  readonly nominal: Rupiah;
  readonly admin: Rupiah;
  /** `nominal + admin`. */
  readonly price: Rupiah;
}

/**
 * The bills of an inquiry: its rows, where every one is a bill and the fees add up as well; otherwise one bill with
 * the answer's own amounts, the rows being its details. `mismatched` where the rows' totals are not the price.
 */
export function billsOf(
  { nominal, admin, price }: Amounts,
  period: string,
  rows: readonly DescRow[],
): Result<readonly Bill[], 'mismatched'> {
  const totals = totalsOf(rows);
  if (totals === 'some') return err('mismatched');
  if (totals !== 'none') {
    if (sumRupiah(totals) !== price) return err('mismatched');
    const bills = rows.map((row) => billOf(row, period, rows.length === 1));
    const fees = bills.reduce((sum, bill) => sum + (bill?.adminFee ?? 0), 0);
    if (rows.length <= mostBills && fees === admin) {
      const whole = bills.filter((bill) => bill !== undefined);
      if (whole.length === rows.length) return ok(whole);
    }
  }
  const details = mergeRows(rows);
  return ok([
    {
      ...(period === '' ? {} : { period }),
      amount: nominal,
      adminFee: admin,
      total: price,
      ...(details.length === 0 ? {} : { details }),
    },
  ]);
}

/** A penalty is part of the amount: what is not the bank's fee is the company's. */
function billOf(row: DescRow, periodOfAll: string, isOnly: boolean): Bill | undefined {
  const { total, adminFee = rupiah(0), details } = row;
  if (total === undefined || adminFee > total) return undefined;
  const period = (row.period ?? (isOnly ? periodOfAll : '')).slice(0, 40);
  return {
    ...(period === '' ? {} : { period }),
    amount: rupiah(total - adminFee),
    adminFee,
    total,
    ...(details.length === 0 ? {} : { details: details.slice(0, mostDetails) }),
  };
}

/**
 * The details a payment's rows bring for each bill of its quote, in the quote's order, since the slips are. Each bill
 * must find a row of its total; where either side is a single one, the sum has to do. `mismatched` otherwise.
 */
export function detailsOfBills(
  bills: readonly Bill[],
  total: Rupiah,
  rows: readonly DescRow[],
): Result<readonly (readonly Detail[])[], 'mismatched'> {
  const totals = totalsOf(rows);
  if (totals === 'some') return err('mismatched');
  if (totals !== 'none' && sumRupiah(totals) !== total) return err('mismatched');
  if (rows.length === 0) return ok([]);
  if (bills.length === 1) return ok([rows.length === 1 ? rows.flatMap(detailsOf) : mergeRows(rows)]);
  if (totals === 'none') return ok(rows.length === bills.length ? rows.map(detailsOf) : []);
  if (rows.length === 1) return ok([]);
  const left = [...rows];
  const found: (readonly Detail[])[] = [];
  for (const bill of bills) {
    const ofTotal = left.filter((row) => row.total === bill.total);
    const row = ofTotal.find(({ period }) => period === bill.period) ?? ofTotal[0];
    if (row === undefined) return err('mismatched');
    left.splice(left.indexOf(row), 1);
    found.push(detailsOf(row));
  }
  return left.length === 0 ? ok(found) : err('mismatched');
}

/** Every row's total, or that some or none have one; one that is no amount counts, and is nobody's. */
function totalsOf(rows: readonly DescRow[]): readonly Rupiah[] | 'some' | 'none' {
  if (rows.some(({ hasOddTotal }) => hasOddTotal === true)) return 'some';
  const totals = rows.flatMap(({ total }) => total ?? []);
  if (totals.length === 0) return 'none';
  return totals.length === rows.length ? totals : 'some';
}

const detailsOf = ({ details }: DescRow): readonly Detail[] => details.slice(0, mostDetails);

/** Rows that are no bills of their own, one after the other, each led by its period and amount. */
const mergeRows = (rows: readonly DescRow[]): readonly Detail[] =>
  rows
    .flatMap(({ period, amount, total, details }): readonly Detail[] => [
      ...(period === undefined || rows.length === 1 ? [] : [{ label: 'period' as const, value: period }]),
      ...valued('amount', amount),
      ...valued('total', total),
      ...details,
    ])
    .slice(0, mostDetails);

const valued = (label: 'amount' | 'total', value: Rupiah | undefined): readonly Detail[] =>
  value === undefined ? [] : [{ label, value: formatRupiah(value) }];
