import { rupiah } from '../money.ts';
import { countsAsPaid, isOpen } from '../payment/states.ts';
import { productIds, type ProductId } from '../products.ts';
import {
  mondayOf,
  type ReportQuery,
  type ReportRow,
  type ReportWay,
  type SalesCell,
  type SalesReport,
} from './sales-report.ts';

/** What a report is of cells: each cell counts in exactly one row, and there as sold, refused or uncertain. */
export function salesReport(query: ReportQuery, cells: readonly SalesCell[]): SalesReport {
  const { by, from, until, product, cashier, biller } = query;
  const rows = new Map<string, MutableRow>();
  const total = emptyRow('');
  const products = new Map<ProductId, number>();
  for (const cell of cells) {
    const isWithin =
      cell.day >= from &&
      cell.day <= until &&
      (product === null || cell.product === product) &&
      (cashier === null || cell.cashier === cashier) &&
      (biller === null || cell.biller === biller);
    if (!isWithin) continue;
    const key = keyOf(cell, by);
    const row = rows.get(key) ?? emptyRow(key);
    rows.set(key, row);
    add(row, cell);
    add(total, cell);
    if (countsAsPaid(cell.state)) {
      const billed = cell.due - cell.counterFee - cell.rounding;
      products.set(cell.product, (products.get(cell.product) ?? 0) + billed);
    }
  }
  return {
    query,
    rows: [...rows.values()].map(finished).toSorted(orderOf(by)),
    total: finished(total),
    products: productIds.flatMap((each) => {
      const amount = products.get(each);
      return amount === undefined ? [] : [{ product: each, amount: rupiah(amount) }];
    }),
  };
}

function keyOf({ day, product, cashier, biller }: SalesCell, by: ReportWay): string {
  switch (by) {
    case 'day':
      return day;
    case 'week':
      return mondayOf(day);
    case 'month':
      return day.slice(0, 7);
    case 'product':
      return product;
    case 'cashier':
      return cashier;
    case 'biller':
      return biller;
  }
}

const isOfTime = (by: ReportWay): boolean => by === 'day' || by === 'week' || by === 'month';

const orderOf =
  (by: ReportWay) =>
  (one: ReportRow, other: ReportRow): number =>
    (isOfTime(by) ? 0 : other.sold.billed - one.sold.billed) ||
    (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);

interface MutableRow {
  readonly key: string;
  readonly sold: Record<
    'count' | 'billed' | 'admin' | 'counterFee' | 'rounding' | 'commission' | 'told',
    number
  >;
  readonly refused: { count: number; amount: number };
  readonly uncertain: { count: number; amount: number };
}

const emptyRow = (key: string): MutableRow => ({
  key,
  sold: { count: 0, billed: 0, admin: 0, counterFee: 0, rounding: 0, commission: 0, told: 0 },
  refused: { count: 0, amount: 0 },
  uncertain: { count: 0, amount: 0 },
});

function add({ sold, refused, uncertain }: MutableRow, cell: SalesCell): void {
  const { state, count, due, counterFee, rounding } = cell;
  if (!countsAsPaid(state)) {
    const apart = isOpen(state) ? uncertain : refused;
    apart.count += count;
    apart.amount += due;
    return;
  }
  sold.count += count;
  sold.billed += due - counterFee - rounding;
  sold.admin += cell.admin;
  sold.counterFee += counterFee;
  sold.rounding += rounding;
  sold.commission += cell.commission;
  sold.told += cell.told;
}

const finished = ({ key, sold, refused, uncertain }: MutableRow): ReportRow => ({
  key,
  sold: {
    ...sold,
    billed: rupiah(sold.billed),
    admin: rupiah(sold.admin),
    counterFee: rupiah(sold.counterFee),
  },
  refused: { count: refused.count, amount: rupiah(refused.amount) },
  uncertain: { count: uncertain.count, amount: rupiah(uncertain.amount) },
});
