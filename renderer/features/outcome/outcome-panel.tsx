import { isUntouched, type Finished } from '../../store/sale.ts';
import { useMessages, useCommands, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { outcomeShown } from './outcome-shown.ts';
import { PaidOutcome } from './paid-outcome.tsx';
import { RejectedOutcome } from './rejected-outcome.tsx';
import { UnknownOutcome } from './unknown-outcome.tsx';
import './outcome-panel.css';

/** How the last sale ended. Stays until the next inquiry begins, or Esc. */
export function OutcomePanel({ finished }: { readonly finished: Finished }) {
  const m = useMessages();
  const commands = useCommands();
  const isTyping = useView((view) => view.sale.step === 'done' && !isUntouched(view.sale.entry));
  const shown = outcomeShown(finished);
  return (
    <section
      className={`outcome outcome-${shown.kind}`}
      aria-label={m.outcome.label}
      data-testid="outcome"
      data-kind={shown.kind}
    >
      <div className="outcome-body" role={shown.kind === 'paid' ? 'status' : 'alert'}>
        {shown.kind === 'paid' && <PaidOutcome payment={shown.payment} confirmation={shown.confirmation} />}
        {shown.kind === 'rejected' && (
          <RejectedOutcome payment={shown.payment} code={shown.code} text={shown.text} />
        )}
        {shown.kind === 'unknown' && <UnknownOutcome shown={shown} />}
      </div>
      <footer className="outcome-foot">
        <span className="small">{m.outcome.nextSale}</span>
        <Button look="quiet" keyCap="Esc" disabled={isTyping} onPress={commands.stepBack}>
          {m.outcome.dismiss}
        </Button>
      </footer>
    </section>
  );
}
