import type { OfferId, QuoteId } from '../../shared/ids.ts';
import type { Rupiah } from '../../shared/money.ts';
import type { Offer, Quote } from '../../shared/payment/quote.ts';
import type { Clock } from './clock.ts';

const fourHoursMs = 4 * 3_600_000;
const clockStepMs = 60_000;

/** When something was put on the desk, by both clocks. */
interface Stamp {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

/** An offer with the biller's id for its inquiry, which the window has no business with. */
export interface OfferOnDesk {
  readonly offer: Offer;
  readonly inquiryId: string;
}

/**
 * The quotes and offers of this run, and the cash told for each quote. In memory only: a restart clears the
 * desk, and nothing that lay on it can be paid afterwards.
 */
export interface QuoteDesk {
  putOffer(offer: OfferOnDesk): void;
  offer(id: OfferId): OfferOnDesk | undefined;
  putQuote(quote: Quote): void;
  quote(id: QuoteId): Quote | undefined;
  /** Too old: at its expiry, after four hours by the monotonic clock, or once the PC's clock has jumped. */
  isExpired(id: QuoteId): boolean;
  tender(id: QuoteId, cash: Rupiah): void;
  cash(id: QuoteId): Rupiah | undefined;
  removeQuote(id: QuoteId): void;
}

/** A counter never has more than a few on the desk; the oldest makes room. */
const capacity = 200;

export function createQuoteDesk(clock: Clock): QuoteDesk {
  const offers = new Map<OfferId, OfferOnDesk>();
  const quotes = new Map<QuoteId, { readonly quote: Quote; readonly put: Stamp; cash?: Rupiah }>();
  return {
    putOffer: (onDesk) => putBounded(offers, onDesk.offer.id, onDesk),
    offer: (id) => offers.get(id),
    putQuote: (quote) => putBounded(quotes, quote.id, { quote, put: stamp(clock) }),
    quote: (id) => quotes.get(id)?.quote,
    isExpired(id) {
      const entry = quotes.get(id);
      return entry === undefined || hasExpired(entry.quote, entry.put, stamp(clock));
    },
    tender(id, cash) {
      const entry = quotes.get(id);
      if (entry !== undefined) entry.cash = cash;
    },
    cash: (id) => quotes.get(id)?.cash,
    removeQuote: (id) => void quotes.delete(id),
  };
}

const stamp = (clock: Clock): Stamp => ({ wallMs: clock.now(), monotonicMs: clock.monotonicMs() });

/** A clock that was set forward or back says nothing about which day it is, so the quote is asked for anew. */
function hasExpired(quote: Quote, put: Stamp, now: Stamp): boolean {
  const elapsed = now.monotonicMs - put.monotonicMs;
  const step = Math.abs(now.wallMs - put.wallMs - elapsed);
  return now.wallMs >= quote.expiresAt || elapsed >= fourHoursMs || step > clockStepMs;
}

function putBounded<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= capacity) break;
    map.delete(oldest);
  }
}
