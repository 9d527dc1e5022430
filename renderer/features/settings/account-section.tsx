import { useRef, useState } from 'react';
import type { BillerForm } from '../../../shared/biller-profile.ts';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsProblemCode, SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { ChoiceField, TextField } from '../../ui/form.tsx';
import { LockedPart, useLocks } from './locks.tsx';
import type { StoredBiller } from './biller-form.ts';
import type { BillerEditing } from './use-biller-drafts.ts';
import { useWords } from './use-words.ts';

interface AccountSectionProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly editing: BillerEditing;
  readonly onSaved: (view: SettingsView) => void;
}

/** Where the biller is called, its own choices, and its secrets, which are written here and never read back. */
export function AccountSection({ bridge, view, editing, onSaved }: AccountSectionProps) {
  const words = useWords();
  const lock = useLocks();
  const { stored, draft, change } = editing;
  const { form } = stored;
  return (
    <>
      <AddressFields editing={editing} />
      {form.options.map(({ key, label, note, choices }) => (
        <ChoiceField
          key={key}
          label={words(label)}
          lock={lock(`billers.${form.id}.profile.options.${key}`)}
          note={note === undefined ? undefined : words(note)}
          choices={Object.fromEntries(choices.map((choice) => [choice.value, words(choice.label)]))}
          value={draft.options[key] ?? ''}
          onChoose={(value) => change({ options: { ...draft.options, [key]: value } })}
        />
      ))}
      <SecretFields editing={editing} view={view} />
      {view.billers.length > 1 && (
        <LockedPart field="preferredBiller">
          <Preference bridge={bridge} view={view} form={form} onSaved={onSaved} />
        </LockedPart>
      )}
    </>
  );
}

/** No address is this: the choice of typing another one. */
const other = '';

function AddressFields({ editing }: { readonly editing: BillerEditing }) {
  const m = useMessages().settings.biller;
  const words = useWords();
  const { stored, draft, change, faults } = editing;
  const { form } = stored;
  const lock = useLocks()(`billers.${form.id}.profile.baseUrl`);
  const field = useRef<HTMLDivElement>(null);
  const known = form.hosts.find(({ baseUrl }) => baseUrl === draft.baseUrl.trim());
  const fault = faults.find((each) => each.section === 'account' && each.field === 'baseUrl');
  const faultWords = { required: m.baseUrlRequired, 'no-address': m.baseUrlWrong };
  return (
    <>
      {form.hosts.length > 0 && (
        <ChoiceField
          label={m.hosts}
          lock={lock}
          choices={Object.fromEntries([
            ...form.hosts.map(({ name, baseUrl }) => [baseUrl, words(name)] as const),
            [other, m.otherHost],
          ])}
          value={known?.baseUrl ?? other}
          onChoose={(baseUrl) => {
            change({ baseUrl });
            if (baseUrl === other) field.current?.querySelector('input')?.focus();
          }}
        />
      )}
      <div ref={field}>
        <TextField
          label={m.baseUrl}
          lock={lock}
          value={draft.baseUrl}
          note={words(form.baseUrlNote)}
          fault={fault?.field === 'baseUrl' ? faultWords[fault.code] : undefined}
          maxLength={500}
          inputMode="url"
          onType={(baseUrl) => change({ baseUrl })}
        />
        <p className="biller-kind" data-testid="biller-kind">
          {m.kinds[kindWords(stored, draft.baseUrl.trim())]}
        </p>
      </div>
    </>
  );
}

/** What can be said of an address. Only main knows whose it is, so of one that is not stored nothing can. */
function kindWords({ profile, kind }: StoredBiller, baseUrl: string) {
  if (baseUrl === '') return 'none';
  if (baseUrl !== profile.baseUrl) return 'unsaved';
  return kind ?? 'refused';
}

function SecretFields({
  editing,
  view: { canKeepSecrets, vault },
}: {
  readonly editing: BillerEditing;
  readonly view: SettingsView;
}) {
  const messages = useMessages();
  const m = messages.settings.biller;
  const words = useWords();
  const { stored, draft, change, faults } = editing;
  const fault = faults.find((each) => each.section === 'account' && each.field === 'secrets');
  const isClosed = vault.closed.some(({ biller }) => biller === stored.form.id);
  const missing = stored.form.secrets.map(({ key }) => key).filter((key) => !draft.secrets[key]);
  // Said whole once, at the first that is missing.
  const faultOf = (key: string): string | undefined => {
    if (fault?.field !== 'secrets' || !missing.includes(key)) return undefined;
    if (key !== missing[0]) return messages.settings.required;
    return { incomplete: m.secretsIncomplete, moved: m.secretsMoved }[fault.code];
  };
  return (
    <fieldset className="secrets" disabled={!canKeepSecrets}>
      <legend>{m.secrets}</legend>
      <p data-testid="secrets-state">
        <strong>
          {isClosed ? m.secretsClosed : stored.hasCredentials ? m.secretsStored : m.secretsMissing}
        </strong>{' '}
        {canKeepSecrets ? m.secretsNote : vault.passphrase === 'asked' ? m.vaultLocked : m.noKeyStore}
      </p>
      <div className="form-pair">
        {stored.form.secrets.map(({ key, label, maxLength }) => (
          <TextField
            key={key}
            label={words(label)}
            value={draft.secrets[key] ?? ''}
            type="password"
            fault={faultOf(key)}
            maxLength={maxLength}
            onType={(secret) => change({ secrets: { ...draft.secrets, [key]: secret } })}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface PreferenceProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly form: BillerForm;
  readonly onSaved: (view: SettingsView) => void;
}

/** Which biller is asked first. It holds at once: it belongs to no biller's settings. */
function Preference({ bridge, view, form, onSaved }: PreferenceProps) {
  const messages = useMessages();
  const m = messages.settings.biller;
  const [problem, setProblem] = useState<SettingsProblemCode | null>(null);
  const isPreferred = view.preferredBiller === form.id;
  const preferred = view.billers.find((biller) => biller.form.id === view.preferredBiller)?.form.name;
  const prefer = async (): Promise<void> => {
    const result = await bridge.preferBiller({ biller: form.id });
    setProblem(result.ok ? null : result.error.code);
    if (result.ok) onSaved(result.value);
  };
  return (
    <fieldset className="biller-preference">
      <legend>{m.preference}</legend>
      <p role={problem === null ? 'status' : 'alert'} className={problem === null ? '' : 'form-fault'}>
        {problem !== null
          ? messages.settingsProblems[problem]
          : isPreferred
            ? m.preferred(form.name)
            : m.notPreferred(preferred ?? '')}
      </p>
      {/* It stays, only out of use, so that the cursor is not lost with it. */}
      <button
        type="button"
        className="button"
        aria-disabled={isPreferred}
        onClick={() => !isPreferred && void prefer().catch(reportBug)}
      >
        {m.prefer(form.name)}
      </button>
    </fieldset>
  );
}
