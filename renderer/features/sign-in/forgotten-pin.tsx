import { useLayoutEffect, useRef, useState } from 'react';
import type { StaffProblemCode } from '../../../shared/contract/staff.ts';
import { pinSchema } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { isPadShown } from '../../store/counter-view.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/form.tsx';
import { TouchPad } from '../touch-pad/touch-pad.tsx';

interface ForgottenPinProps {
  readonly name: string;
  /** Answers why it was not set. */
  readonly renew: (pin: string, approval: string) => Promise<StaffProblemCode | null>;
  readonly onDone: () => void;
}

/** A new PIN for somebody who has forgotten theirs, on the word of the owner or of a supervisor. */
export function ForgottenPin({ name, renew, onDone }: ForgottenPinProps) {
  const messages = useMessages();
  const m = messages.signIn;
  const hasPad = useView(isPadShown);
  const [next, setNext] = useState('');
  const [approval, setApproval] = useState('');
  const [problem, setProblem] = useState<StaffProblemCode | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isWhole = [next, approval].every((pin) => pinSchema.safeParse(pin).success);

  const save = async (): Promise<void> => {
    if (!isWhole) return;
    setApproval('');
    const refused = await renew(next, approval);
    setProblem(refused);
    if (refused === null) onDone();
  };

  return (
    <main className={`lock-body ${hasPad ? 'lock-pin' : ''}`}>
      <form
        ref={form}
        className="lock-forgotten"
        onKeyDownCapture={(event) => {
          if (event.key === 'Escape') onDone();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          save().catch(reportBug);
        }}
      >
        <h2 className="lock-ask">{m.newPinFor(name)}</h2>
        <TextField
          label={m.newPin}
          value={next}
          type="password"
          inputMode="numeric"
          maxLength={12}
          note={m.pinNote}
          onType={(typed) => setNext(typed.replaceAll(/\D/g, ''))}
        />
        <TextField
          label={m.approval}
          value={approval}
          type="password"
          inputMode="numeric"
          maxLength={12}
          fault={problem === null ? undefined : m.problems[problem]}
          onType={(typed) => setApproval(typed.replaceAll(/\D/g, ''))}
        />
        <div className="lock-others">
          <Button keyCap="Esc" onPress={onDone}>
            {messages.dialog.cancel}
          </Button>
          <button type="submit" className="button button-main" disabled={!isWhole}>
            {m.setPin}
          </button>
        </div>
      </form>
      {hasPad && (
        <div className="lock-forgotten-pad">
          <TouchPad />
        </div>
      )}
    </main>
  );
}
