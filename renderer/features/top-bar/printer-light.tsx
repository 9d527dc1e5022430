import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { printerLight } from './lights.ts';
import './light.css';
import './printer-light.css';

/** How the printer of the receipts is, and what waits there. Opens the printers and the papers. */
export function PrinterLight() {
  const m = useMessages();
  const commands = useCommands();
  const { tone, words, count, whole } = printerLight(useCounterState(), m);
  return (
    <>
      <button
        type="button"
        className="printer-light"
        aria-label={`${m.papers.label}: ${whole}`}
        aria-keyshortcuts="Ctrl+H"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => commands.open('printers')}
      >
        <span className={`light light-${tone}`} data-testid="printer" data-tone={tone}>
          {words}
        </span>
        {count > 0 && (
          <span className="printer-light-count" data-testid="printer-count">
            {count}
          </span>
        )}
        <KeyCap>Ctrl+H</KeyCap>
      </button>
      <output className="only-heard">{whole}</output>
    </>
  );
}
