import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { ariaKey, KeyCap } from '../../ui/key-cap.tsx';
import { printerLight } from './lights.ts';
import { useKeyOf } from '../keys/use-key-of.ts';
import './light.css';
import './light-button.css';

/** How the printer of the receipts is, and what waits there. Opens the printers and the papers. */
export function PrinterLight() {
  const m = useMessages();
  const printersKey = useKeyOf('printers');
  const commands = useCommands();
  const { tone, words, count, whole } = printerLight(useCounterState(), m);
  return (
    <>
      <button
        type="button"
        className="light-button"
        aria-label={`${m.papers.label}: ${whole}`}
        aria-keyshortcuts={ariaKey(printersKey)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => commands.open('printers')}
      >
        <span className={`light light-${tone}`} data-testid="printer" data-tone={tone}>
          {words}
        </span>
        {count > 0 && (
          <span className="light-button-count" data-testid="printer-count">
            {count}
          </span>
        )}
        <KeyCap>{printersKey}</KeyCap>
      </button>
      <output className="only-heard">{whole}</output>
    </>
  );
}
