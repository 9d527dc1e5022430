import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BillerId } from '../../shared/biller-profile.ts';
import { isBusinessDay, type BusinessDay } from '../../shared/business-day.ts';
import type { LoketBridge } from '../../shared/contract/contract.ts';
import type {
  Exported,
  ExportFormat,
  ReconciliationView,
  StatementView,
} from '../../shared/contract/reports.ts';
import type { ReportWords } from '../../shared/i18n/report-words.ts';
import type { ProductId } from '../../shared/products.ts';
import type { ColumnMap } from '../../shared/reconcile/statement.ts';
import type { DepositDay } from '../../shared/report/deposit-days.ts';
import {
  dayAfter,
  daysBetween,
  longestReportDays,
  type ReportQuery,
  type ReportWay,
  type SalesReport,
} from '../../shared/report/sales-report.ts';

export const reportTabs = ['sales', 'deposits', 'reconcile'] as const;
export type ReportTab = (typeof reportTabs)[number];

export const spans = ['month', 'today', 'yesterday', 'week', 'last-month', 'range'] as const;
export type Span = (typeof spans)[number];

/** Which days, and which of what was sold on them, as it stands in the fields. */
export interface ReportFilters {
  readonly span: Span;
  /** The ends of a range as `yyyy-MM-dd`; either may be the earlier one. */
  readonly from: string;
  readonly until: string;
  readonly by: ReportWay;
  readonly product: ProductId | null;
  readonly cashier: string | null;
  readonly biller: BillerId | null;
}

export type ReportNote =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'problem'; readonly code: keyof ReportWords['problems'] };

/** The place of the reports as it is shown. */
export interface ReportsView {
  readonly tab: ReportTab;
  readonly filters: ReportFilters;
  readonly cashiers: readonly string[];
  /** `null` until main has told; `faulty` where it could not. What was shown stays while it is asked anew. */
  readonly report: SalesReport | 'faulty' | null;
  readonly deposits: readonly DepositDay[] | 'faulty' | null;
  readonly statement: StatementView | null;
  readonly map: ColumnMap | null;
  /** Whose statement it is. */
  readonly statementOf: BillerId | null;
  readonly comparison: ReconciliationView | null;
  readonly busy: 'saving' | 'opening' | 'comparing' | null;
  readonly note: ReportNote | null;
}

export interface Reports {
  readonly store: StoreApi<ReportsView>;
  readonly choose: (tab: ReportTab) => void;
  readonly filter: (part: Partial<ReportFilters>) => Promise<void>;
  /** Asks for what is in view; anew where the ledger has changed since: its revision is another. */
  readonly follow: (revision: number) => Promise<void>;
  /** Asks again, where the ledger could not be read. */
  readonly again: () => Promise<void>;
  readonly save: (format: ExportFormat) => Promise<void>;
  readonly openStatement: () => Promise<void>;
  readonly setColumn: (field: keyof ColumnMap, column: number | null) => void;
  readonly setBiller: (biller: BillerId) => void;
  readonly compare: () => Promise<void>;
}

/** The days that a span means; an end that is no day is today. */
function daysOf(
  { span, from, until }: Pick<ReportFilters, 'span' | 'from' | 'until'>,
  today: BusinessDay,
): { readonly from: BusinessDay; readonly until: BusinessDay } {
  switch (span) {
    case 'today':
      return { from: today, until: today };
    case 'yesterday':
      return { from: dayAfter(today, -1), until: dayAfter(today, -1) };
    case 'week':
      return { from: dayAfter(today, -6), until: today };
    case 'month':
      return { from: firstOf(today), until: today };
    case 'last-month': {
      const last = dayAfter(firstOf(today), -1);
      return { from: firstOf(last), until: last };
    }
    case 'range': {
      const [one, other] = [from, until].map((end) => (isBusinessDay(end) ? end : today)).toSorted();
      const [first, last] = [one ?? today, other ?? today];
      return daysBetween(first, last) < longestReportDays
        ? { from: first, until: last }
        : { from: dayAfter(last, 1 - longestReportDays), until: last };
    }
  }
}

const firstOf = (day: BusinessDay): BusinessDay => dayAfter(day, 1 - Number(day.slice(8)));

export interface ReportsPorts {
  readonly bridge: Pick<
    LoketBridge,
    'report' | 'deposits' | 'saveReport' | 'openStatement' | 'reconcile' | 'cashiers'
  >;
  readonly today: () => BusinessDay;
  /** The biller that is sold with now. */
  readonly biller: BillerId | null;
}

export function createReports({ bridge, today, biller }: ReportsPorts): Reports {
  const store = createStore<ReportsView>(() => ({
    tab: 'sales',
    filters: {
      span: 'month',
      from: today(),
      until: today(),
      by: 'day',
      product: null,
      cashier: null,
      biller: null,
    },
    cashiers: [],
    report: null,
    deposits: null,
    statement: null,
    map: null,
    statementOf: biller,
    comparison: null,
    busy: null,
    note: null,
  }));
  const { getState } = store;
  const change = (part: Partial<ReportsView>): void => store.setState(part);
  /** An answer that was overtaken by a newer question is dropped. */
  let asked = 0;
  let followed: number | undefined;

  const salesQuery = (): ReportQuery => {
    const { by, product, cashier, biller: of, ...filters } = getState().filters;
    return { by, ...daysOf(filters, today()), product, cashier, biller: of };
  };

  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const days = daysOf(getState().filters, today());
    const [report, deposits, cashiers] = await Promise.all([
      bridge.report(salesQuery()),
      bridge.deposits(days),
      bridge.cashiers(),
    ]);
    if (mine !== asked) return;
    change({
      report: report.ok ? report.value : 'faulty',
      deposits: deposits.ok ? deposits.value : 'faulty',
      ...(cashiers.ok ? { cashiers: cashiers.value } : {}),
    });
  };

  const exported = (): Exported => {
    const { tab, filters } = getState();
    switch (tab) {
      case 'sales':
        return { kind: 'sales', query: salesQuery() };
      case 'deposits':
        return { kind: 'deposits', days: daysOf(filters, today()) };
      case 'reconcile':
        return { kind: 'reconciliation' };
    }
  };

  return {
    store,
    async follow(revision) {
      if (revision === followed) return;
      followed = revision;
      await ask();
    },
    again: ask,
    choose: (tab) => change({ tab, note: null }),
    async filter(part) {
      change({ filters: { ...getState().filters, ...part }, note: null });
      await ask();
    },
    async save(format) {
      if (getState().busy !== null) return;
      change({ busy: 'saving', note: null });
      const saved = await bridge.saveReport({ of: exported(), format }).finally(() => change({ busy: null }));
      if (!saved.ok) change({ note: { kind: 'problem', code: saved.error.code } });
      else if (saved.value !== null) change({ note: { kind: 'saved', path: saved.value.path } });
    },
    async openStatement() {
      if (getState().busy !== null) return;
      change({ busy: 'opening', note: null });
      const opened = await bridge.openStatement().finally(() => change({ busy: null }));
      if (!opened.ok) change({ note: { kind: 'problem', code: opened.error.code } });
      else if (opened.value !== null)
        change({ statement: opened.value, map: opened.value.map, comparison: null });
    },
    setColumn(field, column) {
      const { map } = getState();
      if (map !== null) change({ map: { ...map, [field]: column }, comparison: null, note: null });
    },
    setBiller: (of) => change({ statementOf: of, comparison: null, note: null }),
    async compare() {
      const { map, statementOf, filters, busy } = getState();
      if (busy !== null || map === null || statementOf === null) return;
      change({ busy: 'comparing', note: null });
      const compared = await bridge
        .reconcile({ biller: statementOf, map, ...daysOf(filters, today()) })
        .finally(() => change({ busy: null }));
      change(
        compared.ok
          ? { comparison: compared.value }
          : { comparison: null, note: { kind: 'problem', code: compared.error.code } },
      );
    },
  };
}
