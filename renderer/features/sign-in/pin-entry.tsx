import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { pinSchema } from '../../../shared/settings.ts';
import type { StaffMember } from '../../../shared/staff/staff.ts';
import { reportBug } from '../../report-bug.ts';
import type { SignIn } from '../../store/sign-in.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { PadFace } from '../touch-pad/touch-pad.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

interface PinEntryProps {
  readonly signIn: SignIn;
  readonly person: StaffMember;
  readonly onForgotten: () => void;
}

/** One person's PIN, by the keyboard or by the digits on the screen. */
export function PinEntry({ signIn, person, onForgotten }: PinEntryProps) {
  const messages = useMessages();
  const m = messages.signIn;
  const { people, pin, isAsking, problem } = useStore(signIn.store);
  const field = useRef<HTMLInputElement>(null);
  // Also where its button was pressed: Enter is the PIN's then, not the button's.
  useLayoutEffect(() => field.current?.focus(), []);
  const canEnter = pinSchema.safeParse(pin).success && !isAsking;
  return (
    <main className="lock-body lock-pin">
      <div className="lock-pin-words">
        <label className="lock-ask" htmlFor="sign-in-pin">
          {m.pinOf(person.name)}
        </label>
        <input
          ref={field}
          id="sign-in-pin"
          className="form-input lock-field"
          type="password"
          inputMode="none"
          autoComplete="off"
          maxLength={12}
          value={pin}
          readOnly={isAsking}
          aria-invalid={problem !== null}
          aria-describedby="sign-in-note"
          onChange={(event) => {
            signIn.clear();
            signIn.type(event.currentTarget.value);
          }}
        />
        <p id="sign-in-note" className="lock-note" role={problem === null ? 'status' : 'alert'}>
          {isAsking && messages.pin.checking}
          {problem !== null && m.problems[problem]}
        </p>
        <Button
          look="main"
          className="lock-enter"
          keyCap="Enter"
          disabled={!canEnter}
          onPress={() => void signIn.submit().catch(reportBug)}
        >
          {m.enter}
        </Button>
        <div className="lock-others">
          {(people?.length ?? 0) > 1 && (
            <Button keyCap="Esc" onPress={signIn.back}>
              {m.others}
            </Button>
          )}
          <Button look="quiet" onPress={onForgotten}>
            {m.forgotten}
          </Button>
        </div>
      </div>
      <fieldset className="lock-pad" aria-label={messages.touchPad.label}>
        {digits.map((digit) => (
          <Button key={digit} className="lock-key" onPress={() => signIn.type(digit)}>
            {digit}
          </Button>
        ))}
        <Button className="lock-key" onPress={signIn.erase}>
          <PadFace padKey="back" />
        </Button>
        <Button className="lock-key" onPress={signIn.clear}>
          <PadFace padKey="clear" />
        </Button>
      </fieldset>
    </main>
  );
}
