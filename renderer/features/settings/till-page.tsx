import { useMessages } from '../../store/use-counter.ts';
import { ChoiceField, FormPage, TextField } from '../../ui/form.tsx';
import { SettingsSave } from './settings-save.tsx';
import type { ShopFormState } from './use-shop-form.ts';

/** Where the shop's day begins, how its drawer and its cashiers are kept, and what it is warned of. */
export function TillPage({ shop }: { readonly shop: ShopFormState }) {
  const { form, change, faults, save } = shop;
  const m = useMessages();
  const words = m.settings.till;
  return (
    <FormPage onSave={save}>
      <h3 className="settings-part">{words.day}</h3>
      <div className="form-beside">
        <ChoiceField
          label={words.zone}
          choices={words.zones}
          value={form.zone}
          onChoose={(zone) => change({ zone })}
        />
        <TextField
          label={words.cut}
          value={form.cut}
          note={words.cutNote}
          fault={faults.includes('cut') ? words.cutWrong : undefined}
          maxLength={5}
          inputMode="numeric"
          onType={(cut) => change({ cut })}
        />
      </div>
      <h3 className="settings-part">{words.people}</h3>
      <ChoiceField
        label={words.keepsTill}
        choices={words.keepsTillChoices}
        value={form.keepsTill ? 'yes' : 'no'}
        note={words.keepsTillNote}
        onChoose={(kept) => change({ keepsTill: kept === 'yes' })}
      />
      <TextField
        label={words.lock}
        value={form.lockAfterMinutes}
        note={words.lockNote}
        fault={faults.includes('lock') ? words.lockWrong : undefined}
        maxLength={3}
        inputMode="numeric"
        onType={(lockAfterMinutes) => change({ lockAfterMinutes })}
      />
      <h3 className="settings-part">{words.signs}</h3>
      <div className="form-beside">
        <TextField
          label={words.lowDeposit}
          value={form.lowDeposit}
          note={words.lowDepositNote}
          fault={faults.includes('low-deposit') ? words.lowDepositWrong : undefined}
          maxLength={15}
          inputMode="numeric"
          onType={(lowDeposit) => change({ lowDeposit })}
        />
        <ChoiceField
          label={words.sounds}
          choices={words.soundsChoices}
          value={form.sounds ? 'on' : 'off'}
          onChoose={(sounds) => change({ sounds: sounds === 'on' })}
        />
      </div>
      <SettingsSave saved={shop.saved} faults={shop.faults} />
    </FormPage>
  );
}
