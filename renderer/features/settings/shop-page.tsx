import { useMessages } from '../../store/use-counter.ts';
import { ChoiceField, FormPage, LongTextField, TextField } from '../../ui/form.tsx';
import { LogoField } from './logo-field.tsx';
import { useLocks } from './locks.tsx';
import { SettingsSave } from './settings-save.tsx';
import type { ShopFormState } from './use-shop-form.ts';

/** Whose counter it is, how its screen speaks and looks, and what stands on every receipt. */
export function ShopPage({ shop }: { readonly shop: ShopFormState }) {
  const { form, change, save } = shop;
  const m = useMessages();
  const lock = useLocks();
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
      <div className="form-beside">
        <ChoiceField
          label={m.settings.language}
          lock={lock('language')}
          choices={m.languages}
          value={form.language}
          onChoose={(language) => change({ language })}
        />
        <ChoiceField
          label={m.settings.theme}
          lock={lock('theme')}
          choices={m.settings.themes}
          value={form.theme}
          onChoose={(theme) => change({ theme })}
        />
      </div>
      <h3 className="settings-part">{m.settings.slip.title}</h3>
      <LogoField logo={form.logo} onChange={(logo) => change({ logo })} />
      <div className="form-pair">
        <LongTextField
          label={m.settings.slip.footer}
          lock={lock('slip.footer')}
          note={m.settings.slip.footerNote}
          value={form.footer}
          maxLength={240}
          onType={(footer) => change({ footer })}
        />
        <TextField
          label={m.settings.slip.qr}
          lock={lock('slip.qr')}
          note={m.settings.slip.qrNote}
          value={form.qr}
          maxLength={200}
          inputMode="url"
          onType={(qr) => change({ qr })}
        />
      </div>
      <TextField
        label={m.settings.pictureFolder}
        lock={lock('pictureFolder')}
        value={form.pictureFolder}
        note={m.settings.pictureFolderNote}
        maxLength={1000}
        onType={(pictureFolder) => change({ pictureFolder })}
      />
      <SettingsSave saved={shop.saved} faults={shop.faults} />
    </FormPage>
  );
}
