import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { productIds } from '../../../shared/products.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { ChoiceField, FormPage, TextField } from '../../ui/form.tsx';
import { accountFormOf, noSecrets, readAccountForm, secretNames, type AccountFault } from './account-form.ts';
import { SettingsSave } from './settings-save.tsx';
import type { Saved } from './use-shop-form.ts';

interface AccountPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

/** The account with the biller. Its secrets are written here and never read back. */
export function AccountPage({ bridge, view, onSaved }: AccountPageProps) {
  const m = useMessages();
  const [form, setForm] = useState(() => accountFormOf(view.teleanjar));
  const [faults, setFaults] = useState<readonly AccountFault[]>([]);
  const [saved, setSaved] = useState<Saved>('not-yet');
  const change = (part: Partial<typeof form>): void => {
    setForm((current) => ({ ...current, ...part }));
    setSaved('not-yet');
  };

  const save = async (): Promise<void> => {
    const read = readAccountForm(form);
    setFaults(read.ok ? [] : read.error);
    if (!read.ok) return setSaved('faults');
    // Gone from the window before the answer is there: sent once, kept nowhere here.
    setForm((current) => ({ ...current, secrets: noSecrets }));
    const result = await bridge.saveTeleanjar(read.value);
    setSaved(result.ok ? 'saved' : result.error.code);
    if (result.ok) onSaved(result.value);
  };

  return (
    <FormPage onSave={() => void save().catch(reportBug)}>
      <TextField
        label={m.settings.baseUrl}
        value={form.baseUrl}
        note={m.settings.baseUrlNote}
        fault={faults.includes('baseUrl') ? m.settings.required : undefined}
        maxLength={500}
        inputMode="url"
        onType={(baseUrl) => change({ baseUrl })}
      />
      <ChoiceField
        label={m.settings.separator}
        choices={m.settings.separators}
        value={form.separator}
        onChoose={(separator) => change({ separator })}
      />
      <div className="form-pair">
        {productIds.map((product) => (
          <TextField
            key={product}
            label={`${m.settings.productCode} ${m.products[product].short}`}
            value={form.productCodes[product]}
            fault={
              faults.includes('productCodes') && form.productCodes[product].trim() === ''
                ? m.settings.required
                : undefined
            }
            maxLength={60}
            onType={(code) => change({ productCodes: { ...form.productCodes, [product]: code } })}
          />
        ))}
      </div>
      <fieldset className="secrets" disabled={!view.canKeepSecrets}>
        <legend>{m.settings.credentials}</legend>
        <p data-testid="secrets-state">
          <strong>
            {view.hasCredentials ? m.settings.credentialsStored : m.settings.credentialsMissing}
          </strong>{' '}
          {view.canKeepSecrets ? m.settings.credentialsNote : m.settings.noKeyStore}
        </p>
        <div className="form-pair">
          {secretNames.map((name) => (
            <TextField
              key={name}
              label={m.settings.secrets[name]}
              value={form.secrets[name]}
              type="password"
              maxLength={name === 'password' || name === 'apiKey' ? 200 : 100}
              onType={(secret) => change({ secrets: { ...form.secrets, [name]: secret } })}
            />
          ))}
        </div>
        <p className="form-fault" role={faults.includes('secrets') ? 'alert' : undefined}>
          {faults.includes('secrets') ? m.settings.secretsIncomplete : ''}
        </p>
      </fieldset>
      <SettingsSave saved={saved} />
    </FormPage>
  );
}
