import { useRef, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { FormPage, SaveRow, TextField } from '../../ui/form.tsx';
import { emptyPinForm, readPinForm, type PinField } from './pin-form.ts';
import type { Saved } from './use-shop-form.ts';

interface PinPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

/** The owner's PIN: set once, and changed by who knows it. */
export function PinPage({ bridge, view, onSaved }: PinPageProps) {
  const messages = useMessages();
  const m = messages.settings.pin;
  const [form, setForm] = useState(emptyPinForm);
  const [faults, setFaults] = useState<readonly PinField[]>([]);
  const [saved, setSaved] = useState<Saved>('not-yet');
  const currentField = useRef<HTMLDivElement>(null);
  const isWrong = saved === 'wrong-pin';
  // A wrong PIN is told where it was typed.
  const isTrouble = saved !== 'not-yet' && saved !== 'saved' && saved !== 'faults' && !isWrong;
  const change = (part: Partial<typeof form>): void => {
    setForm((current) => ({ ...current, ...part }));
    setFaults((current) => current.filter((field) => !(field in part)));
    setSaved('not-yet');
  };

  const save = async (): Promise<void> => {
    const read = readPinForm(form, view.hasPin);
    setFaults(read.ok ? [] : read.error);
    if (!read.ok) return setSaved('faults');
    // Gone from the window before the answer is there, like every other secret.
    setForm(emptyPinForm);
    const result = await bridge.setPin(read.value);
    setSaved(result.ok ? 'saved' : result.error.code);
    if (result.ok) onSaved(result.value);
    else currentField.current?.querySelector('input')?.focus();
  };

  return (
    <FormPage onSave={() => void save().catch(reportBug)}>
      <p>{m.what}</p>
      <p data-testid="pin-state">
        <strong>{view.hasPin ? m.isSet : m.notSet}</strong>
      </p>
      <div className="pin-fields">
        {view.hasPin && (
          <div ref={currentField}>
            <TextField
              label={m.current}
              value={form.current}
              type="password"
              inputMode="numeric"
              maxLength={12}
              fault={
                isWrong
                  ? messages.settingsProblems['wrong-pin']
                  : faults.includes('current')
                    ? m.wrongForm
                    : undefined
              }
              onType={(current) => change({ current })}
            />
          </div>
        )}
        <TextField
          label={m.next}
          value={form.next}
          type="password"
          inputMode="numeric"
          maxLength={12}
          note={m.nextNote}
          fault={faults.includes('next') ? m.wrongForm : undefined}
          onType={(next) => change({ next })}
        />
        <TextField
          label={m.again}
          value={form.again}
          type="password"
          inputMode="numeric"
          maxLength={12}
          fault={faults.includes('again') ? m.differs : undefined}
          onType={(again) => change({ again })}
        />
      </div>
      <SaveRow
        label={m.save}
        note={isTrouble ? messages.settingsProblems[saved] : saved === 'saved' ? messages.settings.saved : ''}
        isTrouble={isTrouble}
      />
    </FormPage>
  );
}
