import fs from 'node:fs';
import path from 'node:path';
import { sync as writeFileAtomically } from 'write-file-atomic';
import { settingsSchema } from './settings-schema.ts';
import type { Settings } from './settings.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * Settings that come with a ledger out of an archive. They lie beside the settings' file, and take its place at the start
 * that finds their ledger in place: the ledger is what decides, so that after a power cut both are new or both are old.
 */
export interface RestoredSettings {
  /** Has them durable beside the settings. @throws Error where the disk fails. */
  prepare(id: string, settings: Settings): void;
  /** Takes them away again. @throws Error where the disk fails. */
  drop(): void;
  /**
   * Puts those of `id` in place, if they are not yet; the ones of before are kept as `settings-replaced-<id>.json`. `first` is
   * done before, once or more. Any others are of a restore that came to nothing, and go. `undefined`: there was no restore.
   *
   * @throws Error where the disk fails: the next start goes on.
   */
  finish(id: string | undefined, first: () => void): void;
}

export function restoredSettingsOf(file: string): RestoredSettings {
  const folder = path.dirname(file);
  const prefix = `${path.basename(file)}.restore-`;
  const nameOf = (id: string): string => path.join(folder, prefix + id);

  const drop = (): void => {
    if (!fs.existsSync(folder)) return;
    for (const name of fs.readdirSync(folder))
      if (name.startsWith(prefix)) fs.rmSync(path.join(folder, name));
  };

  return {
    prepare(id, settings) {
      drop();
      const valid = settingsSchema.parse(settings);
      writeFileAtomically(nameOf(id), `${JSON.stringify(valid, null, 2)}\n`, { mode: 0o600, fsync: true });
    },
    drop,
    finish(id, first) {
      if (id !== undefined && fs.existsSync(nameOf(id))) {
        first();
        keepAside(file, path.join(folder, `settings-replaced-${id}.json`));
        fs.renameSync(nameOf(id), file);
        syncFolder(folder);
      }
      drop();
    },
  };
}

function keepAside(file: string, aside: string): void {
  if (!fs.existsSync(file)) return;
  writeFileAtomically(aside, fs.readFileSync(file), { mode: 0o600, fsync: true });
}
