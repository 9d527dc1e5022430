import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { ChoiceField, FormPage, TextField } from '../../ui/form.tsx';
import { PolicyContext, useLocks } from '../settings/locks.tsx';
import { BillerPage } from '../settings/biller-page.tsx';
import { PinPage } from '../settings/pin-page.tsx';
import { PrinterPage } from '../settings/printers/printer-page.tsx';
import { SettingsSave } from '../settings/settings-save.tsx';
import { useBillerDrafts } from '../settings/use-biller-drafts.ts';
import { useShopForm } from '../settings/use-shop-form.ts';
import type { FirstStep } from './first-steps.ts';

interface StepProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

/** What is done in a step: the settings' own pages, as far as a new counter needs them. */
export function StepPage({ step, ...props }: StepProps & { readonly step: FirstStep }) {
  return (
    <PolicyContext value={props.view.policy}>
      <Step step={step} {...props} />
    </PolicyContext>
  );
}

function Step({ step, ...props }: StepProps & { readonly step: FirstStep }) {
  switch (step) {
    case 'language':
      return <LanguageStep />;
    case 'shop':
      return <ShopStep {...props} />;
    case 'biller':
      return <BillerStep {...props} />;
    case 'printer':
      return <PrinterPage {...props} />;
    case 'people':
      return <PinPage {...props} />;
    case 'sale':
      return <SaleStep />;
  }
}

function LanguageStep() {
  const m = useMessages();
  const { language } = useCounterState();
  const commands = useCommands();
  const lock = useLocks();
  return (
    <>
      <ChoiceField
        label={m.settings.language}
        lock={lock('language')}
        choices={m.languages}
        value={language}
        onChoose={(choice) => commands.setLanguage(choice)}
      />
      <p>{m.firstSteps.fromArchive}</p>
      <button type="button" className="button" onClick={() => commands.open('archive')}>
        {m.firstSteps.restoreArchive}
      </button>
    </>
  );
}

function ShopStep({ bridge, view, onSaved }: StepProps) {
  const m = useMessages();
  const lock = useLocks();
  const { form, change, saved, save } = useShopForm(bridge, view.shop, onSaved);
  return (
    <FormPage onSave={save}>
      <TextField
        label={m.settings.shopName}
        lock={lock('shop.name')}
        value={form.name}
        maxLength={40}
        onType={(name) => change({ name })}
      />
      <TextField
        label={m.settings.shopAddress}
        lock={lock('shop.address')}
        value={form.address}
        maxLength={80}
        onType={(address) => change({ address })}
      />
      <SettingsSave saved={saved} />
    </FormPage>
  );
}

function BillerStep({ bridge, view, onSaved }: StepProps) {
  const m = useMessages().firstSteps;
  const editingOf = useBillerDrafts(bridge, view, onSaved);
  const billers = view.billers.map(({ form }) => form);
  const [chosen, setChosen] = useState(view.preferredBiller);
  const editing = editingOf(chosen);
  return (
    <>
      <ChoiceField
        label={m.whichBiller}
        choices={Object.fromEntries(billers.map(({ id, name }) => [id, name]))}
        value={chosen}
        onChoose={setChosen}
      />
      {editing !== undefined && (
        <BillerPage key={chosen} bridge={bridge} view={view} editing={editing} onSaved={onSaved} />
      )}
    </>
  );
}

/** A customer whom the training biller knows (README, "Try it"). */
const practiceCustomer = '530000000001';

function SaleStep() {
  const m = useMessages().firstSteps;
  const { ledger } = useCounterState();
  const commands = useCommands();
  if (ledger !== 'training') return <p>{m.noTraining}</p>;
  return (
    <button
      type="button"
      className="button first-step-try"
      onClick={() => {
        commands.close();
        commands.chooseProduct('pln-postpaid');
        commands.typeNumber(practiceCustomer);
      }}
    >
      {m.tryIt}
    </button>
  );
}
