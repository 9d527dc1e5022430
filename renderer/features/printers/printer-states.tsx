import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { statusWords } from './status-words.ts';
import './printer-states.css';

/** Every printer that is set up, and how it is. */
export function PrinterStates() {
  const m = useMessages();
  const { printers, receiptPrinter } = useCounterState();
  return (
    <ul className="printer-states" aria-label={m.papers.printers} aria-live="polite">
      {printers.map((printer) => (
        <li
          key={printer.id}
          className="printer-state"
          data-testid="printer-state"
          data-status={printer.status}
          data-printer={printer.id}
        >
          <strong>
            {printer.status === 'attention' && <span aria-hidden="true">⚠ </span>}
            {printer.name}
          </strong>{' '}
          {printer.id === receiptPrinter && <span className="small">({m.papers.forReceipts})</span>}{' '}
          <span>{statusWords(printer, m)}</span>
        </li>
      ))}
    </ul>
  );
}
