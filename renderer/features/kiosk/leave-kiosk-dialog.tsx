import { useRef, useState } from 'react';
import { kioskExits, type KioskExit } from '../../../shared/contract/screens.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { ChoiceField } from '../../ui/form.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { OwnerPinForm } from '../pin/owner-pin-form.tsx';
import { TouchPad } from '../touch-pad/touch-pad.tsx';
import './kiosk.css';

/** The way out of the kiosk. Digits for fingers beside it: there may be no keyboard. */
export function LeaveKioskDialog() {
  const messages = useMessages();
  const m = messages.kiosk;
  const { close, leaveKiosk } = useCommands();
  const [to, setTo] = useState<KioskExit>('window');
  const field = useRef<HTMLElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <PlaceDialog title={m.title} size="medium" focusFirst={field}>
      <div
        className="leave-kiosk"
        ref={(element) => {
          field.current = element?.querySelector<HTMLElement>('#owner-pin') ?? null;
        }}
      >
        <OwnerPinForm
          confirm={m.confirm}
          label={messages.settings.screens.pin}
          onPin={(pin) => leaveKiosk(pin, to)}
          onCancel={close}
          cancel={cancel}
        >
          <p>
            {m.what} <span className="small">{m.again}</span>
          </p>
          <ChoiceField label={m.to} choices={m.exits} order={kioskExits} value={to} onChoose={setTo} />
        </OwnerPinForm>
        <TouchPad />
      </div>
    </PlaceDialog>
  );
}
