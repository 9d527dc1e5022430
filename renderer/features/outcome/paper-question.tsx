import type { QuoteId } from '../../../shared/ids.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import type { Troubled } from './print-status.ts';
import './paper-question.css';

interface PaperQuestionProps {
  readonly payment: QuoteId;
  readonly about: Troubled['status'];
}

/**
 * Asks the cashier whether a receipt lies there whole, or whether one that has waited is still to be printed. Its keys work
 * on the receipt that is shown at the right: where that is another one, this receipt is shown first.
 */
export function PaperQuestion({ payment, about }: PaperQuestionProps) {
  const m = useMessages();
  const cameOutKey = useKeyOf('came-out');
  const reprint = useKeyOf('reprint');
  const commands = useCommands();
  const isShown = useView(({ shown }) => shown?.payment.quote.id === payment);
  return (
    <span className="paper-question" data-testid="paper-question">
      {about === 'uncertain' && (
        <span>
          <strong>{m.papers.question.receipt}</strong> <span>{m.papers.copyIsMarked}</span>
        </span>
      )}
      {isShown ? (
        <span className="paper-question-keys">
          {about === 'uncertain' && (
            <Button keyCap={cameOutKey} onPress={commands.cameOut}>
              {m.papers.answers['came-out']}
            </Button>
          )}
          <Button keyCap={reprint} onPress={commands.reprint}>
            {m.papers.answers[about === 'uncertain' ? 'did-not-come-out' : 'print']}
          </Button>
        </span>
      ) : (
        <Button onPress={() => commands.showPayment(payment)}>{m.settledLate.show}</Button>
      )}
    </span>
  );
}
