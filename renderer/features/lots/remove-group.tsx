import { useLayoutEffect, useRef } from 'react';
import type { GroupInBrief } from '../../../shared/lot/group.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useLots } from './use-lots.ts';

/** Once more before a group is gone. What does nothing has the focus. */
export function RemoveGroup({ group }: { readonly group: GroupInBrief }) {
  const { lots: words } = useMessages();
  const lots = useLots();
  const keys = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => keys.current?.querySelector('button')?.focus(), []);
  return (
    <section className="lots-question" aria-labelledby="lots-question">
      <h3 id="lots-question" className="lots-question-title">
        {words.removeTitle(group.name)}
      </h3>
      <p>{words.removeWords(group.count)}</p>
      <div ref={keys} className="lots-question-keys">
        <Button keyCap="Esc" onPress={() => lots.show({ at: 'home' })}>
          {words.back}
        </Button>
        <Button look="main" onPress={() => void lots.removeGroup().catch(reportBug)}>
          {words.remove}
        </Button>
      </div>
    </section>
  );
}
