import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, useState } from 'react';
import { useMessages } from '../../../store/use-counter.ts';
import { KeyCap } from '../../../ui/key-cap.tsx';

interface RemovePrinterKeyProps {
  readonly name: string;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

/** Asks before a printer is removed: its set-up is gone with it. The way back has the focus. */
export function RemovePrinterKey({ name, disabled, onRemove }: RemovePrinterKeyProps) {
  const m = useMessages();
  const words = m.settings.printing;
  const [isAsking, setIsAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={isAsking} onOpenChange={setIsAsking}>
      <AlertDialog.Trigger
        className="button button-quiet"
        disabled={disabled}
        aria-label={words.removeOf(name)}
      >
        {words.remove}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="place-backdrop" />
        <AlertDialog.Popup className="place place-small" initialFocus={cancel}>
          <div className="switch">
            <AlertDialog.Title className="place-title">{words.removeTitle(name)}</AlertDialog.Title>
            <AlertDialog.Description>{words.removeWords}</AlertDialog.Description>
            <div className="switch-keys">
              <button
                type="button"
                className="button"
                onClick={() => {
                  setIsAsking(false);
                  onRemove();
                }}
              >
                {words.removeNow}
              </button>
              <AlertDialog.Close ref={cancel} className="button button-main">
                {m.dialog.cancel} <KeyCap>Esc</KeyCap>
              </AlertDialog.Close>
            </div>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
