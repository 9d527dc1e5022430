import { isUntouched, mustBeNoted, type Finished } from '../../store/sale.ts';
import { useMessages, useCommands, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { HandOutcome } from './hand-outcome.tsx';
import { outcomeMeaning, outcomeShown } from './outcome-shown.ts';
import { PaidOutcome } from './paid-outcome.tsx';
import { RejectedOutcome } from './rejected-outcome.tsx';
import { UnknownOutcome } from './unknown-outcome.tsx';
import { UnsavedWords } from './unsaved-words.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './outcome-panel.css';

/**
 * How the last sale ended. Stays until the next inquiry begins, or Esc; where it stands nowhere else, until somebody has
 * noted it down.
 */
export function OutcomePanel({ finished }: { readonly finished: Finished }) {
  const m = useMessages();
  const notedKey = useKeyOf('noted');
  const commands = useCommands();
  const isTyping = useView((view) => view.sale.step === 'done' && !isUntouched(view.sale.entry));
  const isUnsaved = useView((view) => mustBeNoted(view.sale));
  const shown = outcomeShown(finished);
  const meaning = outcomeMeaning(shown);
  return (
    <section
      className={`outcome outcome-${meaning}`}
      aria-label={m.outcome.label}
      data-testid="outcome"
      data-kind={shown.kind === 'by-hand' ? shown.decision.kind : shown.kind}
    >
      {isUnsaved && <UnsavedWords />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- by keyboard too it can be scrolled */}
      <div className="outcome-body" role={meaning === 'paid' ? 'status' : 'alert'} tabIndex={0}>
        {shown.kind === 'paid' && <PaidOutcome payment={shown.payment} confirmation={shown.confirmation} />}
        {shown.kind === 'rejected' && (
          <RejectedOutcome payment={shown.payment} code={shown.code} text={shown.text} />
        )}
        {shown.kind === 'by-hand' && <HandOutcome payment={shown.payment} decision={shown.decision} />}
        {shown.kind === 'unknown' && <UnknownOutcome shown={shown} />}
      </div>
      <footer className="outcome-foot">
        <span className="small">{isUnsaved ? m.unsaved.foot : m.outcome.nextSale}</span>
        {isUnsaved ? (
          <Button keyCap={notedKey} onPress={commands.noted}>
            {m.unsaved.noted}
          </Button>
        ) : (
          <Button look="quiet" keyCap="Esc" disabled={isTyping} onPress={commands.stepBack}>
            {m.outcome.dismiss}
          </Button>
        )}
      </footer>
    </section>
  );
}
