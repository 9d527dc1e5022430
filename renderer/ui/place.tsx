import { Dialog } from '@base-ui/react/dialog';
import { use, useLayoutEffect, type ReactNode, type RefObject } from 'react';
import { CounterContext, useCommands, useMessages } from '../store/use-counter.ts';
import { cursorField } from './cursor.ts';
import { KeyCap } from './key-cap.tsx';
import './place.css';

export type PlaceSize = 'small' | 'medium' | 'large';

interface PlaceProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly size: PlaceSize;
  /** What has the focus at first; where it is absent, the first thing that can have it. */
  readonly focusFirst?: RefObject<HTMLElement | null>;
  /** Whether it may be left now; default: it may. */
  readonly canLeave?: boolean;
}

/** A place over the counter. Esc leads back, and the cursor is where it was. */
export function PlaceDialog({ title, children, size, focusFirst, canLeave = true }: PlaceProps) {
  const m = useMessages();
  const commands = useCommands();
  const counter = use(CounterContext);
  // Where one place leads to another, the focus is that one's.
  const whereNext = (): HTMLElement | false | null =>
    counter?.store.getState().place === null ? cursorField() : false;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && commands.close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="place-backdrop" />
        <Dialog.Popup
          className={`place place-${size}`}
          finalFocus={whereNext}
          {...(focusFirst === undefined ? {} : { initialFocus: focusFirst })}
        >
          <header className="place-head">
            <Dialog.Title className="place-title">{title}</Dialog.Title>
            <Dialog.Close className="button button-quiet" disabled={!canLeave}>
              {m.dialog.close} <KeyCap>Esc</KeyCap>
            </Dialog.Close>
          </header>
          {children}
          <TakeKeys first={focusFirst} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/**
 * The dialog gets its focus only with the next frame: what is typed until then, an owner's PIN for one, must not go to
 * the field behind it.
 */
function TakeKeys({ first }: { readonly first: RefObject<HTMLElement | null> | undefined }) {
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (first !== undefined && first.current !== null) first.current.focus();
    else if (activeElement instanceof HTMLElement) activeElement.blur();
  }, [first]);
  return null;
}
