import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import { reportKeys } from '../keys/key-map.ts';
import { useReports, useReportsView } from './use-reports.ts';

const labels = { xlsx: 'Excel', csv: 'CSV', pdf: 'PDF' } as const;

/** Saves what is in view as a file. */
export function SaveKeys() {
  const { reports: words } = useMessages();
  const reports = useReports();
  const hasFigures = useReportsView(({ tab, report, deposits, comparison }) =>
    tab === 'sales'
      ? report !== null && report !== 'faulty' && report.rows.length > 0
      : tab === 'deposits'
        ? deposits !== null && deposits !== 'faulty' && deposits.length > 0
        : comparison !== null,
  );
  return (
    <div className="reports-save">
      {(['xlsx', 'csv', 'pdf'] as const).map((format) => (
        <Button
          key={format}
          keyCap={reportKeys[format].combo}
          disabled={!hasFigures}
          onPress={() => void reports.save(format).catch(reportBug)}
        >
          <Heard>{words.export}</Heard> {labels[format]}
        </Button>
      ))}
    </div>
  );
}
