import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './owed-line.css';

/** Where the drawer's book still holds the customer's cash: leads to where it is noted as given back. */
export function OwedLine({ payment }: { readonly payment: Pick<PaymentView, 'isOwed'> }) {
  const m = useMessages().outcome;
  const commands = useCommands();
  const key = useKeyOf('shift');
  if (!payment.isOwed) return null;
  return (
    <p className="owed-line" data-testid="owed">
      {m.owed}
      <Button keyCap={key} onPress={() => commands.open('shift')}>
        {m.noteRefund}
      </Button>
    </p>
  );
}
