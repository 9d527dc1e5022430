import { useEffect, useState } from 'react';
import type { LoketBridge, RequestOutput } from '../../../shared/contract/contract.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { MakeArchive } from './make-archive.tsx';
import { RestoreArchive } from './restore-archive.tsx';
import './archive-page.css';

/** The whole of the counter in one file: made here, or put in this counter's place. */
export function ArchivePage({ bridge }: { readonly bridge: LoketBridge }) {
  const words = useMessages().settings.archive;
  const [state, setState] = useState<RequestOutput<'archives'> | null>(null);

  useEffect(() => {
    bridge
      .archives()
      .then((result) => result.ok && setState(result.value))
      .catch(reportBug);
  }, [bridge]);

  return (
    <>
      <p>{words.what}</p>
      {state !== null && (
        <div className="archive-halves">
          <MakeArchive bridge={bridge} state={state} />
          <RestoreArchive bridge={bridge} asksPin={state.asksPin} />
        </div>
      )}
    </>
  );
}
