import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { cursorHere } from './cursor.ts';
import { readEdit, type Deletion, type Grouping } from './grouped-input.ts';

interface GroupedFieldProps {
  readonly id: string;
  readonly className: string;
  readonly label: string;
  /** The clean text, without what groups it. */
  readonly value: string;
  readonly grouping: Grouping;
  readonly onType: (clean: string) => void;
  readonly onEnter: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Reads a pasted text; where it is absent a paste is cleaned like typing. */
  readonly readPaste?: (text: string) => string;
  readonly readOnly: boolean;
  /** Whether typing belongs here now. */
  readonly isCursor: boolean;
  readonly describedBy: string;
  readonly invalid?: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  /** What holds while the field is empty. */
  readonly placeholder?: string | undefined;
  readonly inputMode?: 'numeric' | 'text';
}

const deletions: Readonly<Record<string, Deletion>> = {
  deleteContentBackward: 'backward',
  deleteContentForward: 'forward',
};

/** A field that groups what is typed into it and keeps the caret beside the character it was beside. */
export function GroupedField({
  id,
  className,
  label,
  value,
  grouping,
  onType,
  onEnter,
  readPaste,
  readOnly,
  isCursor,
  describedBy,
  invalid = false,
  field,
  placeholder,
  inputMode = 'numeric',
}: GroupedFieldProps) {
  const caret = useRef<number | null>(null);

  // After every drawing: React puts the caret at the end wherever it writes a value.
  useLayoutEffect(() => {
    const input = field.current;
    if (caret.current === null || input === null || document.activeElement !== input) return;
    input.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  return (
    <input
      ref={field}
      id={id}
      className={className}
      aria-label={label}
      type="text"
      inputMode={inputMode}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      value={grouping.group(value)}
      readOnly={readOnly}
      {...(isCursor ? cursorHere : {})}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={(event) => {
        const input = event.currentTarget;
        const how = event.nativeEvent instanceof InputEvent ? event.nativeEvent.inputType : '';
        const edited = readEdit(
          value,
          input.value,
          input.selectionStart ?? input.value.length,
          deletions[how] ?? null,
          grouping,
        );
        caret.current = edited.caret;
        // The same text leaves React nothing to draw, and the browser's ungrouped one would stay.
        if (edited.clean === value) {
          input.value = grouping.group(value);
          input.setSelectionRange(edited.caret, edited.caret);
        }
        onType(edited.clean);
      }}
      onPaste={(event) => {
        if (readPaste === undefined || readOnly) return;
        event.preventDefault();
        const input = event.currentTarget;
        const text = event.clipboardData.getData('text');
        const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
        const ahead = input.value.slice(0, input.selectionStart ?? 0);
        const behind = input.value.slice(input.selectionEnd ?? 0);
        const pasted = readPaste(text);
        const clean = grouping.clean(whole ? pasted : `${ahead}${pasted}${behind}`);
        caret.current = grouping.group(clean).length;
        onType(clean);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          onEnter(event);
        }
      }}
    />
  );
}
