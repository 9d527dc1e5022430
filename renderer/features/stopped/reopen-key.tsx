import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { useMessages } from '../../store/use-counter.ts';
import { ArchiveProblem, isArchiveProblem, type ArchiveProblemCode } from '../settings/archive-problem.tsx';
import { OwnerPinAlert } from '../pin/owner-pin-alert.tsx';

/** Opens a counter again that was moved, on the word of whoever answers for it, and says what that means. */
export function ReopenKey({ bridge }: { readonly bridge: LoketBridge }) {
  const words = useMessages().stopped;
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
    <>
      <OwnerPinAlert
        opener={{ label: words.reopen, className: 'button stopped-key' }}
        title={words.reopenTitle}
        what={words.reopenWhat}
        confirm={words.reopenConfirm}
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        onPin={reopen}
      >
        <p>
          <strong>{words.reopenGap}</strong>
        </p>
      </OwnerPinAlert>
      {problem !== null && <ArchiveProblem code={problem} />}
    </>
  );
}
