import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { useCommands, useMessagesOf, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';

interface InterimKeyProps {
  readonly payment: PaymentView;
  readonly className?: string;
}

/** Prints a slip for the customer while nobody knows. */
export function InterimKey({ payment, className = '' }: InterimKeyProps) {
  const m = useMessagesOf(payment.quote.biller);
  const commands = useCommands();
  const isAsked = useView(({ interim }) => interim?.payment === payment.quote.id && interim.problem === null);
  return (
    <Button
      keyCap="Ctrl+E"
      className={className}
      disabled={isAsked || payment.state !== 'unknown'}
      onPress={commands.printInterim}
    >
      {m.interim.print}
    </Button>
  );
}
