import { use, useEffect, useRef, useState, type RefObject } from 'react';
import { businessDay, usualDay } from '../../../shared/business-day.ts';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import { isPadShown } from '../../store/counter-view.ts';
import { createHistory, type History } from '../../store/history.ts';
import {
  CounterContext,
  useCommands,
  useCounterState,
  useMessages,
  useView,
} from '../../store/use-counter.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { historyKeys } from '../keys/key-map.ts';
import { TouchPad } from '../touch-pad/touch-pad.tsx';
import { HistoryDetails } from './history-details.tsx';
import { HistoryFilterRow } from './history-filter-row.tsx';
import { HistoryList } from './history-list.tsx';
import { HistorySearch } from './history-search.tsx';
import { HistoryContext, useHistoryView } from './use-history.ts';
import './history-dialog.css';

/** What was sold: found as one types, and what happened to each. */
export function HistoryDialog({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages();
  const { ledgerRevision } = useCounterState();
  const counter = use(CounterContext);
  const [history] = useState(() =>
    createHistory({
      bridge,
      today: () => businessDay(instant(Date.now()), counter?.store.getState().counter?.day ?? usualDay),
    }),
  );
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => () => history.stop(), [history]);
  useEffect(() => {
    history.follow(ledgerRevision).catch(reportBug);
  }, [history, ledgerRevision]);
  return (
    <HistoryContext value={history}>
      <PlaceDialog title={m.history.label} size="large" focusFirst={field}>
        <HistoryParts field={field} history={history} />
      </PlaceDialog>
    </HistoryContext>
  );
}

interface HistoryPartsProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly history: History;
}

function HistoryParts({ field, history }: HistoryPartsProps) {
  const m = useMessages();
  const commands = useCommands();
  const isOpen = useHistoryView((view) => view.details !== null);
  const hasPad = useView(isPadShown);
  const wasOpen = useRef(false);
  // From the details one comes back to the field, which the list is walked from.
  useEffect(() => {
    if (wasOpen.current && !isOpen) field.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, field]);
  const showAtCounter = (): void => {
    const id = history.store.getState().details?.payment?.quote.id;
    if (id === undefined) return;
    commands.close();
    commands.showPayment(id);
  };
  useEffect(() => {
    const down = (event: KeyboardEvent): void => pressed(event, history, showAtCounter);
    // Wherever the focus is, and before what leads out of the place.
    window.addEventListener('keydown', down, { capture: true });
    return () => window.removeEventListener('keydown', down, { capture: true });
  });
  return (
    <div className="history" data-open={isOpen} data-pad={hasPad}>
      <div className="history-find">
        <HistorySearch field={field} />
        <HistoryFilterRow />
        <HistoryList />
      </div>
      <div className="history-side">
        {isOpen ? (
          <HistoryDetails onShow={showAtCounter} />
        ) : hasPad ? (
          // Whatever was touched before it, a filter for one, its digits are looked for.
          <TouchPad into={field} />
        ) : (
          <p className="history-hint">{m.history.hint}</p>
        )}
      </div>
    </div>
  );
}

/** The keys of the place. They are on the buttons that do the same. */
function pressed(event: KeyboardEvent, history: History, showAtCounter: () => void): void {
  // What the counter has taken, the key that locks it for one, is not meant here.
  if (event.repeat || event.defaultPrevented) return;
  const act = (work: () => unknown): void => {
    event.preventDefault();
    // What leads one step back does not lead out of the place.
    event.stopPropagation();
    Promise.resolve(work()).catch(reportBug);
  };
  if (event.key === 'Escape') {
    if (history.back()) act(() => undefined);
    return;
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const combo = `Ctrl+${event.key.toUpperCase()}`;
  switch (combo) {
    case historyKeys.reprint.combo:
      return act(history.reprint);
    case historyKeys.copy.combo:
      return act(history.copyText);
    case historyKeys.picture.combo:
      return act(history.savePicture);
    case historyKeys.pdf.combo:
      return act(history.savePdf);
    case historyKeys.check.combo:
      return act(history.check);
    case historyKeys.show.combo:
      return act(showAtCounter);
    case historyKeys.refund.combo:
      return act(history.refund);
  }
}
