import { isPln, type ProductId } from '../products.ts';
import { instant, nextMidnight, type Instant } from '../time.ts';

/**
 * PLN closes its books every night around midnight WIB, and what is paid meanwhile may be lost between two days.
 * Sellers stop from 23:30 to 00:30; half an hour on either side answers are slow and bills may change.
 */
const minute = 60_000;
const day = 24 * 60 * minute;
const closedAround = 30 * minute;
const warnedAround = 60 * minute;

/** How far a product is from its cut-off. `closed`: it is not paid; `warned`: it is, with care, until `opensAt`. */
export type CutOff =
  | { readonly kind: 'open' }
  | { readonly kind: 'warned'; readonly opensAt: Instant }
  | { readonly kind: 'closed'; readonly opensAt: Instant };

/** The hours of one night, the first moment of each and the first after it. */
export interface CutOffNight {
  readonly closesAt: Instant;
  readonly opensAt: Instant;
  /** From here on nobody needs to be warned any more. */
  readonly safeAt: Instant;
}

/** The midnight (WIB) that `at` is nearest to; at noon the coming one. */
const nearestMidnight = (at: Instant): Instant => nextMidnight(instant(at - day / 2), 'WIB');

/** The night that `at` is nearest to, by the biller's clock. */
export function nearestNight(at: Instant): CutOffNight {
  const midnight = nearestMidnight(at);
  return {
    closesAt: instant(midnight - closedAround),
    opensAt: instant(midnight + closedAround),
    safeAt: instant(midnight + warnedAround),
  };
}

/**
 * Whether a product can be paid at `at`, which is the biller's clock. `opensAt` is when its books open again, and once
 * they have, when the half hour of care after it is over.
 */
export function cutOffAt(product: ProductId, at: Instant): CutOff {
  if (!isPln(product)) return { kind: 'open' };
  const { closesAt, opensAt, safeAt } = nearestNight(at);
  if (at >= closesAt && at < opensAt) return { kind: 'closed', opensAt };
  if (at >= opensAt && at < safeAt) return { kind: 'warned', opensAt: safeAt };
  const warnsAt = closesAt - (warnedAround - closedAround);
  return at >= warnsAt && at < closesAt ? { kind: 'warned', opensAt } : { kind: 'open' };
}

/** When a product's books close next after `at`; `undefined` for one that has no cut-off. */
export function nextCutOff(product: ProductId, at: Instant): Instant | undefined {
  if (!isPln(product)) return undefined;
  return instant(nextMidnight(instant(at + closedAround), 'WIB') - closedAround);
}
