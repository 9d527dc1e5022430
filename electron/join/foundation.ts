import path from 'node:path';
import { app } from 'electron';
import type { StartupProblem } from '../../shared/i18n/startup.ts';
import { ledgerKinds } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PolicyKept } from '../app/keep-policy.ts';
import { createApprove, type Approve } from '../app/approve.ts';
import { systemClock, type Clock } from '../app/clock.ts';
import type { Log } from '../app/log.ts';
import { createOwnerPin, type OwnerPin } from '../app/owner-pin.ts';
import { createPinGuesses, type PinGuesses } from '../app/pin-guesses.ts';
import { teleanjar } from '../billers/teleanjar/teleanjar.ts';
import { lockDataFolder } from '../ledger/instance-lock.ts';
import { ledgerFilesIn, type LedgerFiles } from '../ledger/ledger-files.ts';
import { finishRestore } from '../ledger/open-for-run.ts';
import { folderFacts, unsafeFolder } from '../ledger/unsafe-folder.ts';
import { openFileLog } from '../logging/file-log.ts';
import { restoredSettingsOf } from '../settings/restored-settings.ts';
import { openSettings } from '../settings/settings-file.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { createKeyStoreVault } from '../vault/key-store-vault.ts';
import type { Vault } from '../vault/vault.ts';

/** What all else stands on: a data folder that is this program's alone, and what is set and kept secret in it. */
export interface Foundation {
  readonly dataFolder: string;
  readonly files: LedgerFiles;
  readonly store: SettingsStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly guesses: PinGuesses;
  readonly ownerPin: OwnerPin;
  readonly approve: Approve;
  /** Lets another program have the data folder. */
  readonly release: () => void;
}

/** The foundation, and what the computer's policy sets of it. */
export interface RuledFoundation extends Foundation {
  readonly policy: PolicyKept;
}

/** What settings of the time when there was one biller are read by. */
export const formerBiller = {
  defaults: teleanjar.form.defaults,
  kindOf: (address: string) => teleanjar.ledgerKindOf(address),
};

export async function openFoundation(): Promise<Result<Foundation, StartupProblem>> {
  const dataFolder = app.getPath('userData');
  const clock = systemClock;
  const unsafe = unsafeFolder(dataFolder, folderFacts(dataFolder));
  if (unsafe !== undefined) return err({ code: 'unsafe-folder', folder: dataFolder, because: unsafe });
  // Electron's own lock knows only this user's programs.
  const locked = lockDataFolder(dataFolder);
  if (!locked.ok) return err({ code: locked.error, folder: dataFolder });
  const files = ledgerFilesIn(dataFolder);
  // A restore that was cut off is finished before anybody looks which ledgers there are.
  let archive: string | undefined;
  for (const each of ledgerKinds) {
    const finished = finishRestore({ file: files.of(each), kind: each, now: clock.now() });
    if (!finished.ok) return finished;
    archive ??= finished.value?.archive?.id;
  }
  const vault = createKeyStoreVault({
    file: path.join(dataFolder, 'vault.json'),
    monotonicMs: () => clock.monotonicMs(),
    onFault: (error) => log.fault('the credentials could not be sealed or written', error),
  });
  const settingsFile = path.join(dataFolder, 'settings.json');
  try {
    // Credentials were given for the addresses that stood here before, and for no others.
    restoredSettingsOf(settingsFile).finish(archive, () => vault.forgetAll());
  } catch (error) {
    return err({ code: 'restore-failed', file: settingsFile, detail: String(error) });
  }
  const opened = openSettings(settingsFile, formerBiller);
  if (!opened.ok) return err({ code: 'settings-unreadable', file: opened.error.file });
  const store = opened.value;
  const log = openFileLog({
    folder: path.join(dataFolder, 'logs'),
    toConsole: !app.isPackaged,
    secrets: () => vault.allSecrets(),
  });
  noteBugs(log);
  await vault.open();
  const guesses = createPinGuesses({ store, clock, log });
  return ok({
    dataFolder,
    files,
    store,
    vault,
    clock,
    log,
    guesses,
    ownerPin: createOwnerPin({ store, guesses, log }),
    approve: createApprove(store, guesses),
    release: () => locked.value.release(),
  });
}

function noteBugs(log: Log): void {
  const onBug = (bug: unknown): void => {
    log.fault('a bug', bug);
    // Loud where somebody can mend it; contained where somebody sells.
    if (!app.isPackaged) app.exit(70);
  };
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);
}
