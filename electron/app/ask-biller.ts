import type { Service } from '../../shared/biller-profile.ts';
import type { Found } from '../../shared/contract/contract.ts';
import type { SaleProblem } from '../../shared/contract/sale-problem.ts';
import type { OfferId } from '../../shared/ids.ts';
import { chargeFor } from '../../shared/fees.ts';
import { sumRupiah, type Rupiah } from '../../shared/money.ts';
import { extraKeys, type Extras, type Quote } from '../../shared/payment/quote.ts';
import { checkNumber, type ProductId } from '../../shared/products.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Instant } from '../../shared/time.ts';
import type { ApiExchange, Biller, Inquiry, InquiryRequest } from '../billers/biller.ts';
import type { Ledger, LotPlace } from '../ledger/ledger.ts';
import type { AtCounter } from './at-counter.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import { newOfferId, newQuoteId } from './new-id.ts';
import type { QuoteDesk } from './quote-desk.ts';
import { notReady } from './not-ready.ts';
import { quoteExpiry } from './quote-terms.ts';
import type { Sellers } from './sellers.ts';
import type { Selling } from './selling.ts';

export interface AskBillerParts {
  readonly sellers: Sellers;
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly notes: BillerNotes;
  readonly desk: QuoteDesk;
  readonly clock: Clock;
  readonly selling: Selling;
  /** What the shop adds for itself. */
  readonly shop: () => Pick<ShopSettings, 'fees' | 'rounding'>;
  readonly atCounter: Pick<AtCounter, 'hindrance'>;
}

/** What the cashier asks for. */
export interface Asked {
  readonly product: ProductId;
  readonly service?: string;
  readonly number: string;
  readonly extras?: Extras;
}

/** Questions to the billers and the quotes that are made of their answers: what the counter's own sale and a lot share. */
export interface AskBiller {
  /** Asks for a customer's bills; what is found lies on the desk. */
  ask(asked: Asked, abandoned: AbortSignal, about?: About): Promise<Result<Found, SaleProblem>>;
  /**
   * Makes a quote of an offer. Each denomination chosen is a quote of its own.
   *
   * @param line of a lot, where it is asked for that.
   */
  choose(offer: OfferId, denomination: Rupiah, line?: LotPlace): Result<Quote, SaleProblem>;
}

interface About {
  /** Is called once where the biller is asked at all. */
  readonly onAsk?: (biller: Biller, since: Instant) => void;
  /** The line of a lot that is asked for: a bill of it is written down with it. */
  readonly line?: LotPlace;
}

export function createAskBiller(parts: AskBillerParts): AskBiller {
  const { sellers, ledger, counter, notes, desk, clock, selling, shop, atCounter } = parts;

  /** What the shop adds, as it stands now: a bill on the screen keeps its sums whatever is set meanwhile. */
  const charged = (product: ProductId, total: Rupiah): Pick<Quote, 'counterFee' | 'rounding'> => {
    const { counterFee, rounding } = chargeFor(product, total, shop());
    return { ...(counterFee === 0 ? {} : { counterFee }), ...(rounding === 0 ? {} : { rounding }) };
  };

  const keepQuote = (
    quote: Quote,
    exchange: ApiExchange,
    { of, line }: { readonly of?: OfferId; readonly line: LotPlace | undefined },
  ): Result<Quote, SaleProblem> => {
    try {
      ledger.addQuote(quote, exchange, line);
    } catch (error) {
      return err(selling.problemOf(error));
    }
    desk.putQuote(quote, of);
    return ok(quote);
  };

  const keep = (
    biller: Biller,
    { service, customerNumber, extras, at }: InquiryRequest,
    inquiry: Inquiry,
    line: LotPlace | undefined,
  ): Result<Found, SaleProblem> => {
    const { customer, inquiryId, ourReference, depositCharge, exchange } = inquiry;
    const { product } = service;
    if (ledger.isOpenFor(product, customer.identity)) return err({ code: 'payment-open' });
    const now = clock.now();
    const ahead = notes.aheadMs(biller.id);
    const expiresAt = quoteExpiry(product, ledger.kind, now, ahead);
    // Asked before midnight, answered after: whether it may still be paid, nobody says.
    if (quoteExpiry(product, ledger.kind, at, ahead) <= now) return err({ code: 'quote-expired' });
    const sold = {
      product,
      biller: biller.id,
      service: { code: service.code, name: service.name },
      customerNumber,
      customer,
    };
    const reference = ourReference === undefined ? {} : { ourReference };
    if (inquiry.kind === 'denominations') {
      const { denominations, adminFee } = inquiry;
      const offer = { id: newOfferId(), ...sold, denominations, adminFee };
      desk.putOffer({ offer, extras, inquiryId, ...reference, exchange, expiresAt });
      return ok({ kind: 'offer', offer });
    }
    const { bills } = inquiry;
    const total = sumRupiah(bills.map((bill) => bill.total));
    const quote = {
      id: newQuoteId(),
      ...sold,
      extras,
      inquiryId,
      ...reference,
      ...(depositCharge === undefined ? {} : { depositCharge }),
      bills,
      total,
      ...charged(product, total),
      quotedAt: now,
      expiresAt,
    };
    const kept = keepQuote(quote, exchange, { line });
    return kept.ok ? ok({ kind: 'quote', quote: kept.value }) : kept;
  };

  return {
    async ask({ product, service: code, number, extras = {} }, abandoned, { onAsk, line } = {}) {
      if (selling.isStopped()) return err({ code: 'selling-stopped' });
      const hindrance = atCounter.hindrance();
      if (hindrance !== undefined) return err({ code: hindrance });
      const seller = sellers.find(product, code);
      if (seller === undefined) return err({ code: 'not-sold' });
      const { biller, service } = seller;
      const checked = checkNumber(number, counter.state().numberRules[product]);
      if (!checked.ok) return err({ code: 'number-refused' });
      const wanted = extrasFor(service, extras);
      if (wanted === undefined) return err({ code: 'extras-missing' });
      // What the biller says of a bill that may just have been paid would mislead: "already paid", or not yet.
      if (ledger.isOpenFor(product, checked.value)) return err({ code: 'payment-open' });

      const since = clock.now();
      onAsk?.(biller, since);
      const request = { service, customerNumber: checked.value, extras: wanted, at: since };
      const answer = await biller.inquire(request, abandoned);
      if (!answer.ok) {
        const { date, ...problem } = answer.error;
        notes.clock(biller.id, date);
        const connection = connectionAfter(problem.code);
        if (connection !== undefined) notes.connection(biller.id, connection);
        return err(problem.code === 'not-set-up' ? { ...problem, ...notReady(counter.state()) } : problem);
      }
      notes.connection(biller.id, 'up');
      notes.clock(biller.id, answer.value.exchange.reply.date);
      notes.deposit(biller.id, answer.value.deposit);
      return keep(biller, request, answer.value, line);
    },

    choose(offerId, denomination, line) {
      const hindrance = atCounter.hindrance();
      if (hindrance !== undefined) return err({ code: hindrance });
      const onDesk = desk.offer(offerId);
      if (onDesk === undefined) return err({ code: 'offer-gone' });
      const { offer, exchange, expiresAt, ...inquired } = onDesk;
      if (!offer.denominations.includes(denomination)) return err({ code: 'denomination-not-offered' });
      const { id: _offer, denominations: _choices, adminFee, ...sold } = offer;
      const total = sumRupiah([denomination, adminFee]);
      const quote = {
        id: newQuoteId(),
        ...sold,
        ...inquired,
        bills: [{ amount: denomination, adminFee, total }],
        denomination,
        total,
        ...charged(offer.product, total),
        quotedAt: clock.now(),
        expiresAt,
      };
      return keepQuote(quote, exchange, { of: offerId, line });
    },
  };
}

/** What a service asks for, and no more; `undefined` where something is missing. */
function extrasFor(service: Service, given: Extras): Extras | undefined {
  const keys = service.asks.map((field) => extraKeys[field]);
  if (keys.some((key) => given[key] === undefined)) return undefined;
  return Object.fromEntries(keys.map((key) => [key, given[key]]));
}

/** What a failed inquiry shows of the connection; `undefined` where it shows nothing. */
function connectionAfter(code: SaleProblem['code']): 'up' | 'down' | undefined {
  switch (code) {
    case 'no-connection':
    case 'no-answer':
      return 'down';
    case 'unreadable-reply':
    case 'mismatched-reply':
    case 'refused-by-biller':
      return 'up';
    default:
      return undefined;
  }
}
