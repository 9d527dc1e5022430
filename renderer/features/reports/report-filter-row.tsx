import { productIds } from '../../../shared/products.ts';
import { reportWays } from '../../../shared/report/sales-report.ts';
import { reportBug } from '../../report-bug.ts';
import { spans, type ReportFilters } from '../../store/reports.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { Choice, DateField } from '../history/history-filter-row.tsx';
import { useReports, useReportsView } from './use-reports.ts';

/** Which days; for what was sold also by what it is added up, and which of it. */
export function ReportFilterRow({ daysOnly }: { readonly daysOnly: boolean }) {
  const m = useMessages();
  const { reports: words } = m;
  const reports = useReports();
  const filters = useReportsView((view) => view.filters);
  const cashiers = useReportsView((view) => view.cashiers);
  const billers = useView((view) => view.counter?.billers) ?? [];
  const set = (part: Partial<ReportFilters>): void => void reports.filter(part).catch(reportBug);
  return (
    <fieldset className="history-filters" aria-label={words.filters}>
      <Choice
        label={words.span}
        value={filters.span}
        choices={spans.map((span) => [span, words.spans[span]] as const)}
        onChoose={(span) => set({ span })}
      />
      {filters.span === 'range' && (
        <>
          <DateField label={words.from} value={filters.from} onChange={(from) => set({ from })} />
          <DateField label={words.until} value={filters.until} onChange={(until) => set({ until })} />
        </>
      )}
      {!daysOnly && (
        <>
          <Choice
            label={words.by}
            value={filters.by}
            choices={reportWays.map((by) => [by, words.ways[by]] as const)}
            onChoose={(by) => set({ by })}
          />
          <Choice
            label={words.rowOf.product}
            value={filters.product}
            choices={[
              [null, words.anyProduct],
              ...productIds.map((product) => [product, m.products[product].name] as const),
            ]}
            onChoose={(product) => set({ product })}
          />
          {cashiers.length > 0 && (
            <Choice
              label={words.rowOf.cashier}
              value={filters.cashier}
              choices={[[null, words.anyCashier], ...cashiers.map((name) => [name, name] as const)]}
              onChoose={(cashier) => set({ cashier })}
            />
          )}
          {billers.length > 1 && (
            <Choice
              label={words.rowOf.biller}
              value={filters.biller}
              choices={[[null, words.anyBiller], ...billers.map(({ id, name }) => [id, name] as const)]}
              onChoose={(biller) => set({ biller })}
            />
          )}
        </>
      )}
    </fieldset>
  );
}
