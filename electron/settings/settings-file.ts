import fs from 'node:fs';
import path from 'node:path';
import { sync as writeFileAtomically } from 'write-file-atomic';
import { ledgerKinds } from '../../shared/ledger-kind.ts';
import { defaultNumberRules } from '../../shared/products.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { shopSettingsSchema, teleanjarSettingsSchema } from '../../shared/settings.ts';
import { z } from '../../shared/zod.ts';
import type { Settings, SettingsStore } from './settings.ts';

const settingsSchema = z.strictObject({
  version: z.literal(1),
  open: z.enum(['training', 'biller']),
  born: z.array(z.enum(ledgerKinds)),
  shop: shopSettingsSchema,
  teleanjar: teleanjarSettingsSchema,
});

/**
 * A fresh counter: training, on the screen. `TELE-PLN-POSTPAID` is seen in real clients; the other product
 * codes are our best reading and must be compared with Teleanjar's own list.
 */
export const defaultSettings: Settings = {
  version: 1,
  open: 'training',
  born: [],
  shop: {
    language: 'id',
    theme: 'system',
    shop: { name: 'Loket', address: '' },
    printer: { kind: 'screen', paper: '58mm' },
    numberRules: { ...defaultNumberRules },
    pictureFolder: '',
  },
  teleanjar: {
    baseUrl: '',
    separator: 'pipe',
    productCodes: {
      'pln-postpaid': 'TELE-PLN-POSTPAID',
      'pln-prepaid': 'TELE-PLN-PREPAID',
      'pln-nontaglis': 'TELE-PLN-NONTAGLIS',
      'telkom-pstn': 'TELE-TELKOM-PSTN',
    },
  },
};

/** Opens the settings in the file at `file`. A file that cannot be understood is left alone and named. */
export function openSettings(file: string): Result<SettingsStore, { readonly file: string }> {
  const found = read(file);
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

function read(file: string): Settings | undefined | 'unreadable' {
  if (!fs.existsSync(file)) return undefined;
  try {
    return settingsSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return 'unreadable';
  }
}
