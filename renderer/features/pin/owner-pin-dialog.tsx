import { useRef } from 'react';
import { useCommands } from '../../store/use-counter.ts';
import { PlaceDialog, type PlaceSize } from '../../ui/place.tsx';
import { OwnerPinForm, type OwnerPinFormProps } from './owner-pin-form.tsx';

interface OwnerPinDialogProps extends Omit<OwnerPinFormProps, 'onCancel' | 'cancel'> {
  readonly title: string;
  readonly size?: PlaceSize;
}

/** A place that asks the owner's PIN, or a second confirmation. The way back has the focus. */
export function OwnerPinDialog({ title, size = 'small', ...form }: OwnerPinDialogProps) {
  const { close } = useCommands();
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <PlaceDialog title={title} size={size} focusFirst={cancel}>
      <OwnerPinForm {...form} onCancel={close} cancel={cancel} />
    </PlaceDialog>
  );
}
