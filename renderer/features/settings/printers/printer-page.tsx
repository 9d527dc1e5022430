import { useRef, useState } from 'react';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { PrinterSetup, PrintingSettings } from '../../../../shared/printing/printing-settings.ts';
import type { SettingsProblemCode, SettingsView } from '../../../../shared/settings.ts';
import { reportBug } from '../../../report-bug.ts';
import { useMessages } from '../../../store/use-counter.ts';
import { ChoiceField, FormPage, TextField } from '../../../ui/form.tsx';
import { LockedPart } from '../locks.tsx';
import { SettingsSave } from '../settings-save.tsx';
import type { Saved } from '../use-shop-form.ts';
import { PrinterLine } from './printer-line.tsx';
import { PrinterSetupDialog } from './printer-setup-dialog.tsx';
import { mostPrinters, readMinutes, renamed, withoutPrinter } from './printing-form.ts';
import './printer-page.css';

interface PrinterPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

/** What is set up just now: nothing, a new printer, or one anew. */
type SettingUp = { readonly former: PrinterSetup | null } | null;

/**
 * The printers of this counter. What is chosen or done about them holds at once; how long a receipt may wait is typed, and
 * holds once it is saved.
 */
export function PrinterPage({ bridge, view, onSaved }: PrinterPageProps) {
  const words = useMessages().settings.printing;
  const { printing } = view;
  const [askAfterMinutes, setAskAfterMinutes] = useState(() => String(printing.askAfterMinutes));
  const [saved, setSaved] = useState<Saved>('not-yet');
  const [settingUp, setSettingUp] = useState<SettingUp>(null);
  const isFull = printing.printers.length >= mostPrinters;
  const names = Object.fromEntries(printing.printers.map(({ id, name }) => [id, name]));
  const order = printing.printers.map(({ id }) => id);

  const newest = useRef(printing);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());

  const save = async (next: PrintingSettings): Promise<SettingsProblemCode | null> => {
    const result = await bridge.savePrinting(next);
    setSaved(result.ok ? 'saved' : result.error.code);
    if (!result.ok) return result.error.code;
    newest.current = result.value.printing;
    onSaved(result.value);
    return null;
  };
  /** One after the other, each upon what the one before has left: two quick choices undo nothing. */
  const saveAtOnce = (turn: (before: PrintingSettings) => PrintingSettings): void => {
    underWay.current = underWay.current.then(() => save(turn(newest.current))).catch(reportBug);
  };

  return (
    <div className="printer-page">
      <LockedPart field="printing">
        <h3 className="settings-part" id="printers-label">
          {words.list}
        </h3>
        <ul className="printer-lines" aria-labelledby="printers-label">
          {printing.printers.map((printer) => (
            <PrinterLine
              key={printer.id}
              printer={printer}
              printing={printing}
              onRename={(name) => saveAtOnce((before) => renamed(before, printer.id, name))}
              onAgain={() => setSettingUp({ former: printer })}
              onRemove={() => saveAtOnce((before) => withoutPrinter(before, printer.id))}
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
            const minutes = readMinutes(askAfterMinutes);
            if (minutes === null) setSaved('faults');
            else saveAtOnce((before) => ({ ...before, askAfterMinutes: minutes }));
          }}
        >
          {printing.printers.length > 1 && (
            <>
              <ChoiceField
                label={words.receiptsTo}
                choices={names}
                order={order}
                value={printing.receipts}
                onChoose={(receipts) => saveAtOnce((before) => ({ ...before, receipts }))}
              />
              <ChoiceField
                label={words.reportsTo}
                choices={names}
                order={order}
                value={printing.reports}
                onChoose={(reports) => saveAtOnce((before) => ({ ...before, reports }))}
              />
            </>
          )}
          <TextField
            label={words.askAfter}
            value={askAfterMinutes}
            note={words.askAfterNote}
            fault={saved === 'faults' ? words.askAfterWrong : undefined}
            maxLength={3}
            inputMode="numeric"
            onType={(typed) => {
              setAskAfterMinutes(typed);
              setSaved('not-yet');
            }}
          />
          <SettingsSave saved={saved} />
        </FormPage>
      </LockedPart>
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
