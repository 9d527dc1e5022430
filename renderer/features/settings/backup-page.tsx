import type { BackupEntry } from '../../../shared/contract/backups.ts';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { FormPage, TextField } from '../../ui/form.tsx';
import { useNow } from '../../ui/use-now.ts';
import { whenWords } from '../../ui/when.ts';
import { BackupPreviewPanel } from './backup-preview-panel.tsx';
import { sizeWords } from './backup-size.ts';
import { useLocks } from './locks.tsx';
import { SettingsSave } from './settings-save.tsx';
import { useBackups, type BackedUp, type Backups } from './use-backups.ts';
import type { ShopFormState } from './use-shop-form.ts';
import './backup-page.css';

interface BackupPageProps {
  readonly bridge: LoketBridge;
  readonly shop: ShopFormState;
}

/** Where the ledger is backed up, how it stands with that, and the way back to one of the backups. */
export function BackupPage({ bridge, shop }: BackupPageProps) {
  const { form, change, save } = shop;
  const zone = useShopZone();
  const m = useMessages();
  const words = m.settings.backups;
  const lock = useLocks();
  const now = instant(useNow(60_000));
  const { backup } = useCounterState();
  const backups = useBackups(bridge, `${backup.at} ${shop.saved}`);
  return (
    <>
      <FormPage onSave={save}>
        <p>{words.what}</p>
        <TextField
          label={words.folder}
          lock={lock('backupFolder')}
          value={form.backupFolder}
          note={words.folderNote(backups.list?.folder ?? '…')}
          maxLength={1000}
          onType={(backupFolder) => change({ backupFolder })}
        />
        <SettingsSave saved={shop.saved} faults={shop.faults} />
      </FormPage>
      <div className="backup-now">
        <button type="button" className="button" onClick={backups.backUpNow}>
          {words.now}
        </button>
        <div>
          <p data-testid="last-backup">
            {backup.at === null ? words.never : words.last(whenWords(backup.at, now, zone, m))}
          </p>
          <BackedUpWords backedUp={backups.backedUp} now={now} />
        </div>
      </div>
      <h3 className="backup-title">{words.list}</h3>
      <div className="backup-halves">
        <BackupList backups={backups} now={now} />
        <BackupPreviewPanel bridge={bridge} previewed={backups.previewed} />
      </div>
    </>
  );
}

/** What came of the last press; else why the last attempt of main made none. */
function BackedUpWords({ backedUp, now }: { readonly backedUp: BackedUp; readonly now: Instant }) {
  const zone = useShopZone();
  const m = useMessages();
  const { backup } = useCounterState();
  const words = m.settings.backups;
  const code = backedUp.step === 'problem' ? backedUp.code : backup.problem;
  if (backedUp.step === 'running') return <output>{words.running}</output>;
  if (backedUp.step === 'broken-off') return <p role="alert">{words.brokenOff}</p>;
  if (backedUp.step === 'done') {
    const { at, bytes } = backedUp.entry;
    return <output>{words.made(whenWords(at, now, zone, m), sizeWords(bytes, m))}</output>;
  }
  if (code === null) return null;
  const { what, money, next } = m.backupProblems[code];
  return (
    <p role="alert" className="form-fault">
      {what} {money} {next}
    </p>
  );
}

/** The backups there are, newest first. One of them is looked at. */
function BackupList({ backups, now }: { readonly backups: Backups; readonly now: Instant }) {
  const zone = useShopZone();
  const m = useMessages();
  const words = m.settings.backups;
  const { list, previewed, look } = backups;
  const chosen = previewed.step === 'none' ? null : previewed.entry.name;
  if (list === null || list.entries.length === 0) return <p>{list === null ? words.loading : words.none}</p>;
  return (
    <ul className="backup-list" aria-label={words.list}>
      {list.entries.map((entry: BackupEntry) => (
        <li key={entry.name}>
          <button
            type="button"
            className="backup-entry"
            aria-current={entry.name === chosen}
            onClick={() => look(entry)}
          >
            <span>{whenWords(entry.at, now, zone, m)}</span>
            <span className="small">{sizeWords(entry.bytes, m)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
