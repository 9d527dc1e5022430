import { useMessages } from '../../store/use-counter.ts';
import { ChoiceField, FormPage, TextField } from '../../ui/form.tsx';
import { useLocks } from './locks.tsx';
import { SettingsSave } from './settings-save.tsx';
import type { ShopFormState } from './use-shop-form.ts';

/** Where the shop's day begins, how its drawer and its cashiers are kept, what it is warned of, and how many bills go together. */
export function TillPage({ shop }: { readonly shop: ShopFormState }) {
  const { form, change, faults, save } = shop;
  const m = useMessages();
  const lock = useLocks();
  const words = m.settings.till;
  return (
    <FormPage onSave={save}>
      <h3 className="settings-part">{words.day}</h3>
      <div className="form-beside">
        <ChoiceField
          label={words.zone}
          lock={lock('day.zone')}
          choices={words.zones}
          value={form.zone}
          onChoose={(zone) => change({ zone })}
        />
        <TextField
          label={words.cut}
          lock={lock('day.cutMinutes')}
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
        lock={lock('keepsTill')}
        choices={words.keepsTillChoices}
        value={form.keepsTill ? 'yes' : 'no'}
        note={words.keepsTillNote}
        onChoose={(kept) => change({ keepsTill: kept === 'yes' })}
      />
      <TextField
        label={words.lock}
        lock={lock('lockAfterMinutes')}
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
          lock={lock('lowDeposit')}
          value={form.lowDeposit}
          note={words.lowDepositNote}
          fault={faults.includes('low-deposit') ? words.lowDepositWrong : undefined}
          maxLength={15}
          inputMode="numeric"
          onType={(lowDeposit) => change({ lowDeposit })}
        />
        <ChoiceField
          label={words.sounds}
          lock={lock('sounds')}
          choices={words.soundsChoices}
          value={form.sounds ? 'on' : 'off'}
          onChoose={(sounds) => change({ sounds: sounds === 'on' })}
        />
      </div>
      <h3 className="settings-part">{m.settings.together.title}</h3>
      <div className="form-beside">
        <TextField
          label={m.settings.together.asksAtOnce}
          lock={lock('lotAsksAtOnce')}
          value={form.lotAsksAtOnce}
          note={m.settings.together.asksAtOnceNote}
          fault={faults.includes('lot-asks') ? m.settings.together.asksAtOnceWrong : undefined}
          maxLength={1}
          inputMode="numeric"
          onType={(lotAsksAtOnce) => change({ lotAsksAtOnce })}
        />
        <ChoiceField
          label={m.settings.together.recap}
          lock={lock('basketRecap')}
          choices={m.settings.together.recapChoices}
          value={form.basketRecap ? 'on' : 'off'}
          note={m.settings.together.recapNote}
          onChoose={(recap) => change({ basketRecap: recap === 'on' })}
        />
      </div>
      <SettingsSave saved={shop.saved} faults={shop.faults} />
    </FormPage>
  );
}
