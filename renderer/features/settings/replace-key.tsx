import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { UpdateProblemCode } from '../../../shared/contract/updates.ts';
import { OwnerPinForm, type PinRefusal } from '../pin/owner-pin-form.tsx';
import { isUpdateProblem } from './update-problem.tsx';

interface ReplaceKeyProps {
  readonly label: string;
  readonly title: string;
  readonly confirm: string;
  readonly explained: string;
  readonly isBusy: boolean;
  readonly replace: (pin: string) => ReturnType<LoketBridge['installUpdate']>;
  readonly onWork: () => void;
  /** `null`: it was the PIN, which the form says itself. */
  readonly onProblem: (code: UpdateProblemCode | null) => void;
  readonly onDone: () => void;
  readonly onBug: (fault: unknown) => void;
}

/** Puts another version in this one's place, once somebody who may has said so by a PIN. */
export function ReplaceKey({
  label,
  title,
  confirm,
  explained,
  isBusy,
  replace,
  onWork,
  onProblem,
  onDone,
  onBug,
}: ReplaceKeyProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  const [isAsking, setIsAsking] = useState(false);

  const take = async (pin: string): Promise<PinRefusal | null> => {
    onWork();
    const result = await replace(pin);
    if (result.ok) onDone();
    else if (isUpdateProblem(result.error.code)) onProblem(result.error.code);
    else {
      onProblem(null);
      return result.error.code;
    }
    setIsAsking(false);
    return null;
  };
  const takeOrSay = async (pin: string): Promise<PinRefusal | null> => {
    try {
      return await take(pin);
    } catch (fault) {
      setIsAsking(false);
      onBug(fault);
      return null;
    }
  };

  return (
    <AlertDialog.Root open={isAsking} onOpenChange={(open) => (open || !isBusy) && setIsAsking(open)}>
      <AlertDialog.Trigger className="button button-main">{label}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="place-backdrop" />
        <AlertDialog.Popup className="place place-small" initialFocus={cancel}>
          <header className="place-head">
            <AlertDialog.Title className="place-title">{title}</AlertDialog.Title>
          </header>
          <OwnerPinForm
            confirm={confirm}
            onPin={takeOrSay}
            onCancel={() => setIsAsking(false)}
            cancel={cancel}
          >
            <AlertDialog.Description>{explained}</AlertDialog.Description>
          </OwnerPinForm>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
