import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { useMessages } from '../../store/use-counter.ts';
import { ArchiveProblem, isArchiveProblem, type ArchiveProblemCode } from '../settings/archive-problem.tsx';
import { OwnerPinForm } from '../pin/owner-pin-form.tsx';

/** Opens a counter again that was moved, on the word of whoever answers for it, and says what that means. */
export function ReopenKey({ bridge }: { readonly bridge: LoketBridge }) {
  const words = useMessages().stopped;
  const cancel = useRef<HTMLButtonElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<ArchiveProblemCode | null>(null);

  const reopen = async (pin: string) => {
    setProblem(null);
    const result = await bridge.reopenCounter({ pin });
    if (result.ok) return null;
    const { code } = result.error;
    if (!isArchiveProblem(code)) return code;
    setProblem(code);
    setIsAsking(false);
    return null;
  };

  return (
    <AlertDialog.Root open={isAsking} onOpenChange={setIsAsking}>
      <AlertDialog.Trigger className="button stopped-key">{words.reopen}</AlertDialog.Trigger>
      {problem !== null && <ArchiveProblem code={problem} />}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="place-backdrop" />
        <AlertDialog.Popup className="place place-small" initialFocus={cancel}>
          <header className="place-head">
            <AlertDialog.Title className="place-title">{words.reopenTitle}</AlertDialog.Title>
          </header>
          <OwnerPinForm
            confirm={words.reopenConfirm}
            onPin={reopen}
            onCancel={() => setIsAsking(false)}
            cancel={cancel}
          >
            <AlertDialog.Description>{words.reopenWhat}</AlertDialog.Description>
            <p>
              <strong>{words.reopenGap}</strong>
            </p>
          </OwnerPinForm>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
