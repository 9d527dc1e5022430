import fs from 'node:fs';
import path from 'node:path';
import { sync as writeFileAtomically } from 'write-file-atomic';
import { defaultPrinting } from '../../shared/printing/printing-settings.ts';
import { defaultNumberRules } from '../../shared/products.ts';
import { usualScreens } from '../../shared/screens.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { noUpdateSource } from '../../shared/update/source.ts';
import { z } from '../../shared/zod.ts';
import { usualHabits } from './usual-habits.ts';
import { readFormerSettings, type FormerBiller } from './former-settings.ts';
import { settingsSchema } from './settings-schema.ts';
import type { Settings, SettingsStore } from './settings.ts';

/** A fresh counter: training, on the screen, every biller as its own definition has it. */
export const defaultSettings: Settings = {
  version: 4,
  open: 'training',
  born: [],
  shop: {
    language: 'id',
    theme: 'system',
    shop: { name: 'Loket', address: '' },
    slip: { logo: null, footer: '', qr: '' },
    numberRules: { ...defaultNumberRules },
    pictureFolder: '',
    backupFolder: '',
    ...usualHabits,
  },
  printing: defaultPrinting,
  screens: usualScreens,
  printerMemory: {},
  preferredBiller: 'teleanjar',
  billers: {},
  pin: null,
  staff: [],
  isIntroduced: false,
  counterId: null,
  retired: null,
  updates: noUpdateSource,
};

/**
 * Opens the settings in the file at `file`. A file that cannot be understood is left alone and named; one of an earlier
 * version is understood, and written as today's with the next change.
 */
export function openSettings(
  file: string,
  former: FormerBiller,
): Result<SettingsStore, { readonly file: string }> {
  const found = read(file, former);
  if (found === 'unreadable') return err({ file });
  let settings = found ?? defaultSettings;
  return ok({
    existed: found !== undefined,
    get: () => settings,
    save(next) {
      const valid = settingsSchema.parse(next);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      writeFileAtomically(file, `${JSON.stringify(valid, null, 2)}\n`, { mode: 0o600, fsync: true });
      settings = valid;
    },
  });
}

/** Settings out of an archive; those of a newer program are told from what is none at all. */
export function readArchivedSettings(text: string, former: FormerBiller): Settings | 'newer' | undefined {
  try {
    const content: unknown = JSON.parse(text);
    const { version } = z.object({ version: z.int() }).parse(content);
    return version > defaultSettings.version ? 'newer' : understand(content, former);
  } catch {
    return undefined;
  }
}

/** @throws where it is no settings file of ours. */
const understand = (content: unknown, former: FormerBiller): Settings =>
  settingsSchema.parse(isFormer(content) ? readFormerSettings(content, former) : content);

function read(file: string, former: FormerBiller): Settings | undefined | 'unreadable' {
  if (!fs.existsSync(file)) return undefined;
  try {
    const content: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return understand(content, former);
  } catch {
    return 'unreadable';
  }
}

const isFormer = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'version' in content && content.version !== 4;
