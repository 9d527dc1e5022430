import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { cutOffAt, nextCutOff } from '../../shared/payment/cut-off.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { ProductId } from '../../shared/products.ts';
import { instant, nextMidnight, type Instant } from '../../shared/time.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { QuoteDesk } from './quote-desk.ts';

/** Whether PLN's night is kept: the practice server of training never closes, and people train after hours. */
const keepsPlnNight = (kind: LedgerKind): boolean => kind !== 'training';

/** PLN is closing its books, by the biller's clock, and the owner has not insisted. */
export function isClosedFor(
  quote: Quote,
  parts: {
    readonly ledger: { readonly kind: LedgerKind };
    readonly notes: Pick<BillerNotes, 'nowAt'>;
    readonly desk: Pick<QuoteDesk, 'isInsisted'>;
  },
): boolean {
  if (!keepsPlnNight(parts.ledger.kind)) return false;
  const isClosed = cutOffAt(quote.product, parts.notes.nowAt(quote.biller)).kind === 'closed';
  return isClosed && !parts.desk.isInsisted(quote.id);
}

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
