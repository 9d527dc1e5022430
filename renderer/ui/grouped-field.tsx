import { useLayoutEffect, useMemo, useReducer, useRef, type KeyboardEvent, type RefObject } from 'react';
import { cursorHere } from './cursor.ts';
import {
  nativeEdit,
  readEdit,
  standsAs,
  type Deletion,
  type Edited,
  type Grouping,
} from './grouped-input.ts';

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

/** Writes into the field only what it does not hold yet: each write makes the browser lay it out at once. */
function write(input: HTMLInputElement, text: string, caret: number | null): void {
  if (input.value !== text) input.value = text;
  if (caret === null || document.activeElement !== input) return;
  if (input.selectionStart !== caret || input.selectionEnd !== caret) input.setSelectionRange(caret, caret);
}

/**
 * A field that groups what is typed into it and keeps the caret beside the character it was beside. What stands in it
 * is the field's own; React draws the element, but a key goes past it, and what does not change of it is not drawn.
 */
export function GroupedField(props: GroupedFieldProps) {
  const { id, className, label, value, grouping, readOnly, isCursor, describedBy, field } = props;
  const { invalid = false, placeholder, inputMode = 'numeric' } = props;
  /** The props of the last drawing, and the clean text in the field, which may be a key ahead of them. */
  const last = useRef({ props, clean: value });
  const caret = useRef<number | null>(null);
  const [, drawAnew] = useReducer((drawn: number) => drawn + 1, 0);

  // After every drawing: whoever has the text may have taken another one than was typed.
  useLayoutEffect(() => {
    last.current = { props, clean: value };
    const text = grouping.group(value);
    if (field.current !== null && field.current.value !== text) write(field.current, text, caret.current);
    caret.current = null;
  });

  const hands = useMemo(() => {
    const take = (input: HTMLInputElement, { clean, caret: at }: Edited): void => {
      write(input, last.current.props.grouping.group(clean), at);
      last.current.clean = clean;
      caret.current = at;
      last.current.props.onType(clean);
      drawAnew();
    };
    /** Before the browser edits: where its edit would not stand, ours goes in at once, instead of both. */
    const before = (event: InputEvent): void => {
      const input = event.currentTarget;
      if (!(input instanceof HTMLInputElement) || input.readOnly || !event.cancelable) return;
      const { value: text, selectionStart: start, selectionEnd: end } = input;
      const made = nativeEdit(text, start ?? text.length, end ?? text.length, event.inputType, event.data);
      if (made === null) return;
      const {
        clean,
        props: { grouping: by },
      } = last.current;
      const edited = readEdit(clean, made.value, made.caret, deletions[event.inputType] ?? null, by);
      if (standsAs(made, edited, by)) return;
      event.preventDefault();
      take(input, edited);
    };
    const after = (event: Event): void => {
      const input = event.currentTarget;
      if (!(input instanceof HTMLInputElement)) return;
      // Nobody else listens to it: React would search the whole way up for whom to tell.
      event.stopPropagation();
      const how = event instanceof InputEvent ? event.inputType : '';
      const at = input.selectionStart ?? input.value.length;
      const {
        clean,
        props: { grouping: by },
      } = last.current;
      take(input, readEdit(clean, input.value, at, deletions[how] ?? null, by));
    };
    return { before, after, take };
  }, []);

  useLayoutEffect(() => {
    const input = field.current;
    input?.addEventListener('beforeinput', hands.before);
    input?.addEventListener('input', hands.after);
    return () => {
      input?.removeEventListener('beforeinput', hands.before);
      input?.removeEventListener('input', hands.after);
    };
  }, [field, hands]);

  return useMemo(
    () => (
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
        readOnly={readOnly}
        {...(isCursor ? cursorHere : {})}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onPaste={(event) => {
          const { readPaste, grouping: by } = last.current.props;
          if (readPaste === undefined || readOnly) return;
          event.preventDefault();
          const input = event.currentTarget;
          const text = event.clipboardData.getData('text');
          const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
          const ahead = input.value.slice(0, input.selectionStart ?? 0);
          const behind = input.value.slice(input.selectionEnd ?? 0);
          const pasted = readPaste(text);
          const clean = by.clean(whole ? pasted : `${ahead}${pasted}${behind}`);
          hands.take(input, { clean, caret: by.group(clean).length });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          last.current.props.onEnter(event);
        }}
      />
    ),
    [className, describedBy, field, hands, id, inputMode, invalid, isCursor, label, placeholder, readOnly],
  );
}
