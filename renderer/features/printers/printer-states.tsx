import type { PrinterStatus } from '../../../shared/contract/counter-state.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { isScreenId } from '../../store/receipt-printer.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import './printer-states.css';

/** How one printer is, in a sentence or two. */
export function statusWords({ id, status, problem }: PrinterStatus, m: Messages): string {
  if (problem !== null) return `${m.printerProblems[problem].what} ${m.printerProblems[problem].mend}`;
  return isScreenId(id) && status !== 'attention' ? m.papers.onScreen : m.papers.states[status];
}

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
