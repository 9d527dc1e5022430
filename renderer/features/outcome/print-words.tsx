import type { Messages } from '../../../shared/i18n/messages.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { printsByItself } from '../../../shared/payment/print-job.ts';
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
 * what nobody knows, and what does not come by itself, is asked.
 */
export function PrintTrouble({ printing, payment }: PrintTroubleProps) {
  const m = useMessages();
  const { status, problem, waits } = printing;
  const isAsked = waits && (status === 'uncertain' || !printsByItself(problem));
  return (
    <div className="print-trouble" data-testid="print-status" data-status={status}>
      <Icon name="printer" />
      <div className="print-trouble-words">
        <p role="alert">
          <strong>{status === 'failed' ? m.notPrinted[problem].what : m.maybePrinted(problem)}</strong>{' '}
          {afterwards(printing, m)}
        </p>
        {isAsked && <PaperQuestion payment={payment} about={status} />}
      </div>
    </div>
  );
}

function afterwards({ status, problem, waits }: Troubled, m: Messages): string {
  if (status === 'uncertain') return waits ? '' : m.papers.look;
  if (!waits) return m.notPrintedThen.never;
  const { next } = m.notPrinted[problem];
  return printsByItself(problem) ? `${next} ${m.notPrintedThen.byItself}` : next;
}
