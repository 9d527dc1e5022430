import { useCommands, useMessages } from '../../store/use-counter.ts';
import { OwnerPinDialog } from '../pin/owner-pin-dialog.tsx';

/** A supervisor lets the bill on the screen be paid although PLN is closing its books. */
export function InsistDialog() {
  const m = useMessages();
  const { insist } = useCommands();
  return (
    <OwnerPinDialog title={m.cutOff.insistTitle} confirm={m.cutOff.insistConfirm} onPin={insist}>
      <p>{m.cutOff.insistWords}</p>
    </OwnerPinDialog>
  );
}
