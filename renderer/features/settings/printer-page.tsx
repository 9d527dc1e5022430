import { useMessages } from '../../store/use-counter.ts';
import { ChoiceField, FormPage, TextField } from '../../ui/form.tsx';
import { SettingsSave } from './settings-save.tsx';
import type { ShopFormState } from './use-shop-form.ts';

/** Where receipts go, and on how wide a paper. */
export function PrinterPage({
  shop: { form, change, faults, saved, save },
}: {
  readonly shop: ShopFormState;
}) {
  const m = useMessages();
  return (
    <FormPage onSave={save}>
      <ChoiceField
        label={m.settings.printer}
        choices={m.settings.printers}
        value={form.printer}
        note={m.settings.printerNotes[form.printer]}
        onChoose={(printer) => change({ printer })}
      />
      {form.printer === 'file' && (
        <TextField
          label={m.settings.path}
          value={form.path}
          fault={faults.includes('path') ? m.settings.pathWrong : undefined}
          maxLength={1000}
          onType={(path) => change({ path })}
        />
      )}
      {form.printer === 'network' && (
        <div className="form-pair">
          <TextField
            label={m.settings.host}
            value={form.host}
            fault={faults.includes('host') ? m.settings.required : undefined}
            maxLength={253}
            onType={(host) => change({ host })}
          />
          <TextField
            label={m.settings.port}
            value={form.port}
            fault={faults.includes('port') ? m.settings.portWrong : undefined}
            maxLength={5}
            inputMode="numeric"
            onType={(port) => change({ port })}
          />
        </div>
      )}
      <ChoiceField
        label={m.settings.paper}
        choices={m.settings.papers}
        value={form.paper}
        onChoose={(paper) => change({ paper })}
      />
      <SettingsSave saved={saved} />
    </FormPage>
  );
}
