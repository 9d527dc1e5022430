import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

/** Of every row, in CSS pixels: all are alike. */
const rowHeight = 48;

interface VirtualRowsProps {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** The place that is looked at. */
  readonly at: number;
  readonly onMove: (place: number) => void;
  /** A key that walks nowhere; `true` where it did something. */
  readonly onKey: (event: KeyboardEvent<HTMLDivElement>) => boolean;
  readonly isMultiple?: boolean;
  readonly takesFocus?: boolean;
  readonly renderRow: (place: number, top: number) => ReactNode;
}

/** A long list that is walked with arrows; only what is in view is drawn. The focus stays on the list itself. */
export function VirtualRows(props: VirtualRowsProps) {
  const { id, label, count, at, onMove, onKey, isMultiple = false, takesFocus = false, renderRow } = props;
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  useEffect(() => {
    if (at < count) rows.scrollToIndex(at, { align: 'auto' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only a move of the hand scrolls
  }, [at]);
  useEffect(() => {
    if (takesFocus) frame.current?.focus();
  }, [takesFocus]);
  const drawn = rows.getVirtualItems();
  const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  return (
    <div
      ref={frame}
      id={id}
      className="lots-rows"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select draws no such rows
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={isMultiple}
      aria-activedescendant={drawn.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        const to = event.altKey ? undefined : steps[event.key];
        if (to !== undefined) onMove(to);
        if (to !== undefined || onKey(event)) event.preventDefault();
      }}
    >
      <div role="presentation" className="lots-rows-all" style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start }) => renderRow(index, start))}
      </div>
    </div>
  );
}
