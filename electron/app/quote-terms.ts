import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { nextCutOff } from '../../shared/payment/cut-off.ts';
import type { ProductId } from '../../shared/products.ts';
import { instant, nextMidnight, type Instant } from '../../shared/time.ts';

/** Whether PLN's night is kept: the practice server of training never closes, and people train after hours. */
export const keepsPlnNight = (kind: LedgerKind): boolean => kind !== 'training';

/**
 * Until when, by this PC's clock, an inquiry made now may be paid: billers take a payment on the day of its inquiry
 * only (IAK says so with code 04), and PLN's books close before. Midnight and cut-off are the biller's, so the PC's
 * clock is corrected by what the biller's answers told of its own.
 */
export function quoteExpiry(
  product: ProductId,
  kind: LedgerKind,
  now: Instant,
  billerAheadMs: number,
): Instant {
  const there = instant(now + billerAheadMs);
  const midnight = nextMidnight(there, 'WIB');
  const cutOff = keepsPlnNight(kind) ? nextCutOff(product, there) : undefined;
  const ends = Math.min(midnight, cutOff ?? midnight);
  return instant(ends - billerAheadMs);
}
