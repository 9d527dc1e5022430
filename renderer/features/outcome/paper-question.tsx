import type { QuoteId } from '../../../shared/ids.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import './paper-question.css';

/**
 * Asks the cashier whether a receipt lies there whole. Its keys work on the receipt that is shown at the right: where that
 * is another one, this receipt is shown first.
 */
export function PaperQuestion({ payment }: { readonly payment: QuoteId }) {
  const m = useMessages();
  const commands = useCommands();
  const isShown = useView(({ shown }) => shown?.payment.quote.id === payment);
  return (
    <span className="paper-question" data-testid="paper-question">
      <span>
        <strong>{m.papers.question.receipt}</strong> <span>{m.papers.copyIsMarked}</span>
      </span>
      {isShown ? (
        <span className="paper-question-keys">
          <Button keyCap="Ctrl+U" onPress={commands.cameOut}>
            {m.papers.answers['came-out']}
          </Button>
          <Button keyCap="Ctrl+P" onPress={commands.reprint}>
            {m.papers.answers['did-not-come-out']}
          </Button>
        </span>
      ) : (
        <Button onPress={() => commands.showPayment(payment)}>{m.settledLate.show}</Button>
      )}
    </span>
  );
}
