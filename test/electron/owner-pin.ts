import { scryptSync } from 'node:crypto';
import type { PinHash } from '../../electron/settings/settings.ts';

export const pin = '135790';

/** A PIN as the settings keep it: the owner's, unless told otherwise. */
export function storedPin(of = pin): PinHash {
  const salt = Buffer.from(`salt of a test, 16+ bytes, ${of}`);
  const cost = 2 ** 14;
  const hash = scryptSync(of, salt, 32, { N: cost, r: 8, p: 1 });
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), cost, failures: 0 };
}
