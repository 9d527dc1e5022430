import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import type { HistoryView } from '../../store/history.ts';
import { noFilters } from '../../store/history.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { formatDayAndClock } from '../../ui/clock.ts';
import { SearchList, SearchRow } from '../../ui/search-list.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useHistory, useHistoryView } from './use-history.ts';
import './history-list.css';

export const historyListId = 'history-list';
export const historyRowId = (place: number): string => `history-row-${place}`;

/** Of every row, in CSS pixels: all are alike. */
const rowHeight = 56;
/** So many rows before the last one in view the next page is asked for. */
const ahead = 15;

/** What was found, newest first. Only the rows in view are drawn. */
export function HistoryList() {
  const m = useMessages();
  const history = useHistory();
  const entries = useHistoryView((view) => view.entries) ?? [];
  const at = useHistoryView((view) => view.at);
  const filters = useHistoryView((view) => view.filters);
  const isCurrent = useHistoryView((view) => view.isCurrent);
  const isOpen = useHistoryView((view) => view.details !== null);
  const now = instant(useNow(60_000));
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? -1;

  useEffect(() => {
    if (last >= 0 && last >= entries.length - ahead) history.fetchMore().catch(reportBug);
  }, [history, last, entries.length, isCurrent]);
  useEffect(() => {
    if (at < entries.length) rows.scrollToIndex(at, { align: 'auto' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only a move of the hand scrolls, not a page that comes
  }, [at, filters]);

  return (
    <>
      <div className="history-frame">
        <SearchList
          id={historyListId}
          label={m.history.list}
          className="history-list"
          frame={frame}
          isBusy={!isCurrent}
        >
          <div className="history-all" role="presentation" style={{ height: rows.getTotalSize() }}>
            {drawn.map(({ index, start }) => {
              const entry = entries[index];
              return (
                entry !== undefined && (
                  <HistoryRow
                    key={entry.id}
                    entry={entry}
                    place={index}
                    top={start}
                    isLookedAt={index === at}
                    isOpen={isOpen && index === at}
                    total={entries.length}
                    now={now}
                  />
                )
              );
            })}
          </div>
        </SearchList>
        <HistoryEmpty />
      </div>
      <HistoryCount />
    </>
  );
}

interface HistoryRowProps {
  readonly entry: HistoryEntry;
  readonly place: number;
  /** From the top of the list, in CSS pixels. */
  readonly top: number;
  readonly isLookedAt: boolean;
  readonly isOpen: boolean;
  readonly total: number;
  readonly now: Instant;
}

function HistoryRow({ entry, place, top, isLookedAt, isOpen, total, now }: HistoryRowProps) {
  const m = useMessages();
  const zone = useShopZone();
  const history = useHistory();
  return (
    <SearchRow
      id={historyRowId(place)}
      className="history-row"
      data-state={entry.state}
      data-open={isOpen}
      isActive={isLookedAt}
      aria-posinset={place + 1}
      aria-setsize={total}
      style={{ transform: `translateY(${top}px)` }}
      onTake={() => history.open(place)}
    >
      <span className="history-time">{formatDayAndClock(entry.sentAt, now, zone).slice(0, -3)}</span>
      <span className="history-who">
        <strong>{entry.name}</strong>
        <span className="small">
          {groupNumber(entry.customerNumber)} · {m.products[entry.product].short}
        </span>
      </span>
      <strong className="history-due">{formatRupiah(entry.due)}</strong>
      <span className="history-state">{m.states[entry.state]}</span>
    </SearchRow>
  );
}

/** In the middle of an empty list: that nothing fits, that it is looked for, or that the records cannot be read. */
function HistoryEmpty() {
  const m = useMessages();
  const history = useHistory();
  const words = useHistoryView((view) => emptyWords(view, m));
  const isFaulty = useHistoryView((view) => view.isFaulty);
  const hasRows = useHistoryView((view) => (view.entries?.length ?? 0) > 0);
  if (hasRows) return null;
  return (
    <div className="history-empty">
      <p role={isFaulty ? 'alert' : 'status'}>{words}</p>
      {isFaulty && <Button onPress={() => void history.again().catch(reportBug)}>{m.history.again}</Button>}
    </div>
  );
}

function emptyWords({ entries, isFaulty, filters }: HistoryView, { history: words }: Messages): string {
  if (isFaulty) return words.faulty;
  if (entries === null) return words.loading;
  const isAnything = filters.text === '' && filters.day === 'all' && noneChosen(filters);
  return isAnything ? words.empty : words.none;
}

const noneChosen = ({ cashier, state, product }: HistoryView['filters']): boolean =>
  cashier === noFilters.cashier && state === noFilters.state && product === noFilters.product;

/** How many there are, under the list; always of one height. */
function HistoryCount() {
  const m = useMessages();
  const history = useHistory();
  const words = useHistoryView((view) => countWords(view, m));
  const isStuck = useHistoryView((view) => view.isFaulty && (view.entries?.length ?? 0) > 0);
  return (
    <div className="history-count">
      <output data-testid="history-count">{words}</output>
      {isStuck && <Button onPress={() => void history.again().catch(reportBug)}>{m.history.again}</Button>}
    </div>
  );
}

function countWords(view: HistoryView, { history: words }: Messages): string {
  const { entries, hasMore, isFetchingMore, isFaulty } = view;
  if (entries === null || entries.length === 0) return '';
  if (isFaulty) return words.faulty;
  if (isFetchingMore) return words.loadingMore;
  return hasMore ? words.first(entries.length) : words.all(entries.length);
}
