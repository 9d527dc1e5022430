import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { RequestError } from '../../../shared/contract/contract.ts';
import { pinSchema } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import './owner-pin-dialog.css';

/** Why a PIN did not do what it was typed for. */
export type PinRefusal = RequestError<'insist'>['code'] | RequestError<'takeForFinal'>['code'];

interface OwnerPinDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly confirm: string;
  /** Answers why it was not done; once it is, the dialog is gone. */
  readonly onPin: (pin: string) => Promise<PinRefusal | null>;
}

/**
 * Asks the owner's PIN for something that cannot be undone. The way back has the focus; a digit goes to the PIN. The
 * PIN stays in this field and leaves with it.
 */
export function OwnerPinDialog({ title, children, confirm, onPin }: OwnerPinDialogProps) {
  const m = useMessages();
  const commands = useCommands();
  const cancel = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [state, setState] = useState<'typing' | 'asking' | PinRefusal>('typing');
  const isAsking = state === 'asking';
  const canConfirm = pinSchema.safeParse(pin).success && !isAsking;
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
    if (/^\d$/.test(key)) field.current?.focus();
  };

  return (
    <PlaceDialog title={title} size="small" focusFirst={cancel}>
      <form
        className="owner-pin"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children}
        <div className="owner-pin-line">
          <label className="owner-pin-label" htmlFor="owner-pin">
            {m.pin.label} <span className="small">{m.pin.digits}</span>
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
        </div>
        <p id="owner-pin-note" className="owner-pin-note" role={refusal === null ? 'status' : 'alert'}>
          {isAsking && m.pin.checking}
          {refusal !== null && (
            <>
              {refusal.what} {refusal.money} <strong>{refusal.next}</strong>
            </>
          )}
        </p>
        <div className="owner-pin-keys">
          <button
            ref={cancel}
            type="button"
            className="button"
            onClick={commands.close}
            onKeyDown={typeIntoPin}
          >
            {m.dialog.cancel} <KeyCap>Esc</KeyCap>
          </button>
          <button type="submit" className="button owner-pin-confirm" disabled={!canConfirm}>
            {confirm}
          </button>
        </div>
      </form>
    </PlaceDialog>
  );
}
