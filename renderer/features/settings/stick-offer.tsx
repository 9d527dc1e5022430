import { useEffect, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { OwnerPinAlert } from '../pin/owner-pin-alert.tsx';
import type { PinRefusal } from '../pin/owner-pin-form.tsx';

type Said = 'nothing' | 'starting' | 'stick-gone' | 'payment-unresolved';

/** A settings file on a stick, and the key that has its owner take it. Nothing where there is none. */
export function StickOffer({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages();
  const words = m.settings.stick;
  const [file, setFile] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [said, setSaid] = useState<Said>('nothing');

  useEffect(() => {
    bridge
      .offeredProvision()
      .then((result) => result.ok && setFile(result.value.file))
      .catch(reportBug);
  }, [bridge]);
  if (file === null) return null;

  const take = async (pin: string): Promise<PinRefusal | null> => {
    const result = await bridge.takeProvision({ file, pin });
    const code = result.ok ? 'starting' : result.error.code;
    if (code !== 'starting' && code !== 'stick-gone' && code !== 'payment-unresolved') return code;
    setSaid(code);
    setIsAsking(false);
    return null;
  };
  const isTrouble = said === 'stick-gone' || said === 'payment-unresolved';

  return (
    <section className="stick-offer" aria-label={words.title} data-testid="stick-offer">
      <p>{words.offer(file)}</p>
      <OwnerPinAlert
        opener={{ label: words.take, className: 'button' }}
        title={words.title}
        what={words.what(file)}
        confirm={words.confirm}
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        onPin={take}
      >
        <p>
          <strong>{words.trust}</strong>
        </p>
      </OwnerPinAlert>
      <p role={isTrouble ? 'alert' : 'status'} className={isTrouble ? 'form-fault' : ''}>
        {said === 'starting' && words.starting}
        {said === 'stick-gone' && words.gone}
        {said === 'payment-unresolved' && m.settingsProblems[said]}
      </p>
    </section>
  );
}
