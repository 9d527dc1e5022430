import type { KeyboardEvent, RefObject } from 'react';
import { longestHistoryText } from '../../store/history.ts';
import { useMessages } from '../../store/use-counter.ts';
import { historyListId, historyRowId } from './history-list.tsx';
import { useHistory, useHistoryView } from './use-history.ts';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 7, PageUp: -7 };

/** The field that looks for payments as one types; arrows walk in what was found. */
export function HistorySearch({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const { history: words } = useMessages();
  const history = useHistory();
  const text = useHistoryView((view) => view.filters.text);
  const at = useHistoryView((view) => view.at);
  const hasRows = useHistoryView((view) => (view.entries?.length ?? 0) > 0);
  const keyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step !== undefined) history.move(step);
    else if (!event.repeat) history.open();
  };
  return (
    <input
      ref={field}
      className="form-input history-field"
      role="combobox"
      aria-label={words.search}
      aria-expanded
      aria-controls={historyListId}
      aria-activedescendant={hasRows ? historyRowId(at) : undefined}
      autoComplete="off"
      spellCheck={false}
      placeholder={words.search}
      maxLength={longestHistoryText}
      value={text}
      onKeyDown={keyDown}
      onChange={(event) => history.type(event.currentTarget.value)}
    />
  );
}
