import { scryptSync } from 'node:crypto';
import type { PinHash } from '../../electron/settings/settings.ts';

export const pin = '135790';

/** The PIN as the settings keep it. */
export function storedPin(): PinHash {
  const salt = Buffer.from('salt of a test, 16+ bytes');
  const cost = 2 ** 14;
  const hash = scryptSync(pin, salt, 32, { N: cost, r: 8, p: 1 });
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), cost, failures: 0 };
}
