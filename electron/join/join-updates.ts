import path from 'node:path';
import { app } from 'electron';
import { versionSchema } from '../../shared/update/version.ts';
import type { Backups } from '../app/backups.ts';
import { whyNotNow } from '../app/update-moment.ts';
import { createUpdates, type Updates } from '../app/updates.ts';
import { migrations } from '../ledger/schema.ts';
import { defaultSettings } from '../settings/settings-file.ts';
import { createInstaller } from '../updates/installer.ts';
import { readReleaseKeys } from '../updates/release-keys.ts';
import { createReleases } from '../updates/releases.ts';
import type { Installed } from '../updates/updates.ts';
import type { Foundation } from './foundation.ts';
import type { Joined } from './joined.ts';
import { restart } from './restart.ts';
import { surroundings } from './surroundings.ts';

/** Other versions of the program: from where the owner says, signed by a key of this build, and in its own place. */
export function joinUpdates(
  { foundation, book, counter: { counter }, sale, screens: { hold } }: Joined,
  backups: Backups,
): Updates {
  const { dataFolder, store, clock, approve, log } = foundation;
  const onFault = (what: string, error: unknown): void => log.fault(what, error);
  const installer = createInstaller({
    surroundings: surroundings(),
    resources: process.resourcesPath,
    onFault,
  });
  return createUpdates({
    running: {
      version: app.getVersion(),
      // The ledger that is open has been brought to this.
      ledgerSchema: migrations.length,
      settingsVersion: defaultSettings.version,
      arch: process.arch,
    },
    releases: createReleases({ folder: path.join(dataFolder, 'updates'), keys: keysOf(foundation), onFault }),
    // What ends the program in the midst of it would leave the system with half of one.
    installer: {
      ...installer,
      install: (place, file) => hold.during(() => installer.install(place, file)),
    },
    store,
    approve,
    backups,
    selling: sale.selling,
    whyNotNow: () =>
      whyNotNow({
        counter: counter.state(),
        open: book.ledger.countOpen(),
        isListening: sale.isListening(),
        isPrinting: book.ledger.printJobs.inState('sending').length > 0,
      }),
    clock,
    goOn,
    log,
  });
}

/** The keys lie beside main's own code, in the same seal. */
function keysOf({ log }: Foundation): ReturnType<typeof readReleaseKeys> {
  // Of a version that is no release nobody could say whether another is newer.
  if (!versionSchema.safeParse(app.getVersion()).success) return [];
  try {
    return readReleaseKeys(path.join(app.getAppPath(), 'out/main/release-keys.json'));
  } catch (error) {
    log.fault('the keys for updates could not be read', error);
    return [];
  }
}

function goOn(installed: Installed): void {
  if (installed.kind === 'installed') return restart();
  // Asked for last, so after everything else has been closed.
  app.once('quit', installed.start);
  app.quit();
}
