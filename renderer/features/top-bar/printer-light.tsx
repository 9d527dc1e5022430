import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { Heard } from '../../ui/heard.tsx';
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
  const { tone, words, count, others } = printerLight(useCounterState(), m);
  return (
    <>
      <button
        type="button"
        className="light-button"
        aria-keyshortcuts={ariaKey(printersKey)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => commands.open('printers')}
      >
        <Heard>{`${m.papers.label}:`}</Heard>
        <span className={`light light-${tone}`} data-testid="printer" data-tone={tone}>
          {words}
        </span>
        {count > 0 && (
          <span className="light-button-count" data-testid="printer-count" aria-hidden="true">
            {count}
          </span>
        )}
        {others !== '' && <Heard>{others}</Heard>}
        <KeyCap>{printersKey}</KeyCap>
      </button>
      <output className="only-heard">{[words, others].filter(Boolean).join('; ')}</output>
    </>
  );
}
