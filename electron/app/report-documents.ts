import type { A4Document } from '../../shared/a4/a4-document.ts';
import { shopDocument } from '../../shared/a4/shop-document.ts';
import { formatBusinessDay, type BusinessDay } from '../../shared/business-day.ts';
import type { Exported, FoundPair, ReconcileGroup } from '../../shared/contract/reports.ts';
import { messagesFor, type Messages } from '../../shared/i18n/messages.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { formatRupiah } from '../../shared/money.ts';
import { depositReach, type DepositQuery } from '../../shared/report/deposit-days.ts';
import { depositTable, pairsTable, salesTable } from '../../shared/report/report-tables.ts';
import type { ReportQuery, SalesReport } from '../../shared/report/sales-report.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import { mostTableRows } from '../../shared/tables/table.ts';
import type { LedgerQueries } from '../ledger/ledger.ts';
import type { Clock } from './clock.ts';
import type { Compared } from './reconciling.ts';

export interface ReportDocumentParts {
  readonly queries: Pick<LedgerQueries, 'report' | 'deposits'>;
  /** The last comparison with a statement. */
  readonly compared: () => Compared | undefined;
  readonly shop: () => ShopSettings;
  readonly billerName: (id: string) => string;
  readonly ledger: LedgerKind;
  readonly clock: Clock;
}

type Made = Result<
  { readonly name: string; readonly document: A4Document },
  { readonly code: 'ledger-not-read' | 'nothing-to-save' | 'too-many' }
>;

/** A report, the deposits or the last comparison with a statement, with its name, as it leaves the program. */
export async function makeReportDocument(of: Exported, parts: ReportDocumentParts): Promise<Made> {
  const { queries, compared, shop, billerName, ledger, clock } = parts;

  const documentOf = (over: Parameters<typeof shopDocument>[0]): A4Document =>
    shopDocument(over, { shop: shop(), ledger, at: clock.now() });

  const daysOf = (m: Messages, from: BusinessDay, until: BusinessDay) => ({
    label: m.reports.period,
    value: m.reports.days(formatBusinessDay(from), formatBusinessDay(until)),
  });

  const ofSales = async (query: ReportQuery, m: Messages): Promise<Made> => {
    const found = await queries.report(query);
    if (!found.ok) return err({ code: 'ledger-not-read' });
    const report = found.value;
    if (report.rows.length === 0) return err({ code: 'nothing-to-save' });
    const { product, cashier, biller, from, until, by } = query;
    return ok({
      name: `${m.reports.label}-${by}-${from}-${until}`,
      document: documentOf({
        title: `${m.reports.tabs.sales} ${m.reports.ways[by].toLowerCase()}`,
        facts: [
          daysOf(m, from, until),
          ...(product === null ? [] : [{ label: m.reports.rowOf.product, value: m.products[product].name }]),
          ...(cashier === null
            ? []
            : [{ label: m.reports.rowOf.cashier, value: cashier === '' ? m.reports.nobody : cashier }]),
          ...(biller === null ? [] : [{ label: m.reports.rowOf.biller, value: billerName(biller) }]),
        ],
        tables: [salesTable(report, m, billerName)],
        notes: notesOf(report, m),
      }),
    });
  };

  const ofDeposits = async (days: DepositQuery, m: Messages): Promise<Made> => {
    const found = await queries.deposits(days);
    if (!found.ok) return err({ code: 'ledger-not-read' });
    if (found.value.length === 0) return err({ code: 'nothing-to-save' });
    const billers = [...new Set(found.value.map(({ biller }) => biller))];
    const words = m.reports.deposit;
    return ok({
      name: `${m.reports.tabs.deposits}-${days.from}-${days.until}`,
      document: documentOf({
        title: words.label,
        facts: [daysOf(m, days.from, days.until)],
        tables: [depositTable(found.value, m, billerName)],
        notes: [
          words.note,
          ...billers.map((biller) => {
            const reach = depositReach(found.value.filter((day) => day.biller === biller));
            const told =
              reach.kind === 'days'
                ? words.reach.days(reach.days, formatRupiah(reach.perDay))
                : words.reach[reach.kind];
            return `${billerName(biller)}: ${told}`;
          }),
        ],
      }),
    });
  };

  const ofComparison = (m: Messages): Made => {
    const last = compared();
    if (last === undefined) return err({ code: 'nothing-to-save' });
    const pairs = last.groups.flatMap(({ group, pairs: found }) =>
      found.map((pair): FoundPair & { readonly group: ReconcileGroup } => ({ group, ...pair })),
    );
    if (pairs.length > mostTableRows) return err({ code: 'too-many' });
    const words = m.reports.reconcile;
    return ok({
      name: `${m.reports.tabs.reconcile}-${last.from}-${last.until}`,
      document: documentOf({
        title: words.label,
        facts: [
          daysOf(m, last.from, last.until),
          { label: words.biller, value: billerName(last.biller) },
          ...last.groups.map(({ group, pairs: found }) => ({
            label: words.groups[group],
            value: String(found.length),
          })),
        ],
        tables: [pairsTable(pairs, m)],
        notes: [
          words.evidence,
          ...(last.refusedThere === 0 ? [] : [words.refusedThere(last.refusedThere)]),
          ...(last.faulty.length === 0 ? [] : [words.faultyLines(last.faulty.length)]),
        ],
      }),
    });
  };

  const m = messagesFor(shop().language);
  switch (of.kind) {
    case 'sales':
      return ofSales(of.query, m);
    case 'deposits':
      return ofDeposits(of.days, m);
    default:
      return ofComparison(m);
  }
}

/** What stands under a report: what is not in its sums, and of what its commission is. */
function notesOf({ total }: SalesReport, { reports: words }: Messages): readonly string[] {
  const { sold, refused, uncertain } = total;
  return [
    ...(refused.count + uncertain.count === 0 ? [] : [words.apartNote(refused.count, uncertain.count)]),
    ...(sold.told < sold.count ? [words.commissionNote(sold.told, sold.count)] : []),
  ];
}
