import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { filterRows, type ChooseRow } from './filter-rows.ts';
import './choose-dialog.css';

interface ChooseDialogProps<Id extends string> {
  readonly title: string;
  readonly placeholder: string;
  readonly rows: readonly ChooseRow<Id>[];
  readonly onChoose: (id: Id) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** A list to choose one thing from: letters narrow it down, arrows and Enter choose, so does a finger. */
export function ChooseDialog<Id extends string>({
  title,
  placeholder,
  rows,
  onChoose,
}: ChooseDialogProps<Id>) {
  const m = useMessages();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const shown = filterRows(rows, typed);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ isCurrent }) => isCurrent),
    ),
  );
  const active = shown[at];

  // After every drawing: whatever changed, the row that Enter would take is in view.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const keyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.min(Math.max(0, at + step), Math.max(0, shown.length - 1)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active !== undefined && !event.repeat) onChoose(active.id);
    } else {
      const row = typed === '' ? rows.find(({ digit }) => digit === event.key) : undefined;
      if (row === undefined) return;
      event.preventDefault();
      onChoose(row.id);
    }
  };

  return (
    <PlaceDialog title={title} size="small" focusFirst={field}>
      <div className="choose">
        <input
          ref={field}
          className="form-input choose-field"
          role="combobox"
          aria-label={title}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active === undefined ? undefined : `${listId}-${active.id}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          maxLength={60}
          value={typed}
          onKeyDown={keyDown}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
        />
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be narrowed down by typing */}
        <div ref={list} id={listId} className="choose-list" role="listbox" aria-label={title}>
          {shown.map((row, index) => (
            <button
              key={row.id}
              id={`${listId}-${row.id}`}
              type="button"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option outside a select is not drawn
              role="option"
              tabIndex={-1}
              className="choose-row"
              aria-selected={index === at}
              data-current={row.isCurrent}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(row.id)}
            >
              {row.digit !== undefined && <KeyCap>{row.digit}</KeyCap>}
              <span className="choose-name">{row.name}</span>
              <span className="small choose-also">{row.also === row.name ? '' : row.also}</span>
            </button>
          ))}
        </div>
        {shown.length === 0 && <p className="choose-none">{m.service.none(typed)}</p>}
      </div>
    </PlaceDialog>
  );
}
