import { useCommands, useMessagesOf, useView } from '../../store/use-counter.ts';
import { OwnerPinDialog } from '../pin/owner-pin-dialog.tsx';

/** The owner takes the answer to a payment for a final refusal, now and from now on. */
export function TakeForFinalDialog() {
  const payment = useView((view) => view.chosen);
  const m = useMessagesOf(payment?.quote.biller);
  const { takeForFinal } = useCommands();
  const outcome = payment?.outcome?.kind === 'unknown' ? payment.outcome : null;
  return (
    <OwnerPinDialog title={m.unresolved.takeTitle} confirm={m.unresolved.takeConfirm} onPin={takeForFinal}>
      <p>{m.unresolved.takeWords(outcome?.text ?? outcome?.code ?? '')}</p>
    </OwnerPinDialog>
  );
}
