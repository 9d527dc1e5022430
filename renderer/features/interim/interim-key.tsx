import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { useCommands, useMessagesOf, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';

interface InterimKeyProps {
  readonly payment: PaymentView;
  readonly className?: string;
}

/** Prints a slip for the customer while nobody knows. */
export function InterimKey({ payment, className = '' }: InterimKeyProps) {
  const interimKey = useKeyOf('interim');
  const m = useMessagesOf(payment.quote.biller);
  const commands = useCommands();
  const isAsked = useView(({ interim }) => interim?.payment === payment.quote.id && interim.problem === null);
  return (
    <Button
      keyCap={interimKey}
      className={className}
      disabled={isAsked || payment.state !== 'unknown'}
      onPress={commands.printInterim}
    >
      {m.interim.print}
    </Button>
  );
}
