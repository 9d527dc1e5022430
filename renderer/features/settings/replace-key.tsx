import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { UpdateProblemCode } from '../../../shared/contract/updates.ts';
import { OwnerPinAlert } from '../pin/owner-pin-alert.tsx';
import type { PinRefusal } from '../pin/owner-pin-form.tsx';
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
    <OwnerPinAlert
      opener={{ label, className: 'button button-main' }}
      title={title}
      what={explained}
      confirm={confirm}
      isOpen={isAsking}
      isHeld={isBusy}
      onOpenChange={setIsAsking}
      onPin={takeOrSay}
    />
  );
}
