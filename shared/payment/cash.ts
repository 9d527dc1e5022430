import type { Rupiah } from '../money.ts';

/**
 * More change than this nobody gives out at a counter, where the largest note is 100.000: such cash is a barcode
 * that was scanned into the field, or a digit too many.
 */
export const mostChange = 1_000_000;

/** Whether `cash` can have been counted out for `total`: enough, and not absurdly more. */
export function judgeCash(total: Rupiah, cash: Rupiah): 'short' | 'implausible' | 'enough' {
  if (cash < total) return 'short';
  return cash - total > mostChange ? 'implausible' : 'enough';
}
