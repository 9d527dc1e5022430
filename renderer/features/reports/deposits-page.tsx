import { formatBusinessDay } from '../../../shared/business-day.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { depositReach, type DepositDay } from '../../../shared/report/deposit-days.ts';
import { depositTable } from '../../../shared/report/report-tables.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { ChartFrame } from './charts/chart-frame.tsx';
import { LineChart } from './charts/line-chart.tsx';
import { ReportFilterRow } from './report-filter-row.tsx';
import { useBillerNames, useReports, useReportsView } from './use-reports.ts';

/** What the billers told of their deposits, day by day, and how long they last. */
export function DepositsPage() {
  const { reports: words } = useMessages();
  const reports = useReports();
  const deposits = useReportsView((view) => view.deposits);
  const billers = Array.isArray(deposits) ? [...new Set(deposits.map(({ biller }) => biller))] : [];
  return (
    <>
      <ReportFilterRow daysOnly />
      {deposits === null ? (
        <p className="reports-empty">{words.loading}</p>
      ) : deposits === 'faulty' ? (
        <div className="reports-empty" role="alert">
          <p>{words.faulty}</p>
          <Button onPress={() => void reports.again().catch(reportBug)}>{words.again}</Button>
        </div>
      ) : deposits.length === 0 ? (
        <p className="reports-empty">{words.deposit.empty}</p>
      ) : (
        billers.map((biller) => (
          <DepositOf key={biller} biller={biller} days={deposits.filter((day) => day.biller === biller)} />
        ))
      )}
    </>
  );
}

function DepositOf({ biller, days }: { readonly biller: string; readonly days: readonly DepositDay[] }) {
  const m = useMessages();
  const names = useBillerNames();
  const words = m.reports.deposit;
  const reach = depositReach(days);
  return (
    <section className="deposit-of" aria-label={names(biller)}>
      <h3>
        {names(biller)}: Rp {formatRupiah(days.at(-1)?.amount ?? 0)}
      </h3>
      <p data-testid="deposit-reach">
        {reach.kind === 'days'
          ? words.reach.days(reach.days, formatRupiah(reach.perDay))
          : words.reach[reach.kind]}
      </p>
      <ChartFrame title={words.label} table={depositTable(days, m, names)}>
        <LineChart points={days.map(({ day, amount }) => ({ day, name: formatBusinessDay(day), amount }))} />
      </ChartFrame>
      <p className="small">{words.note}</p>
    </section>
  );
}
