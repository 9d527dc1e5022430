import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { VaultProblemCode } from '../../../shared/contract/vault.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { FormPage, SaveRow, TextField } from '../../ui/form.tsx';
import {
  emptyPassphraseForm,
  readPassphraseForm,
  sentPin,
  type PassphraseField,
  type PassphraseForm,
} from './passphrase-form.ts';

interface PassphrasePageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
  readonly onLeft: (view: SettingsView) => void;
}

/** The owner's passphrase: set, changed, or given up for the computer's key store. */
export function PassphrasePage({ bridge, view, onSaved, onLeft }: PassphrasePageProps) {
  const messages = useMessages();
  const m = messages.vault;
  const [form, setForm] = useState(emptyPassphraseForm);
  const [faults, setFaults] = useState<readonly PassphraseField[]>([]);
  const [problem, setProblem] = useState<'faults' | VaultProblemCode | null>(null);
  const isSet = view.vault.passphrase === 'open';
  const asked = { current: isSet, pin: view.hasPin };
  const change = (part: Partial<PassphraseForm>): void => {
    setForm((current) => ({ ...current, ...part }));
    setFaults((current) => current.filter((field) => !(field in part)));
    setProblem(null);
  };
  const isWrong = (field: PassphraseField, code: VaultProblemCode): string | undefined =>
    problem === code ? m.problems[code] : faults.includes(field) ? messages.settings.required : undefined;

  const save = async (): Promise<void> => {
    const read = readPassphraseForm(form, asked);
    setFaults(read.ok ? [] : read.error);
    if (!read.ok) return setProblem('faults');
    // Gone from the window before the answer is there, like every other secret.
    setForm(emptyPassphraseForm);
    const result = await bridge.setPassphrase(read.value);
    setProblem(result.ok ? null : result.error.code);
    if (result.ok) onSaved(result.value);
  };
  const leave = async (): Promise<void> => {
    if (form.current === '') return setFaults(['current']);
    const { current, pin } = form;
    setForm(emptyPassphraseForm);
    const result = await bridge.leavePassphrase({ current, pin: sentPin(pin, view.hasPin) });
    setProblem(result.ok ? null : result.error.code);
    if (result.ok) onLeft(result.value);
  };

  return (
    <FormPage onSave={() => void save().catch(reportBug)}>
      <h3 className="settings-part">{isSet ? m.change : m.set}</h3>
      <p className="small">{m.setNote}</p>
      {isSet && (
        <TextField
          label={m.current}
          type="password"
          value={form.current}
          fault={isWrong('current', 'wrong-passphrase')}
          maxLength={200}
          onType={(current) => change({ current })}
        />
      )}
      <div className="form-beside">
        <TextField
          label={m.next}
          type="password"
          value={form.next}
          note={m.nextNote}
          fault={faults.includes('next') ? m.tooShort : undefined}
          maxLength={200}
          onType={(next) => change({ next })}
        />
        <TextField
          label={m.again}
          type="password"
          value={form.again}
          fault={faults.includes('again') ? m.differs : undefined}
          maxLength={200}
          onType={(again) => change({ again })}
        />
      </div>
      {view.hasPin && (
        <TextField
          label={m.pin}
          type="password"
          inputMode="numeric"
          value={form.pin}
          fault={isWrong('pin', 'wrong-pin')}
          maxLength={12}
          onType={(pin) => change({ pin })}
        />
      )}
      <SaveRow
        label={m.save}
        note={problem === null || problem === 'faults' ? '' : m.problems[problem]}
        isTrouble={problem !== null && problem !== 'faults'}
      />
      {isSet && (
        <button
          type="button"
          className="button"
          aria-disabled={view.vault.keyStore.kind !== 'open'}
          onClick={() => view.vault.keyStore.kind === 'open' && void leave().catch(reportBug)}
        >
          {m.leave}
        </button>
      )}
    </FormPage>
  );
}
