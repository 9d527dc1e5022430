import { useState } from 'react';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { PrinterSetup, PrintingSettings } from '../../../../shared/printing/printing-settings.ts';
import type { SettingsProblemCode, SettingsView } from '../../../../shared/settings.ts';
import { reportBug } from '../../../report-bug.ts';
import { useMessages } from '../../../store/use-counter.ts';
import { ChoiceField, FormPage, TextField } from '../../../ui/form.tsx';
import { SettingsSave } from '../settings-save.tsx';
import type { Saved } from '../use-shop-form.ts';
import { PrinterLine } from './printer-line.tsx';
import { PrinterSetupDialog } from './printer-setup-dialog.tsx';
import { mostPrinters, readRoles, renamed, rolesFormOf, withoutPrinter } from './printing-form.ts';
import './printer-page.css';

interface PrinterPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

/** What is set up just now: nothing, a new printer, or one anew. */
type SettingUp = { readonly former: PrinterSetup | null } | null;

/**
 * The printers of this counter. Adding, renaming and removing hold at once; what goes to which, once it is saved.
 */
export function PrinterPage({ bridge, view, onSaved }: PrinterPageProps) {
  const words = useMessages().settings.printing;
  const { printing } = view;
  const [roles, setRoles] = useState(() => rolesFormOf(printing));
  const [saved, setSaved] = useState<Saved>('not-yet');
  const [settingUp, setSettingUp] = useState<SettingUp>(null);
  const isFull = printing.printers.length >= mostPrinters;
  const names = Object.fromEntries(printing.printers.map(({ id, name }) => [id, name]));
  const order = printing.printers.map(({ id }) => id);

  const save = async (next: PrintingSettings): Promise<SettingsProblemCode | null> => {
    const result = await bridge.savePrinting(next);
    setSaved(result.ok ? 'saved' : result.error.code);
    if (!result.ok) return result.error.code;
    const { receipts, reports } = result.value.printing;
    setRoles((before) => ({ ...before, receipts, reports }));
    onSaved(result.value);
    return null;
  };
  const saveAtOnce = (next: PrintingSettings): void => void save(next).catch(reportBug);
  const change = (part: Partial<typeof roles>): void => {
    setRoles((before) => ({ ...before, ...part }));
    setSaved('not-yet');
  };

  return (
    <div className="printer-page">
      <h3 className="settings-part" id="printers-label">
        {words.list}
      </h3>
      <ul className="printer-lines" aria-labelledby="printers-label">
        {printing.printers.map((printer) => (
          <PrinterLine
            key={printer.id}
            printer={printer}
            printing={printing}
            onRename={(name) => saveAtOnce(renamed(printing, printer.id, name))}
            onAgain={() => setSettingUp({ former: printer })}
            onRemove={() => saveAtOnce(withoutPrinter(printing, printer.id))}
          />
        ))}
      </ul>
      <div className="printer-add">
        <button
          type="button"
          className="button"
          disabled={isFull}
          onClick={() => setSettingUp({ former: null })}
        >
          {words.add}
        </button>
        {isFull && <p className="small">{words.full(mostPrinters)}</p>}
      </div>
      <FormPage
        onSave={() => {
          const read = readRoles(roles, printing);
          if (read === null) setSaved('faults');
          else saveAtOnce(read);
        }}
      >
        {printing.printers.length > 1 && (
          <>
            <ChoiceField
              label={words.receiptsTo}
              choices={names}
              order={order}
              value={roles.receipts}
              onChoose={(receipts) => change({ receipts })}
            />
            <ChoiceField
              label={words.reportsTo}
              choices={names}
              order={order}
              value={roles.reports}
              onChoose={(reports) => change({ reports })}
            />
          </>
        )}
        <TextField
          label={words.askAfter}
          value={roles.askAfterMinutes}
          note={words.askAfterNote}
          fault={saved === 'faults' ? words.askAfterWrong : undefined}
          maxLength={3}
          inputMode="numeric"
          onType={(askAfterMinutes) => change({ askAfterMinutes })}
        />
        <SettingsSave saved={saved} />
      </FormPage>
      {settingUp !== null && (
        <PrinterSetupDialog
          bridge={bridge}
          printing={printing}
          former={settingUp.former}
          onSave={save}
          onClose={() => setSettingUp(null)}
        />
      )}
    </div>
  );
}
