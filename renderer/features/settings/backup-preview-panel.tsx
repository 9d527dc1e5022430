import { useState } from 'react';
import type { BackupEntry, BackupPreview } from '../../../shared/contract/backups.ts';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useMessages } from '../../store/use-counter.ts';
import { useNow } from '../../ui/use-now.ts';
import { whenWords } from '../../ui/when.ts';
import { OwnerPinAlert } from '../pin/owner-pin-alert.tsx';
import type { Previewed } from './use-backups.ts';

interface BackupPreviewPanelProps {
  readonly bridge: LoketBridge;
  readonly previewed: Previewed;
}

/** What a backup holds, and the way back to it. */
export function BackupPreviewPanel({ bridge, previewed }: BackupPreviewPanelProps) {
  const m = useMessages();
  const words = m.settings.backups;
  switch (previewed.step) {
    case 'none':
      return <p>{words.choose}</p>;
    case 'reading':
      return <output>{words.previewLoading}</output>;
    case 'problem': {
      const { what, money, next } = m.backupProblems[previewed.code];
      return (
        <p role="alert">
          {what} {money} <strong>{next}</strong>
        </p>
      );
    }
    case 'done':
      return <Preview key={previewed.entry.name} bridge={bridge} {...previewed} />;
  }
}

interface PreviewProps {
  readonly bridge: LoketBridge;
  readonly entry: BackupEntry;
  readonly preview: BackupPreview;
}

function Preview({ bridge, entry, preview }: PreviewProps) {
  const zone = useShopZone();
  const m = useMessages();
  const words = m.settings.backups;
  const now = instant(useNow(60_000));
  const { newestAt, payments, unresolved, missing } = preview;
  return (
    <section className="backup-preview" aria-label={words.preview} data-testid="backup-preview">
      <dl className="backup-facts">
        <dt>{words.newest}</dt>
        <dd>{newestAt === null ? words.empty : whenWords(newestAt, now, zone, m)}</dd>
        <dt>{words.payments}</dt>
        <dd>{payments}</dd>
        <dt>{words.unresolved}</dt>
        <dd>{unresolved}</dd>
        <dt>{words.missing}</dt>
        <dd>{words.missingCount(missing)}</dd>
      </dl>
      <RestoreKey bridge={bridge} entry={entry} preview={preview} />
    </section>
  );
}

/** Asks the owner before the ledger is replaced, and says what that means. Loket is opened anew by it. */
function RestoreKey({ bridge, entry, preview }: PreviewProps) {
  const zone = useShopZone();
  const m = useMessages();
  const words = m.settings.backups;
  const now = instant(useNow(60_000));
  const [state, setState] = useState<'closed' | 'asking' | 'restoring'>('closed');

  const restore = async (pin: string) => {
    const result = await bridge.restoreBackup({ name: entry.name, pin });
    if (!result.ok) return result.error.code;
    setState('restoring');
    return null;
  };

  return (
    <>
      <OwnerPinAlert
        opener={{ label: words.restore, className: 'button', disabled: state === 'restoring' }}
        title={words.restoreTitle}
        what={words.restoreWhat(whenWords(preview.newestAt ?? preview.at, now, zone, m))}
        confirm={words.restoreConfirm}
        isOpen={state === 'asking'}
        onOpenChange={(open) => setState(open ? 'asking' : 'closed')}
        onPin={restore}
      >
        <p>
          <strong>{words.restoreMissing(preview.missing)}</strong> {words.restoreGap} {words.restoreKept}
        </p>
      </OwnerPinAlert>
      <output>{state === 'restoring' && words.restoring}</output>
    </>
  );
}
