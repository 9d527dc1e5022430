import { useMessages } from '../../store/use-counter.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Printing } from './print-status.ts';
import './print-words.css';

interface PrintWordsProps {
  readonly printing: Printing;
}

/** How it stands with the paper while nobody is needed there. */
export function PrintWords({ printing: { status } }: PrintWordsProps) {
  const m = useMessages();
  return (
    <span data-testid="print-status" data-status={status}>
      {m.print[status]}
    </span>
  );
}

/** A hand is needed at the printer. In its own colour, because the money is safe. */
export function PrintTrouble({ printing: { status, problem } }: PrintWordsProps) {
  const m = useMessages();
  const next =
    problem === null ? m.printNext[status === 'failed' ? 'failed' : 'uncertain'] : m.printerProblems[problem];
  return (
    <p className="print-trouble" role="alert" data-testid="print-status" data-status={status}>
      <Icon name="printer" />
      <span>
        <strong>{m.print[status]}</strong> {next}
      </span>
    </p>
  );
}
