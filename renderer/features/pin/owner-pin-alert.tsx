import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, type ReactNode } from 'react';
import { OwnerPinForm, type OwnerPinFormProps } from './owner-pin-form.tsx';

interface OwnerPinAlertProps extends Omit<OwnerPinFormProps, 'children' | 'onCancel' | 'cancel'> {
  /** The key that opens it; none where something else does. */
  readonly opener?: { readonly label: string; readonly className: string; readonly disabled?: boolean };
  readonly title: string;
  /** What will happen: read out with the title. */
  readonly what: string;
  /** What else must be known. */
  readonly children?: ReactNode;
  readonly isOpen: boolean;
  /** Whether Escape leaves it open, because what was confirmed is being done. */
  readonly isHeld?: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Asks the owner's PIN over the place that is open, which is there again afterwards. The way back has the focus. */
export function OwnerPinAlert({
  opener,
  title,
  what,
  children,
  isOpen,
  isHeld = false,
  onOpenChange,
  ...form
}: OwnerPinAlertProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(open) => (open || !isHeld) && onOpenChange(open)}>
      {opener !== undefined && (
        <AlertDialog.Trigger className={opener.className} disabled={opener.disabled}>
          {opener.label}
        </AlertDialog.Trigger>
      )}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="place-backdrop" />
        <AlertDialog.Popup className="place place-small" initialFocus={cancel}>
          <header className="place-head">
            <AlertDialog.Title className="place-title">{title}</AlertDialog.Title>
          </header>
          <OwnerPinForm {...form} onCancel={() => onOpenChange(false)} cancel={cancel}>
            <AlertDialog.Description>{what}</AlertDialog.Description>
            {children}
          </OwnerPinForm>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
