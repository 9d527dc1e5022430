import fs from 'node:fs';
import path from 'node:path';
import { createArchives, type ArchivesParts } from '../../../electron/app/archives.ts';
import { createSelling } from '../../../electron/app/selling.ts';
import { teleanjar } from '../../../electron/billers/teleanjar/teleanjar.ts';
import { readArchive } from '../../../electron/archive/read-archive.ts';
import { writeArchive } from '../../../electron/archive/write-archive.ts';
import { backUp } from '../../../electron/ledger/backup.ts';
import type { LedgerKeeper } from '../../../electron/ledger/ledger.ts';
import { countMissing } from '../../../electron/ledger/missing-payments.ts';
import { finishRestore } from '../../../electron/ledger/open-for-run.ts';
import { previewBackup } from '../../../electron/ledger/preview-backup.ts';
import { migrations } from '../../../electron/ledger/schema.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { stageRestore, unstageRestore } from '../../../electron/ledger/stage-restore.ts';
import { restoredSettingsOf } from '../../../electron/settings/restored-settings.ts';
import {
  defaultSettings,
  openSettings,
  readArchivedSettings,
} from '../../../electron/settings/settings-file.ts';
import type { Settings } from '../../../electron/settings/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { arming, quote, start } from '../ledger/documents.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';
import { storedPin } from '../../electron/owner-pin.ts';
import { fakeClock } from './fake-clock.ts';
import { newCounter } from './sale-bench.ts';

export const passphrase = 'kunci warung bu sri';
export const pin = '135790';
const former = { defaults: teleanjar.form.defaults, kindOf: () => undefined };

/** A counter with a real ledger and real settings in a folder of its own; what a worker does is done here. */
export function archiveCounter(over: Partial<Settings> = {}, sold: readonly number[] = [1]) {
  const dataFolder = memoryFolder();
  const settingsFile = path.join(dataFolder, 'settings.json');
  const file = path.join(dataFolder, 'live', 'ledger.db');
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(
    settingsFile,
    JSON.stringify({
      ...defaultSettings,
      open: 'live',
      born: ['live'],
      pin: storedPin(pin),
      counterId: '0a1b2c3d',
      ...over,
    }),
  );
  const store = openSettings(settingsFile, former);
  const opened = openLedger(file, 'live', start);
  if (!store.ok || !opened.ok) throw new Error('not open');
  const ledger = opened.value;
  let isOpen = true;
  for (const n of sold) {
    ledger.addQuote(quote(n));
    ledger.arm(arming(n));
  }
  const [clock, counter] = [fakeClock(), newCounter()];
  const log = { fault: () => undefined, note: () => undefined };
  const state = { target: '' as string | undefined, listening: false, restarts: 0 };

  const keeper: Pick<LedgerKeeper, 'backUp' | 'preview' | 'stage' | 'unstage' | 'close'> = {
    async backUp(folder, at) {
      const made = await backUp({ file, kind: 'live', folder, at });
      return made.ok ? ok({ at: made.value.at }) : made;
    },
    preview(copy) {
      const found = previewBackup(copy, 'live');
      if (!found.ok) return Promise.resolve(err('not-verified'));
      const { madeAt: at, newestEventAt: newestAt, payments, open: unresolved } = found.value;
      return Promise.resolve(ok({ at, newestAt, payments, unresolved, missing: countMissing(file, copy) }));
    },
    async stage(copy, archive) {
      const staged = await stageRestore(file, copy, 'live', undefined, archive);
      return staged.ok ? ok(undefined) : err('not-verified');
    },
    unstage() {
      unstageRestore(file);
      return Promise.resolve(ok(undefined));
    },
    close: () => Promise.resolve(),
  };
  const selling = createSelling(counter, log);
  const parts: ArchivesParts = {
    dataFolder,
    archiver: { write: (order) => writeArchive(order, 10), read: readArchive },
    places: {
      chooseTarget: () => Promise.resolve(state.target),
      chooseArchive: () => Promise.resolve(state.target),
    },
    store: store.value,
    readSettings: (text) => readArchivedSettings(text, former),
    restored: restoredSettingsOf(settingsFile),
    ledger,
    keeper,
    keeperOf: () => keeper,
    present: () => ['live'],
    program: '0.1.0',
    schema: migrations.length,
    clock,
    counter,
    selling,
    onResumed: () => undefined,
    approve: (typed) => Promise.resolve(typed === pin ? ok({ person: 'Pemilik' }) : err('wrong-pin')),
    isListening: () => state.listening,
    restart: () => void (state.restarts += 1),
    log,
  };
  return {
    dataFolder,
    parts,
    archives: createArchives(parts),
    counter,
    store: store.value,
    ledger,
    state,
    stop: (because: 'ledger-fault') => selling.stop(because),
    /** What the next start finds: the settings, and the payments of its ledger. */
    startAgain() {
      if (isOpen) ledger.close();
      isOpen = false;
      const finished = finishRestore({ file, kind: 'live', now: start });
      if (!finished.ok) throw new Error('the restore was not finished');
      restoredSettingsOf(settingsFile).finish(finished.value?.archive?.id, () => undefined);
      const again = openSettings(settingsFile, former);
      const reopened = openLedger(file, 'live', start);
      if (!again.ok || !reopened.ok) throw new Error('does not open');
      const shop = again.value.get();
      const payments = [1, 2, 3].filter((n) => reopened.value.payment(quote(n).id) !== undefined);
      reopened.value.close();
      return { settings: shop, payments, restored: finished.value };
    },
  };
}
