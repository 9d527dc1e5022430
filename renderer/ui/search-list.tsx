import type { ComponentProps, KeyboardEvent, ReactNode, RefObject } from 'react';

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** The id of its `SearchList`. */
  readonly list: string;
  /** The id of the row that Enter would take; `undefined` where there is none. */
  readonly active: string | undefined;
  readonly label: string;
  readonly placeholder: string;
  readonly className: string;
  /** In characters. */
  readonly longest: number;
  /** How many rows a page is. */
  readonly page: number;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** Walks by so many rows, back where it is negative. */
  readonly onMove: (by: number) => void;
  /** Takes the row that is walked to. */
  readonly onTake: () => void;
  /** What else a key does here; `true` where it did something. */
  readonly onOtherKey?: (key: string) => boolean;
}

/** The field of a list that is narrowed down by typing. The focus stays in it: arrows walk in the list, Enter takes. */
export function SearchField({
  field,
  list,
  active,
  label,
  placeholder,
  className,
  longest,
  page,
  text,
  onType,
  onMove,
  onTake,
  onOtherKey,
}: SearchFieldProps) {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
  };
  const does = ({ key, repeat }: KeyboardEvent): boolean => {
    const step = steps[key];
    if (step === undefined && key !== 'Enter') return onOtherKey?.(key) === true;
    if (step !== undefined) onMove(step);
    else if (!repeat) onTake();
    return true;
  };
  return (
    <input
      ref={field}
      className={`form-input ${className}`}
      role="combobox"
      aria-label={label}
      aria-expanded
      aria-controls={list}
      aria-activedescendant={active}
      autoComplete="off"
      spellCheck={false}
      placeholder={placeholder}
      maxLength={longest}
      value={text}
      onKeyDown={(event) => {
        if (does(event)) event.preventDefault();
      }}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

interface SearchListProps {
  readonly id: string;
  readonly label: string;
  readonly className: string;
  readonly frame?: RefObject<HTMLDivElement | null>;
  /** What is shown is not yet what fits the text. */
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

/** The rows of a `SearchField`. It can take the focus by itself, but for its scrolling alone. */
export const SearchList = ({ id, label, className, frame, isBusy, children }: SearchListProps) => (
  <div
    ref={frame}
    id={id}
    className={className}
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be narrowed down by typing
    role="listbox"
    tabIndex={-1}
    aria-label={label}
    aria-busy={isBusy}
  >
    {children}
  </div>
);

interface SearchRowProps extends Omit<ComponentProps<'button'>, 'role' | 'type' | 'tabIndex' | 'onClick'> {
  readonly id: string;
  /** Enter would take it. */
  readonly isActive: boolean;
  readonly onTake: () => void;
}

/** One of them, for a finger. */
export const SearchRow = ({ isActive, onTake, children, ...rest }: SearchRowProps) => (
  <button
    {...rest}
    type="button"
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option outside a select is not drawn
    role="option"
    tabIndex={-1}
    aria-selected={isActive}
    // The focus stays in the field.
    onMouseDown={(event) => event.preventDefault()}
    onClick={onTake}
  >
    {children}
  </button>
);

/** Brings the row that Enter would take into view. To be called after every drawing. */
export const showActiveRow = (frame: HTMLElement | null): void =>
  frame?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
