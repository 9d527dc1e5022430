import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { useCommands, useMessages } from '../store/use-counter.ts';
import { cursorField } from './cursor.ts';
import { KeyCap } from './key-cap.tsx';
import './place.css';

interface PlaceProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly size: 'small' | 'medium' | 'large';
  /** What has the focus at first; where it is absent, the first thing that can have it. */
  readonly focusFirst?: RefObject<HTMLElement | null>;
}

/** A place over the counter. Esc leads back, and the cursor is where it was. */
export function PlaceDialog({ title, children, size, focusFirst }: PlaceProps) {
  const m = useMessages();
  const commands = useCommands();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && commands.close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="place-backdrop" />
        <Dialog.Popup
          className={`place place-${size}`}
          finalFocus={() => cursorField()}
          {...(focusFirst === undefined ? {} : { initialFocus: focusFirst })}
        >
          <header className="place-head">
            <Dialog.Title className="place-title">{title}</Dialog.Title>
            <Dialog.Close className="button button-quiet">
              {m.dialog.close} <KeyCap>Esc</KeyCap>
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
