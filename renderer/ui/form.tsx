import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';
import './form.css';

/**
 * Why something cannot be changed here. What is locked keeps its place in the order of Tab, so that whoever hears the page
 * comes by it and is told.
 */
export function LockNote({ id, lock }: { readonly id: string; readonly lock: string }) {
  return (
    <p id={id} className="small form-lock">
      <Icon name="lock" size={16} /> {lock}
    </p>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly note?: string | undefined;
  /** Why it cannot be saved; stands in the note's place. */
  readonly fault?: string | undefined;
  readonly maxLength: number;
  readonly type?: 'text' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'url';
  readonly disabled?: boolean;
  /** Why it cannot be changed at all; stands in the note's place. */
  readonly lock?: string | undefined;
}

/** A line of text with its name above, and below it what one should know or mend. */
export function TextField({
  label,
  value,
  onType,
  note,
  fault,
  maxLength,
  type = 'text',
  inputMode = 'text',
  disabled = false,
  lock,
}: TextFieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="form-input"
        type={type}
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        value={value}
        maxLength={maxLength}
        disabled={disabled}
        readOnly={lock !== undefined}
        aria-disabled={lock !== undefined}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {lock === undefined ? (
        <p id={`${id}-note`} className={fault === undefined ? 'small' : 'form-fault'}>
          {fault ?? note ?? ''}
        </p>
      ) : (
        <LockNote id={`${id}-note`} lock={lock} />
      )}
    </div>
  );
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, string>>): readonly Key[] =>
  Object.keys(record) as Key[];

interface LongTextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly note: string;
  readonly maxLength: number;
  readonly lock?: string | undefined;
}

/** A few lines of text, with what belongs into it beside its name. Enter begins a new one. */
export function LongTextField({ label, value, onType, note, maxLength, lock }: LongTextFieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {label}{' '}
        <span id={`${id}-note`} className="small">
          {note}
        </span>
      </label>
      <textarea
        id={id}
        className="form-input form-text"
        autoComplete="off"
        spellCheck={false}
        value={value}
        maxLength={maxLength}
        readOnly={lock !== undefined}
        aria-disabled={lock !== undefined}
        aria-describedby={lock === undefined ? `${id}-note` : `${id}-lock`}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {lock !== undefined && <LockNote id={`${id}-lock`} lock={lock} />}
    </div>
  );
}

interface ChoiceFieldProps<Choice extends string> {
  readonly label: string;
  readonly choices: Readonly<Record<Choice, string>>;
  /** Where it is absent, the order in which the choices are written down. */
  readonly order?: readonly Choice[];
  /** `null` while nothing is chosen. */
  readonly value: Choice | null;
  readonly onChoose: (choice: Choice) => void;
  readonly note?: string | undefined;
  /** Why nothing else can be chosen. */
  readonly lock?: string | undefined;
}

/** A few things to choose from, all in view. */
export function ChoiceField<Choice extends string>({
  label,
  choices,
  order = keysOf(choices),
  value,
  onChoose,
  note,
  lock,
}: ChoiceFieldProps<Choice>) {
  const name = useId();
  return (
    <fieldset
      className="form-field form-choices"
      aria-describedby={lock === undefined ? undefined : `${name}-lock`}
    >
      <legend>{label}</legend>
      <div className="form-choices-row">
        {order.map((choice) => (
          <label key={choice} className="form-choice">
            <input
              type="radio"
              name={name}
              checked={choice === value}
              aria-disabled={lock !== undefined}
              onChange={() => lock === undefined && onChoose(choice)}
            />
            {choices[choice]}
          </label>
        ))}
      </div>
      {note !== undefined && <p className="small">{note}</p>}
      {lock !== undefined && <LockNote id={`${name}-lock`} lock={lock} />}
    </fieldset>
  );
}

interface SelectFieldProps<Choice extends string> {
  readonly label: string;
  readonly choices: Readonly<Record<Choice, string>>;
  /** Where it is absent, the order in which the choices are written down. */
  readonly order?: readonly Choice[];
  readonly value: Choice;
  readonly onChoose: (choice: Choice) => void;
  readonly note?: string | undefined;
  readonly disabled?: boolean;
}

/** One of many things, or of things with long names: in a list that unfolds. */
export function SelectField<Choice extends string>({
  label,
  choices,
  order = keysOf(choices),
  value,
  onChoose,
  note,
  disabled = false,
}: SelectFieldProps<Choice>) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="form-input"
        value={value}
        disabled={disabled}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          const chosen = order.find((choice) => choice === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {order.map((choice) => (
          <option key={choice} value={choice}>
            {choices[choice]}
          </option>
        ))}
      </select>
      <p id={`${id}-note`} className="small">
        {note ?? ''}
      </p>
    </div>
  );
}

/** Saves what stands above it, and says what came of it. */
export function SaveRow({
  label,
  note,
  isTrouble,
}: {
  readonly label: string;
  readonly note: string;
  readonly isTrouble: boolean;
}) {
  return (
    <div className="form-save">
      <button type="submit" className="button button-main" aria-keyshortcuts="Enter">
        {label} <KeyCap>Enter</KeyCap>
      </button>
      <p role={isTrouble ? 'alert' : 'status'} className={isTrouble ? 'form-fault' : ''}>
        {note}
      </p>
    </div>
  );
}

/** A page of a form. Enter anywhere in it saves; where that fails, the cursor goes to the first field to mend. */
export function FormPage({
  children,
  onSave,
}: {
  readonly children: ReactNode;
  readonly onSave: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const isSaving = useRef(false);
  // After the drawing that follows a save: only then is it known which fields are at fault.
  useEffect(() => {
    if (!isSaving.current) return;
    isSaving.current = false;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
  return (
    <form
      ref={form}
      className="form-page"
      onSubmit={(event) => {
        event.preventDefault();
        isSaving.current = true;
        onSave();
      }}
    >
      {children}
    </form>
  );
}
