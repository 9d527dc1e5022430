import { useEffect, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { StaffProblemCode } from '../../../shared/contract/staff.ts';
import type { StaffMember } from '../../../shared/staff/staff.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField, FormPage, SaveRow, TextField } from '../../ui/form.tsx';
import { formOf, newcomer, readStaffForm, type StaffField, type StaffForm } from './staff-form.ts';
import './staff-page.css';

/** Who sells here: listed, added, changed and removed, each on the word of the owner or of a supervisor. */
export function StaffPage({ bridge }: { readonly bridge: LoketBridge }) {
  const messages = useMessages();
  const m = messages.staff;
  const [people, setPeople] = useState<readonly StaffMember[] | null>(null);
  const [form, setForm] = useState<StaffForm | null>(null);
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    let isGone = false;
    bridge
      .staff()
      .then((result) => {
        if (result.ok && !isGone) setPeople(result.value);
      })
      .catch(reportBug);
    return () => {
      isGone = true;
    };
  }, [bridge]);
  const begin = (next: StaffForm): void => {
    setSaved(false);
    setForm(next);
  };

  if (people === null) return <p>{messages.settings.loading}</p>;
  if (form !== null)
    return (
      <StaffEditor
        bridge={bridge}
        form={form}
        change={setForm}
        onDone={(after) => {
          setForm(null);
          if (after === null) return;
          setPeople(after);
          setSaved(true);
        }}
      />
    );
  return (
    <div className="form-page">
      <p>{m.what}</p>
      {people.length === 0 && (
        <p>
          <strong>{m.nobody}</strong> {m.first}
        </p>
      )}
      <ul className="staff-list" data-testid="staff-list">
        {people.map((member) => (
          <li key={member.id} className="staff-line">
            <span>
              <strong>{member.name}</strong>{' '}
              <span className="small">{messages.signIn.roles[member.role]}</span>
            </span>
            <span className="staff-keys">
              <Button label={m.edit(member.name)} onPress={() => begin(formOf(member))}>
                {m.editKey}
              </Button>
              <Button
                label={m.remove(member.name)}
                onPress={() => begin({ ...formOf(member), isRemoval: true })}
              >
                {m.removeKey}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className="staff-keys">
        <Button onPress={() => begin(newcomer(people.length === 0 ? 'supervisor' : 'cashier'))}>
          {m.add}
        </Button>
        <output>{isSaved ? m.saved : ''}</output>
      </div>
    </div>
  );
}

interface StaffEditorProps {
  readonly bridge: LoketBridge;
  readonly form: StaffForm;
  readonly change: (form: StaffForm) => void;
  /** With the staff as it is now, or `null` where nothing was changed. */
  readonly onDone: (after: readonly StaffMember[] | null) => void;
}

function StaffEditor({ bridge, form, change, onDone }: StaffEditorProps) {
  const messages = useMessages();
  const m = messages.staff;
  const [faults, setFaults] = useState<readonly StaffField[]>([]);
  const [problem, setProblem] = useState<StaffProblemCode | null>(null);
  const { member, isRemoval } = form;
  const title = member === null ? m.add : isRemoval ? m.remove(member.name) : m.edit(member.name);
  const typed = (part: Partial<StaffForm>): void => {
    setFaults((before) => before.filter((field) => !(field in part)));
    setProblem(null);
    change({ ...form, ...part });
  };

  const save = async (): Promise<void> => {
    const read = readStaffForm(form);
    setFaults(read.ok ? [] : read.error);
    if (!read.ok) return;
    // Gone from the window before the answer is there, like every other secret.
    change({ ...form, approval: '' });
    const result = await bridge.changeStaff(read.value);
    if (result.ok) return onDone(result.value);
    return setProblem(result.error.code);
  };
  const fault = (field: StaffField, words: string): string | undefined =>
    faults.includes(field) ? words : undefined;

  return (
    <FormPage onSave={() => void save().catch(reportBug)}>
      <h3 className="settings-part">{title}</h3>
      {isRemoval && member !== null ? (
        <p>{m.removes(member.name)}</p>
      ) : (
        <>
          <TextField
            label={m.name}
            value={form.name}
            maxLength={20}
            fault={problem === 'name-taken' ? messages.signIn.problems[problem] : fault('name', m.wrongName)}
            onType={(name) => typed({ name })}
          />
          <ChoiceField
            label={m.role}
            choices={messages.signIn.roles}
            value={form.role}
            note={m.supervisorNote}
            onChoose={(role) => typed({ role })}
          />
          <TextField
            label={m.newPin}
            value={form.pin}
            type="password"
            inputMode="numeric"
            maxLength={12}
            note={member === null ? messages.signIn.pinNote : m.keepPin}
            fault={fault('pin', m.wrongPin)}
            onType={(pin) => typed({ pin })}
          />
        </>
      )}
      <TextField
        label={messages.signIn.approval}
        value={form.approval}
        type="password"
        inputMode="numeric"
        maxLength={12}
        fault={problem === 'wrong-pin' ? messages.signIn.problems[problem] : fault('approval', m.wrongPin)}
        onType={(approval) => typed({ approval })}
      />
      <div className="staff-keys">
        <Button onPress={() => onDone(null)}>{messages.dialog.cancel}</Button>
      </div>
      <SaveRow
        label={isRemoval ? m.removeKey : m.save}
        note={problem === null ? '' : messages.signIn.problems[problem]}
        isTrouble={problem !== null}
      />
    </FormPage>
  );
}
