import { formatBusinessDay, isBusinessDay } from '../../../shared/business-day.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { rowName, salesTable } from '../../../shared/report/report-tables.ts';
import { takenFor, type ReportWay, type SalesReport } from '../../../shared/report/sales-report.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { BarChart } from './charts/bar-chart.tsx';
import { ChartFrame } from './charts/chart-frame.tsx';
import { ShareChart } from './charts/share-chart.tsx';
import { ReportFilterRow } from './report-filter-row.tsx';
import { useBillerNames, useReports, useReportsView } from './use-reports.ts';
import { FiguresTable } from '../../ui/figures-table.tsx';

/** What was sold: the sums, how they lie over the days and the products, and row by row. */
export function SalesPage() {
  const { reports: words } = useMessages();
  const reports = useReports();
  const report = useReportsView((view) => view.report);
  return (
    <>
      <ReportFilterRow daysOnly={false} />
      {report === null ? (
        <p className="reports-empty">{words.loading}</p>
      ) : report === 'faulty' ? (
        <div className="reports-empty" role="alert">
          <p>{words.faulty}</p>
          <Button onPress={() => void reports.again().catch(reportBug)}>{words.again}</Button>
        </div>
      ) : report.rows.length === 0 ? (
        <p className="reports-empty">{words.empty}</p>
      ) : (
        <SalesFigures report={report} />
      )}
    </>
  );
}

const isOfTime = (by: ReportWay): boolean => by === 'day' || by === 'week' || by === 'month';

function SalesFigures({ report }: { readonly report: SalesReport }) {
  const m = useMessages();
  const { reports: words } = m;
  const names = useBillerNames();
  const { sold, refused, uncertain } = report.total;
  const table = salesTable(report, m, names);
  const { by } = report.query;
  const shares = report.products
    .toSorted((one, other) => other.amount - one.amount)
    .map(({ product, amount }) => ({ name: m.products[product].name, amount }));
  return (
    <>
      <dl className="reports-sums" data-testid="reports-sums">
        <Figure name={words.count} value={sold.count} />
        <Figure name={words.billed} value={sold.billed} />
        <Figure name={words.admin} value={sold.admin} />
        <Figure name={words.counterFee} value={sold.counterFee} />
        {sold.rounding !== 0 && <Figure name={words.rounding} value={sold.rounding} />}
        {sold.told > 0 && <Figure name={words.commission} value={sold.commission} />}
        <Figure name={words.taken} value={takenFor(sold)} />
        {refused.count > 0 && <Figure name={words.refused} value={refused.count} apart="refused" />}
        {uncertain.count > 0 && <Figure name={words.uncertain} value={uncertain.count} apart="unknown" />}
      </dl>
      {(refused.count > 0 || uncertain.count > 0 || sold.told < sold.count) && (
        <p className="small">
          {refused.count + uncertain.count > 0 && words.apartNote(refused.count, uncertain.count)}{' '}
          {sold.told < sold.count && words.commissionNote(sold.told, sold.count)}
        </p>
      )}
      <div className="reports-charts">
        {isOfTime(by) && report.rows.length > 1 && (
          <ChartFrame
            title={by === 'day' ? words.perDay : words.billed}
            table={{
              name: words.billed,
              columns: [
                { header: words.rowOf[by], kind: 'text', sum: false },
                { header: words.billed, kind: 'rupiah', sum: true },
              ],
              rows: report.rows.map(({ key, sold: of }) => [rowName(key, by, m, names), of.billed]),
              total: words.total,
            }}
          >
            <BarChart
              bars={report.rows.map(({ key, sold: of }) => ({
                name: isBusinessDay(key) ? formatBusinessDay(key).slice(0, 5) : rowName(key, by, m, names),
                amount: of.billed,
              }))}
            />
          </ChartFrame>
        )}
        {shares.length > 1 && (
          <ChartFrame
            title={words.share}
            table={{
              name: words.share,
              columns: [
                { header: words.rowOf.product, kind: 'text', sum: false },
                { header: words.billed, kind: 'rupiah', sum: true },
              ],
              rows: shares.map(({ name, amount }) => [name, amount]),
              total: words.total,
            }}
          >
            <ShareChart shares={shares} others={words.others} />
          </ChartFrame>
        )}
      </div>
      <section className="figures-frame" aria-label={table.name} data-testid="reports-table">
        <FiguresTable table={table} />
      </section>
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly apart?: 'refused' | 'unknown';
}

function Figure({ name, value, apart }: FigureProps) {
  return (
    <div data-apart={apart}>
      <dt>{name}</dt>
      <dd>{formatRupiah(value)}</dd>
    </div>
  );
}
