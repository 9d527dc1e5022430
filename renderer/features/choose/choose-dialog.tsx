import { useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { SearchField, SearchList, SearchRow, showActiveRow } from '../../ui/search-list.tsx';
import { filterRows, type ChooseRow } from './filter-rows.ts';
import './choose-dialog.css';

interface ChooseDialogProps<Id extends string> {
  readonly title: string;
  readonly placeholder: string;
  readonly rows: readonly ChooseRow<Id>[];
  readonly onChoose: (id: Id) => void;
}

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

  useEffect(() => showActiveRow(list.current));

  const take = (row: ChooseRow<Id> | undefined): boolean => {
    if (row !== undefined) onChoose(row.id);
    return row !== undefined;
  };

  return (
    <PlaceDialog title={title} size="small" focusFirst={field}>
      <div className="choose">
        <SearchField
          field={field}
          list={listId}
          active={active === undefined ? undefined : `${listId}-${active.id}`}
          label={title}
          placeholder={placeholder}
          className="choose-field"
          longest={60}
          page={8}
          text={typed}
          onType={(text) => {
            setTyped(text);
            setAt(0);
          }}
          onMove={(by) => setAt(Math.min(Math.max(0, at + by), Math.max(0, shown.length - 1)))}
          onTake={() => take(active)}
          onOtherKey={(key) => typed === '' && take(rows.find(({ digit }) => digit === key))}
        />
        <SearchList id={listId} label={title} className="choose-list" frame={list}>
          {shown.map((row, index) => (
            <SearchRow
              key={row.id}
              id={`${listId}-${row.id}`}
              className="choose-row"
              isActive={index === at}
              data-current={row.isCurrent}
              onTake={() => onChoose(row.id)}
            >
              {row.digit !== undefined && <KeyCap>{row.digit}</KeyCap>}
              <span className="choose-name">{row.name}</span>
              <span className="small choose-also">{row.also === row.name ? '' : row.also}</span>
            </SearchRow>
          ))}
        </SearchList>
        {shown.length === 0 && <p className="choose-none">{m.service.none(typed)}</p>}
      </div>
    </PlaceDialog>
  );
}
