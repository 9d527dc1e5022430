import { useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { pinSchema } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import './owner-pin-form.css';

/** Why a PIN did not do what it was typed for. */
export type PinRefusal = keyof Messages['pinProblems'];

export interface OwnerPinFormProps {
  /** What will happen, and what else is asked for it. */
  readonly children: ReactNode;
  readonly confirm: string;
  /** Whether the owner's PIN is asked for; where it is not, a press of the confirming key is enough. */
  readonly asksPin?: boolean;
  /** Whose PIN; the owner's where nothing is said. */
  readonly label?: string;
  /** What keeps it from being confirmed, apart from the PIN. */
  readonly missing?: string | null;
  /** Whether a digit typed at first goes to the PIN: not where the dialog came by itself under somebody's hands. */
  readonly takesDigits?: boolean;
  /** Answers why it was not done; once it is, the form is gone. The PIN is empty where none is asked for. */
  readonly onPin: (pin: string) => Promise<PinRefusal | null>;
  readonly onCancel: () => void;
  /** The way back, for whoever gives it the focus. */
  readonly cancel: RefObject<HTMLButtonElement | null>;
}

/**
 * Asks the owner's PIN, or a second confirmation, for something that cannot be undone. The PIN stays in this field and
 * leaves with it. An Enter that is held down since before confirms nothing and calls nothing off.
 */
export function OwnerPinForm({
  children,
  confirm,
  asksPin = true,
  label,
  missing = null,
  takesDigits = true,
  onPin,
  onCancel,
  cancel,
}: OwnerPinFormProps) {
  const m = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [state, setState] = useState<'typing' | 'asking' | PinRefusal>('typing');
  const isAsking = state === 'asking';
  const hasPin = !asksPin || pinSchema.safeParse(pin).success;
  const canConfirm = hasPin && missing === null && !isAsking;
  const refusal = state === 'typing' || state === 'asking' ? null : m.pinProblems[state];

  const submit = (): void => {
    if (!canConfirm) return;
    setState('asking');
    onPin(pin)
      .then((refused) => {
        if (refused === null) return;
        setState(refused);
        setPin('');
        field.current?.focus();
      })
      .catch((reason: unknown) => {
        setState('typing');
        reportBug(reason);
      });
  };
  const typeIntoPin = ({ key }: KeyboardEvent): void => {
    if (takesDigits && /^\d$/.test(key)) field.current?.focus();
  };

  return (
    <form
      className="owner-pin"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDownCapture={(event) => {
        if (event.key === 'Enter' && event.repeat) return event.preventDefault();
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        submit();
      }}
    >
      {children}
      <div className="owner-pin-line">
        {asksPin && (
          <>
            <label className="owner-pin-label" htmlFor="owner-pin">
              {label ?? m.pin.label} <span className="small">{m.pin.digits}</span>
            </label>
            <input
              ref={field}
              id="owner-pin"
              className="form-input owner-pin-field"
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              value={pin}
              readOnly={isAsking}
              aria-invalid={refusal !== null}
              aria-describedby="owner-pin-note"
              onChange={(event) => {
                setPin(event.currentTarget.value.replaceAll(/\D/g, ''));
                setState('typing');
              }}
            />
          </>
        )}
        <p id="owner-pin-note" className="owner-pin-note" role={refusal === null ? 'status' : 'alert'}>
          {isAsking && (asksPin ? m.pin.checking : m.pin.carryingOut)}
          {state === 'typing' && missing}
          {refusal !== null && (
            <>
              {refusal.what} {refusal.money} <strong>{refusal.next}</strong>
            </>
          )}
        </p>
      </div>
      <div className="owner-pin-keys">
        <button ref={cancel} type="button" className="button" onClick={onCancel} onKeyDown={typeIntoPin}>
          {m.dialog.cancel} <KeyCap>Esc</KeyCap>
        </button>
        <button type="submit" className="button owner-pin-confirm" disabled={!canConfirm}>
          {confirm} <KeyCap>{asksPin ? 'Enter' : 'Ctrl+Enter'}</KeyCap>
        </button>
      </div>
    </form>
  );
}
