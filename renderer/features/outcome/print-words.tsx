import type { QuoteId } from '../../../shared/ids.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Icon } from '../../ui/icon.tsx';
import { PaperQuestion } from './paper-question.tsx';
import type { CalmStatus, Troubled } from './print-status.ts';
import './print-words.css';

/** How it stands with the paper while nobody is needed there. */
export function PrintWords({ status }: { readonly status: CalmStatus }) {
  const m = useMessages();
  return (
    <span data-testid="print-status" data-status={status}>
      {m.print[status]}
    </span>
  );
}

interface PrintTroubleProps {
  readonly printing: Troubled;
  readonly payment: QuoteId;
}

/**
 * A hand is needed at the printer, or an eye. In its own colour, because the money is safe. What is waited for is told;
 * what nobody knows is asked.
 */
export function PrintTrouble({ printing: { status, problem }, payment }: PrintTroubleProps) {
  const m = useMessages();
  return (
    <div className="print-trouble" data-testid="print-status" data-status={status}>
      <Icon name="printer" />
      <div className="print-trouble-words">
        <p role="alert">
          <strong>{status === 'failed' ? m.notPrinted[problem].what : m.maybePrinted[problem]}</strong>{' '}
          {status === 'failed' && m.notPrinted[problem].next}
        </p>
        {status === 'uncertain' && <PaperQuestion payment={payment} />}
      </div>
    </div>
  );
}
