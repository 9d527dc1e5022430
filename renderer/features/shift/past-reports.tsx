import type { KeyboardEvent } from 'react';
import { formatBusinessDay } from '../../../shared/business-day.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { differenceOf } from '../../../shared/shift/shift-figures.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { nextInGrid } from '../token/next-in-grid.ts';
import { differenceWords } from './difference-words.ts';
import { useDrawer, useDrawerView } from './use-drawer.ts';

/** Moves the focus among the buttons of the list. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = nextInGrid(event.key, at, buttons.length, 1);
  if (next === null) return;
  event.preventDefault();
  buttons[next]?.focus();
}

/** The Z reports there are, newest first, each to be printed once more. */
export function PastReports() {
  const m = useMessages();
  const drawer = useDrawer();
  const reports = useDrawerView((view) => view.reports);
  const hasOlder = useDrawerView((view) => view.hasOlder);
  const words = m.shift;
  return (
    <section className="drawer-part drawer-past" aria-label={words.past}>
      <h3 className="drawer-title">{words.past}</h3>
      {reports?.length === 0 && <p className="small">{words.noPast}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons take the keys */}
      <ul className="drawer-reports" onKeyDown={walk}>
        {reports?.map((report) => (
          <li key={report.number} className="drawer-report">
            <span>
              <strong>{words.number(report.number)}</strong> {formatBusinessDay(report.day)}
              <span className="small drawer-report-sum">
                {formatRupiah(report.counted)} · {differenceWords(differenceOf(report), m)}
              </span>
            </span>
            <Button
              label={words.reprint(report.number)}
              onPress={() => void drawer.printZ(report.number).catch(reportBug)}
            >
              {words.printAgain}
            </Button>
          </li>
        ))}
        {hasOlder && (
          <li>
            <Button onPress={() => void drawer.fetchOlder().catch(reportBug)}>{words.older}</Button>
          </li>
        )}
      </ul>
    </section>
  );
}
