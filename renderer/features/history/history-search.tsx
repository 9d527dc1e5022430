import type { RefObject } from 'react';
import { longestHistoryText } from '../../store/history.ts';
import { useMessages } from '../../store/use-counter.ts';
import { SearchField } from '../../ui/search-list.tsx';
import { historyListId, historyRowId } from './history-list.tsx';
import { useHistory, useHistoryView } from './use-history.ts';

/** The field that looks for payments as one types; arrows walk in what was found. */
export function HistorySearch({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const { history: words } = useMessages();
  const history = useHistory();
  const text = useHistoryView((view) => view.filters.text);
  const at = useHistoryView((view) => view.at);
  const hasRows = useHistoryView((view) => (view.entries?.length ?? 0) > 0);
  return (
    <SearchField
      field={field}
      list={historyListId}
      active={hasRows ? historyRowId(at) : undefined}
      label={words.search}
      placeholder={words.search}
      className="history-field"
      longest={longestHistoryText}
      page={7}
      text={text}
      onType={history.type}
      onMove={history.move}
      onTake={() => history.open()}
    />
  );
}
