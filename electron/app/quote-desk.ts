import type { OfferId, QuoteId } from '../../shared/ids.ts';
import type { Rupiah } from '../../shared/money.ts';
import type { Extras, Offer, Quote } from '../../shared/payment/quote.ts';
import type { Instant } from '../../shared/time.ts';
import type { ApiExchange } from '../billers/biller.ts';
import type { Clock } from './clock.ts';

const fourHoursMs = 4 * 3_600_000;
const clockStepMs = 60_000;

/** A moment by both clocks. */
interface Stamp {
  readonly wallMs: Instant;
  readonly monotonicMs: number;
}

/** What lies on the desk: since when, and until which moment on the wall at the latest. */
interface Onset {
  readonly put: Stamp;
  readonly expiresAt: Instant;
}

/** An offer with what its inquiry brought that the window has no business with. */
export interface OfferOnDesk {
  readonly offer: Offer;
  readonly extras: Extras;
  readonly inquiryId: string;
  readonly ourReference?: string;
  readonly exchange: ApiExchange;
  readonly expiresAt: Instant;
}

/**
 * The quotes and offers of this run, and the cash told for each quote. In memory only: a restart clears the
 * desk, and nothing that lay on it can be paid afterwards.
 */
export interface QuoteDesk {
  putOffer(offer: OfferOnDesk): void;
  /** `undefined` once it is too old: an inquiry is of its day. */
  offer(id: OfferId): OfferOnDesk | undefined;
  /** Puts a quote; one made of an offer is as old as the offer's inquiry. */
  putQuote(quote: Quote, of?: OfferId): void;
  quote(id: QuoteId): Quote | undefined;
  /** Too old: at its expiry, after four hours by the monotonic clock, or once the PC's clock has jumped. */
  isExpired(id: QuoteId): boolean;
  /** Notes the cash for a quote, or that there is none. */
  tender(id: QuoteId, cash: Rupiah | undefined): void;
  cash(id: QuoteId): Rupiah | undefined;
  /** Notes that the owner wants the quote paid although PLN is closing its books. */
  insist(id: QuoteId): void;
  isInsisted(id: QuoteId): boolean;
  /** Notes that doubts about paying a quote, by their keys, have been confirmed. */
  confirm(id: QuoteId, doubts: readonly string[]): void;
  confirmed(id: QuoteId): readonly string[];
  removeQuote(id: QuoteId): void;
}

/** The counter's own sale has a few, a lot as many as it has lines, twice where it is inquired anew; the oldest makes room. */
const capacity = 2400;

export function createQuoteDesk(clock: Clock): QuoteDesk {
  const offers = new Map<OfferId, Onset & { readonly onDesk: OfferOnDesk }>();
  const quotes = new Map<
    QuoteId,
    Onset & {
      readonly quote: Quote;
      cash?: Rupiah | undefined;
      insisted?: true;
      confirmed: readonly string[];
    }
  >();
  return {
    putOffer(onDesk) {
      const put = stamp(clock);
      putBounded(offers, onDesk.offer.id, { onDesk, put, expiresAt: onDesk.expiresAt });
    },
    offer(id) {
      const entry = offers.get(id);
      return entry === undefined || hasExpired(entry, stamp(clock)) ? undefined : entry.onDesk;
    },
    putQuote(quote, of) {
      const put = (of === undefined ? undefined : offers.get(of)?.put) ?? stamp(clock);
      putBounded(quotes, quote.id, { quote, put, expiresAt: quote.expiresAt, confirmed: [] });
    },
    quote: (id) => quotes.get(id)?.quote,
    isExpired(id) {
      const entry = quotes.get(id);
      return entry === undefined || hasExpired(entry, stamp(clock));
    },
    tender(id, cash) {
      const entry = quotes.get(id);
      if (entry !== undefined) entry.cash = cash;
    },
    cash: (id) => quotes.get(id)?.cash,
    insist(id) {
      const entry = quotes.get(id);
      if (entry !== undefined) entry.insisted = true;
    },
    isInsisted: (id) => quotes.get(id)?.insisted === true,
    confirm(id, doubts) {
      const entry = quotes.get(id);
      if (entry !== undefined) entry.confirmed = [...new Set([...entry.confirmed, ...doubts])];
    },
    confirmed: (id) => quotes.get(id)?.confirmed ?? [],
    removeQuote: (id) => void quotes.delete(id),
  };
}

const stamp = (clock: Clock): Stamp => ({ wallMs: clock.now(), monotonicMs: clock.monotonicMs() });

/** A clock that was set forward or back says nothing about which day it is, so the inquiry is made anew. */
function hasExpired({ put, expiresAt }: Onset, now: Stamp): boolean {
  const elapsed = now.monotonicMs - put.monotonicMs;
  const step = Math.abs(now.wallMs - put.wallMs - elapsed);
  return now.wallMs >= expiresAt || elapsed >= fourHoursMs || step > clockStepMs;
}

function putBounded<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= capacity) break;
    map.delete(oldest);
  }
}
