import type { BillerForm, BillerProfile } from '../../shared/biller-profile.ts';
import type { Settings } from '../settings/settings.ts';

/** A biller as it is set up here: what was saved over what its definition says. */
export function profileOf({ id, defaults }: BillerForm, { billers }: Settings): BillerProfile {
  const saved = Object.hasOwn(billers, id) ? billers[id] : undefined;
  // An option that came with a newer version is not in a profile that an older one saved.
  return saved === undefined
    ? defaults
    : { ...defaults, ...saved, options: { ...defaults.options, ...saved.options } };
}

/** `undefined` where it is no address. */
export const originOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).origin : undefined;
