import { useRef } from 'react';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { MoneyField } from './money-field.tsx';
import { useDrawer, useDrawerView } from './use-drawer.ts';

/** Cash in or out: how much, then why. Enter steps through. */
export function CashMoveForm({ kind }: { readonly kind: 'in' | 'out' }) {
  const { shift: words } = useMessages();
  const drawer = useDrawer();
  const amount = useDrawerView((view) => view.amount);
  const reason = useDrawerView((view) => view.reason);
  const note = useDrawerView((view) => view.note);
  const why = useRef<HTMLInputElement>(null);
  const faulty = note?.kind === 'faulty' ? note.field : null;
  const save = (): void => void drawer.move().catch(reportBug);
  return (
    <section className="drawer-part drawer-narrow">
      <h3 className="drawer-title">{words[kind]}</h3>
      <MoneyField
        label={words.amount}
        value={amount}
        onType={drawer.typeAmount}
        onEnter={() => (amount === '' ? save() : why.current?.focus())}
        isFaulty={faulty === 'amount'}
      />
      <div className="form-field">
        <label htmlFor="drawer-reason">{words.reason}</label>
        <input
          ref={why}
          id="drawer-reason"
          className="form-input"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={reason}
          aria-invalid={faulty === 'reason'}
          onChange={(event) => drawer.typeReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.repeat) return;
            event.preventDefault();
            save();
          }}
        />
      </div>
      <div className="form-choices-row">
        {words.reasons[kind].map((each) => (
          <Button key={each} pressed={reason === each} onPress={() => drawer.typeReason(each)}>
            {each}
          </Button>
        ))}
      </div>
      <div className="drawer-row">
        <Button look="main" keyCap="Enter" onPress={save}>
          {words.save}
        </Button>
        <Button look="quiet" keyCap="Esc" onPress={drawer.back}>
          {words.back}
        </Button>
      </div>
    </section>
  );
}
