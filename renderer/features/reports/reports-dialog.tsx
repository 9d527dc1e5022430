import { Tabs } from '@base-ui/react/tabs';
import { use, useEffect, useRef, useState } from 'react';
import { businessDay, usualDay } from '../../../shared/business-day.ts';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import { createReports, reportTabs, type Reports, type ReportTab } from '../../store/reports.ts';
import { CounterContext, useBillerInHand, useCounterState, useMessages } from '../../store/use-counter.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { reportKeys } from '../keys/key-map.ts';
import { DepositsPage } from './deposits-page.tsx';
import { ReconcilePage } from './reconcile-page.tsx';
import { SalesPage } from './sales-page.tsx';
import { SaveKeys } from './save-keys.tsx';
import { ReportsContext, useReportsView } from './use-reports.ts';
import './reports-dialog.css';

/** What was sold, added up; the deposits; and a comparison with a biller's statement. For supervisors, where people sign in. */
export function ReportsDialog({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages();
  const { ledgerRevision, signsIn, present } = useCounterState();
  const counter = use(CounterContext);
  const biller = useBillerInHand();
  const tabs = useRef<HTMLDivElement>(null);
  const mayRead = !signsIn || present?.role === 'supervisor';
  const [reports] = useState(() =>
    createReports({
      bridge,
      today: () => businessDay(instant(Date.now()), counter?.store.getState().counter?.day ?? usualDay),
      biller: biller?.id ?? null,
    }),
  );
  useEffect(() => {
    if (mayRead) reports.follow(ledgerRevision).catch(reportBug);
  }, [reports, ledgerRevision, mayRead]);
  return (
    <ReportsContext value={reports}>
      <PlaceDialog title={m.reports.label} size="large" {...(mayRead ? { focusFirst: tabs } : {})}>
        {mayRead ? (
          <ReportParts tabs={tabs} reports={reports} />
        ) : (
          <p className="reports-closed">{m.reports.forSupervisors}</p>
        )}
      </PlaceDialog>
    </ReportsContext>
  );
}

interface ReportPartsProps {
  readonly tabs: React.RefObject<HTMLDivElement | null>;
  readonly reports: Reports;
}

function ReportParts({ tabs, reports }: ReportPartsProps) {
  const { reports: words } = useMessages();
  const tab = useReportsView((view) => view.tab);
  useEffect(() => {
    tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [tabs]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the whole place
    <div className="reports" onKeyDown={(event) => pressed(event, reports)}>
      <Tabs.Root
        className="reports-tabs-root"
        value={tab}
        onValueChange={(value: ReportTab) => reports.choose(value)}
      >
        <div className="reports-head">
          <Tabs.List ref={tabs} className="reports-tabs" aria-label={words.label}>
            {reportTabs.map((each) => (
              <Tabs.Tab key={each} value={each} className="place-tab">
                {words.tabs[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <SaveKeys />
        </div>
        <Tabs.Panel value="sales" className="reports-page">
          <SalesPage />
        </Tabs.Panel>
        <Tabs.Panel value="deposits" className="reports-page">
          <DepositsPage />
        </Tabs.Panel>
        <Tabs.Panel value="reconcile" className="reports-page">
          <ReconcilePage />
        </Tabs.Panel>
      </Tabs.Root>
      <Said />
    </div>
  );
}

/** The keys of the place. They are on the buttons that do the same. */
function pressed(event: React.KeyboardEvent, reports: Reports): void {
  if (event.repeat || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const combo = `Ctrl+${event.key.toUpperCase()}`;
  const format = (['xlsx', 'csv', 'pdf'] as const).find((each) => reportKeys[each].combo === combo);
  const isOpen = combo === reportKeys.open.combo && reports.store.getState().tab === 'reconcile';
  if (format === undefined && !isOpen) return;
  event.preventDefault();
  event.stopPropagation();
  (format === undefined ? reports.openStatement() : reports.save(format)).catch(reportBug);
}

/** What came of the last thing that was done. */
function Said() {
  const { reports: words } = useMessages();
  const note = useReportsView((view) => view.note);
  const busy = useReportsView((view) => view.busy);
  const isTrouble = note?.kind === 'problem';
  return (
    <p
      className={`reports-said ${isTrouble ? 'form-fault' : ''}`}
      role={isTrouble ? 'alert' : 'status'}
      data-testid="reports-said"
    >
      {busy === 'saving'
        ? words.saving
        : busy === 'opening'
          ? words.reconcile.opening
          : busy === 'comparing'
            ? words.reconcile.comparing
            : note === null
              ? ''
              : note.kind === 'saved'
                ? words.saved(note.path)
                : words.problems[note.code]}
    </p>
  );
}
