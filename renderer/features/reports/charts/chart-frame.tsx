import { useState, type ReactNode } from 'react';
import type { Table } from '../../../../shared/tables/table.ts';
import { useMessages } from '../../../store/use-counter.ts';
import { Button } from '../../../ui/button.tsx';
import { figuresHeard, FiguresTable } from '../../../ui/figures-table.tsx';
import './charts.css';

interface ChartFrameProps {
  readonly title: string;
  /** The same figures, for those who hear the screen, and for everybody who asks. */
  readonly table: Table;
  readonly children: ReactNode;
}

/** A chart with its figures: the table is there always, and in view in the chart's place when somebody wants it. */
export function ChartFrame({ title, table, children }: ChartFrameProps) {
  const { reports: words } = useMessages();
  const [isTable, setTable] = useState(false);
  return (
    <figure className="chart-frame">
      <figcaption className="chart-head">
        <span>{title}</span>
        <Button
          look="quiet"
          pressed={isTable}
          label={`${words.table}: ${title}`}
          onPress={() => setTable(!isTable)}
        >
          {isTable ? words.chart : words.table}
        </Button>
      </figcaption>
      {isTable ? (
        <div className="chart-table">
          <FiguresTable table={table} />
        </div>
      ) : (
        <>
          <div aria-hidden="true">{children}</div>
          <FiguresTable table={table} look={figuresHeard} />
        </>
      )}
    </figure>
  );
}
