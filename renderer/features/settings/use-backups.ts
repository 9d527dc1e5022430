import { useEffect, useRef, useState } from 'react';
import type { BackupEntry, BackupPreview, BackupProblemCode } from '../../../shared/contract/backups.ts';
import type { LoketBridge, RequestOutput } from '../../../shared/contract/contract.ts';
import { reportBug } from '../../report-bug.ts';

/** What came of the last press of the key that backs up. */
export type BackedUp =
  | { readonly step: 'not-yet' | 'running' | 'broken-off' }
  | { readonly step: 'done'; readonly entry: BackupEntry }
  | { readonly step: 'problem'; readonly code: BackupProblemCode };

/** What is known of the backup that is looked at. */
export type Previewed =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly entry: BackupEntry }
  | { readonly step: 'done'; readonly entry: BackupEntry; readonly preview: BackupPreview }
  | { readonly step: 'problem'; readonly entry: BackupEntry; readonly code: BackupProblemCode };

/** The backups of the ledger that is open. */
export interface Backups {
  /** `null` until main has told. */
  readonly list: RequestOutput<'backups'> | null;
  readonly backedUp: BackedUp;
  readonly previewed: Previewed;
  readonly backUpNow: () => void;
  readonly look: (entry: BackupEntry) => void;
}

/** The list, and what it was fetched after. */
interface Fetched {
  readonly asOf: string;
  readonly list: RequestOutput<'backups'>;
}

/** `changedBy`: whatever may have changed the list; it is fetched anew when that is another. */
export function useBackups(bridge: LoketBridge, changedBy: string): Backups {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [backedUp, setBackedUp] = useState<BackedUp>({ step: 'not-yet' });
  const [previewed, setPreviewed] = useState<Previewed>({ step: 'none' });
  /** The one looked at last: a large one is read longer than the next. */
  const looksAt = useRef('');

  const asOf = `${changedBy} ${backedUp.step === 'done' ? backedUp.entry.name : ''}`;

  useEffect(() => {
    let isGone = false;
    bridge
      .backups()
      .then((result) => {
        if (result.ok && !isGone) setFetched({ asOf, list: result.value });
      })
      .catch(reportBug);
    return () => {
      isGone = true;
    };
  }, [bridge, asOf]);

  // The key keeps the focus while it works; pressed again then, it does nothing.
  const backUp = async (): Promise<void> => {
    if (backedUp.step === 'running') return;
    setBackedUp({ step: 'running' });
    const result = await bridge.backUpNow();
    setBackedUp(
      result.ok ? { step: 'done', entry: result.value } : { step: 'problem', code: result.error.code },
    );
  };

  const look = async (entry: BackupEntry): Promise<void> => {
    looksAt.current = entry.name;
    setPreviewed({ step: 'reading', entry });
    const result = await bridge.previewBackup({ name: entry.name });
    if (looksAt.current !== entry.name) return;
    setPreviewed(
      result.ok
        ? { step: 'done', entry, preview: result.value }
        : { step: 'problem', entry, code: result.error.code },
    );
  };

  return {
    // The one before stays in view until the next has come.
    list: fetched?.list ?? null,
    backedUp,
    previewed,
    backUpNow: () =>
      void backUp().catch((fault: unknown) => {
        setBackedUp({ step: 'broken-off' });
        reportBug(fault);
      }),
    look: (entry) => void look(entry).catch(reportBug),
  };
}
