import { formatBusinessDay, isBusinessDay } from '../business-day.ts';
import type { FoundPair, ReconcileGroup } from '../contract/reports.ts';
import type { Messages } from '../i18n/id.ts';
import type { Table, TableColumn } from '../tables/table.ts';
import { isOfferedProduct } from './row-names.ts';
import type { DepositDay } from './deposit-days.ts';
import { takenFor, type ReportWay, type SalesReport } from './sales-report.ts';

// The reports as tables: what is saved, and what stands on A4.

const text = (header: string): TableColumn => ({ header, kind: 'text', sum: false });
const count = (header: string): TableColumn => ({ header, kind: 'count', sum: true });
const money = (header: string): TableColumn => ({ header, kind: 'rupiah', sum: true });

/** What a row is called: a day as people write it, a product's or a biller's name. */
export function rowName(
  key: string,
  by: ReportWay,
  m: Pick<Messages, 'products' | 'reports'>,
  billerName: (id: string) => string,
): string {
  switch (by) {
    case 'day':
    case 'week':
      return isBusinessDay(key) ? formatBusinessDay(key) : key;
    case 'month':
      return key.split('-').toReversed().join('/');
    case 'product':
      return isOfferedProduct(key) ? m.products[key].name : key;
    case 'cashier':
      return key === '' ? m.reports.nobody : key;
    case 'biller':
      return billerName(key);
  }
}

export function salesTable(
  { query, rows, total }: SalesReport,
  m: Pick<Messages, 'products' | 'reports'>,
  billerName: (id: string) => string,
): Table {
  const words = m.reports;
  return {
    name: words.ways[query.by],
    columns: [
      text(words.rowOf[query.by]),
      count(words.count),
      money(words.billed),
      money(words.admin),
      money(words.counterFee),
      money(words.rounding),
      ...(total.sold.told === 0 ? [] : [money(words.commission)]),
      money(words.taken),
      count(words.refused),
      money(words.refusedSum),
      count(words.uncertain),
      money(words.uncertainSum),
    ],
    rows: rows.map(({ key, sold, refused, uncertain }) => [
      rowName(key, query.by, m, billerName),
      sold.count,
      sold.billed,
      sold.admin,
      sold.counterFee,
      sold.rounding,
      ...(total.sold.told === 0 ? [] : [sold.told === 0 ? null : sold.commission]),
      takenFor(sold),
      refused.count,
      refused.amount,
      uncertain.count,
      uncertain.amount,
    ]),
    total: words.total,
  };
}

export function depositTable(
  days: readonly DepositDay[],
  { reports: { deposit: words } }: Pick<Messages, 'reports'>,
  billerName: (id: string) => string,
): Table {
  return {
    name: words.label,
    columns: [text(words.biller), text(words.day), { header: words.amount, kind: 'rupiah', sum: false }],
    rows: days.map(({ biller, day, amount }) => [billerName(biller), formatBusinessDay(day), amount]),
    total: null,
  };
}

export function pairsTable(
  pairs: readonly (FoundPair & { readonly group: ReconcileGroup })[],
  m: Pick<Messages, 'reports' | 'states'>,
): Table {
  const words = m.reports.reconcile;
  return {
    name: m.reports.tabs.reconcile,
    columns: [
      text(words.group),
      { header: words.line, kind: 'count', sum: false },
      text(words.fields.day),
      text(words.number),
      text(words.name),
      text(words.reference),
      money(words.there),
      money(words.here),
      money(words.difference),
      text(words.state),
    ],
    rows: pairs.map(({ group, line, day, number, name, reference, there, here, state }) => [
      words.groups[group],
      line,
      day === null ? null : formatBusinessDay(day),
      number,
      name,
      reference,
      there,
      here,
      (there ?? 0) - (here ?? 0),
      state === null ? null : m.states[state],
    ]),
    total: m.reports.total,
  };
}
