import type { Found } from '../../shared/contract/contract.ts';
import type { SaleProblem } from '../../shared/contract/sale-problem.ts';
import type { OfferId, QuoteId } from '../../shared/ids.ts';
import { rupiah, sumRupiah, type Rupiah } from '../../shared/money.ts';
import { judgeCash } from '../../shared/payment/cash.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { checkNumber, type ProductId } from '../../shared/products.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { instant, nextMidnight } from '../../shared/time.ts';
import type { Biller, Inquiry } from '../billers/biller.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import { newOfferId, newQuoteId } from './new-id.ts';
import type { QuoteDesk } from './quote-desk.ts';
import type { Log } from './log.ts';

export interface InquireParts {
  readonly biller: Biller;
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly desk: QuoteDesk;
  readonly clock: Clock;
  readonly log: Log;
}

/** Everything between the first digit of a customer number and a quote with its cash told. */
export interface Inquire {
  inquire(product: ProductId, number: string): Promise<Result<Found, SaleProblem>>;
  /** Stops the inquiry under way, if there is one. */
  abandon(): void;
  /** Makes a quote of an offer. Each denomination chosen is a quote of its own. */
  choose(offer: OfferId, denomination: Rupiah): Result<Quote, SaleProblem>;
  /** Notes the cash received for a quote; answers the change. */
  tender(quote: QuoteId, cash: Rupiah): Result<{ readonly change: Rupiah }, SaleProblem>;
}

export function createInquire({ biller, ledger, counter, desk, clock, log }: InquireParts): Inquire {
  let underWay: AbortController | undefined;

  const keepQuote = (quote: Quote, of?: OfferId): Result<Quote, SaleProblem> => {
    try {
      ledger.addQuote(quote);
    } catch (error) {
      log.fault('the ledger did not take a quote', error);
      return err({ code: 'ledger-fault' });
    }
    desk.putQuote(quote, of);
    return ok(quote);
  };

  const keep = (product: ProductId, customerNumber: string, inquiry: Inquiry): Result<Found, SaleProblem> => {
    const { customer, inquiryId } = inquiry;
    if (ledger.isOpenFor(product, customer.identity)) return err({ code: 'payment-open' });
    if (inquiry.kind === 'denominations') {
      const { denominations, adminFee } = inquiry;
      const offer = { id: newOfferId(), product, customerNumber, customer, denominations, adminFee };
      desk.putOffer({ offer, inquiryId });
      return ok({ kind: 'offer', offer });
    }
    const { bills } = inquiry;
    const quote = keepQuote({
      ...frozenNow(),
      product,
      customerNumber,
      customer,
      inquiryId,
      bills,
      total: sumRupiah(bills.map((bill) => bill.total)),
    });
    return quote.ok ? ok({ kind: 'quote', quote: quote.value }) : quote;
  };

  const ask = async (asked: Parameters<Biller['inquire']>[0], abandoned: AbortSignal) => {
    try {
      return await biller.inquire(asked, abandoned);
    } finally {
      underWay = undefined;
      counter.change({ exchange: null });
    }
  };

  /** Billers take a payment on the day of its inquiry only (IAK says so with code 04): Jakarta's midnight ends it. */
  const frozenNow = () => {
    const quotedAt = clock.now();
    return { id: newQuoteId(), biller: biller.id, quotedAt, expiresAt: nextMidnight(quotedAt, 'WIB') };
  };

  return {
    async inquire(product, number) {
      if (counter.state().exchange !== null) return err({ code: 'busy' });
      const checked = checkNumber(number, counter.state().numberRules[product]);
      if (!checked.ok) return err({ code: 'number-refused' });
      // What the biller says of a bill that may just have been paid would mislead: "already paid", or not yet.
      if (ledger.isOpenFor(product, checked.value)) return err({ code: 'payment-open' });

      const abort = new AbortController();
      underWay = abort;
      const since = clock.now();
      const deadline = instant(since + biller.deadlines.inquiryMs);
      counter.change({ exchange: { kind: 'inquiry', phase: 'waiting', since, deadline } });
      const answer = await ask({ product, customerNumber: checked.value, at: since }, abort.signal);
      if (!answer.ok) {
        const connection = connectionAfter(answer.error.code) ?? counter.state().biller.connection;
        counter.change({ biller: { ...counter.state().biller, connection } });
        return answer;
      }
      const { deposit } = answer.value;
      counter.change({
        biller: { ...counter.state().biller, connection: 'up' },
        ...(deposit === undefined ? {} : { deposit: { amount: deposit, at: clock.now() } }),
      });
      // Asked before midnight, answered after: whether it may still be paid, nobody says.
      if (clock.now() >= nextMidnight(since, 'WIB')) return err({ code: 'quote-expired' });
      return keep(product, checked.value, answer.value);
    },

    abandon: () => underWay?.abort(),

    choose(offerId, denomination) {
      const onDesk = desk.offer(offerId);
      if (onDesk === undefined) return err({ code: 'offer-gone' });
      const { offer, inquiryId } = onDesk;
      if (!offer.denominations.includes(denomination)) return err({ code: 'denomination-not-offered' });
      const total = sumRupiah([denomination, offer.adminFee]);
      const quote = {
        ...frozenNow(),
        product: offer.product,
        customerNumber: offer.customerNumber,
        customer: offer.customer,
        inquiryId,
        bills: [{ amount: denomination, adminFee: offer.adminFee, total }],
        denomination,
        total,
      };
      return keepQuote(quote, offerId);
    },

    tender(id, cash) {
      const quote = desk.quote(id);
      if (quote === undefined) return err({ code: 'quote-gone' });
      const judged = judgeCash(quote.total, cash);
      // What is refused takes back what was told before, so that nothing can be paid with that.
      desk.tender(id, judged === 'enough' ? cash : undefined);
      if (judged !== 'enough') return err({ code: `cash-${judged}` });
      return ok({ change: rupiah(cash - quote.total) });
    },
  };
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
