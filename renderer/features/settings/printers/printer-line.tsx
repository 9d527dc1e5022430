import { useState } from 'react';
import type { PrinterSetup, PrintingSettings } from '../../../../shared/printing/printing-settings.ts';
import { useCounterState, useMessages } from '../../../store/use-counter.ts';
import { TextField } from '../../../ui/form.tsx';
import { statusWords } from '../../printers/status-words.ts';
import { connectionWords } from './connection-words.ts';
import { whyNotRemoved } from './printing-form.ts';
import { RemovePrinterKey } from './remove-printer-key.tsx';

interface PrinterLineProps {
  readonly printer: PrinterSetup;
  readonly printing: PrintingSettings;
  readonly onRename: (name: string) => void;
  readonly onAgain: () => void;
  readonly onRemove: () => void;
}

/** One printer that is set up: how it is reached, how it is, what it is for, and what can be done with it. */
export function PrinterLine({ printer, printing, onRename, onAgain, onRemove }: PrinterLineProps) {
  const m = useMessages();
  const words = m.settings.printing;
  const status = useCounterState().printers.find(({ id }) => id === printer.id);
  const [isRenaming, setIsRenaming] = useState(false);
  const whyNot = whyNotRemoved(printing, printer.id);
  const tags = [
    ...(printing.receipts === printer.id ? [words.receiptsTag] : []),
    ...(printing.reports === printer.id ? [words.reportsTag] : []),
  ];
  return (
    <li className="printer-line" data-testid="printer-line" data-printer={printer.id}>
      <div className="printer-line-words">
        <p>
          <strong>{printer.name}</strong>{' '}
          {tags.length > 0 && <span className="small">({tags.join(', ')})</span>}
        </p>
        <p className="small">
          {connectionWords(printer.connection, m)} · {words.models[printer.profile.model]}
        </p>
        {status !== undefined && <p data-status={status.status}>{statusWords(status, m)}</p>}
        {whyNot !== null && <p className="small">{words.cannotRemove[whyNot]}</p>}
      </div>
      <div className="printer-line-keys">
        <button
          type="button"
          className="button"
          aria-expanded={isRenaming}
          aria-label={words.renameOf(printer.name)}
          onClick={() => setIsRenaming(!isRenaming)}
        >
          {words.rename}
        </button>
        <button type="button" className="button" aria-label={words.againOf(printer.name)} onClick={onAgain}>
          {words.again}
        </button>
        <RemovePrinterKey name={printer.name} disabled={whyNot !== null} onRemove={onRemove} />
      </div>
      {isRenaming && (
        <Rename
          name={printer.name}
          onRename={(name) => {
            setIsRenaming(false);
            onRename(name);
          }}
        />
      )}
    </li>
  );
}

interface RenameProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
}

function Rename({ name, onRename }: RenameProps) {
  const words = useMessages().settings.printing;
  const [typed, setTyped] = useState(name);
  const [isFaulty, setIsFaulty] = useState(false);
  return (
    <form
      className="printer-rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') setIsFaulty(true);
        else onRename(typed);
      }}
    >
      <TextField
        label={words.name}
        value={typed}
        fault={isFaulty && typed.trim() === '' ? words.nameMissing : undefined}
        maxLength={40}
        onType={setTyped}
      />
      <button type="submit" className="button">
        {words.takeName}
      </button>
    </form>
  );
}
