import type { Found } from '../../shared/contract/contract.ts';
import type { SaleProblem } from '../../shared/contract/sale-problem.ts';
import type { OfferId, QuoteId } from '../../shared/ids.ts';
import { rupiah, type Rupiah } from '../../shared/money.ts';
import { judgeCash } from '../../shared/payment/cash.ts';
import { amountDue, type Quote } from '../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { instant } from '../../shared/time.ts';
import type { Asked, AskBiller } from './ask-biller.ts';
import type { AtCounter } from './at-counter.ts';
import type { Counter } from './counter.ts';
import type { QuoteDesk } from './quote-desk.ts';
import type { Selling } from './selling.ts';

export interface InquireParts {
  readonly asking: AskBiller;
  readonly counter: Counter;
  readonly desk: QuoteDesk;
  readonly selling: Selling;
  readonly atCounter: Pick<AtCounter, 'hindrance'>;
}

/** Everything between the first digit of a customer number and a quote with its cash told. */
export interface Inquire {
  inquire(asked: Asked): Promise<Result<Found, SaleProblem>>;
  /** Stops the inquiry under way, if there is one. */
  abandon(): void;
  /** Makes a quote of an offer. Each denomination chosen is a quote of its own. */
  choose(offer: OfferId, denomination: Rupiah): Result<Quote, SaleProblem>;
  /** Notes the cash received for a quote; answers the change. */
  tender(quote: QuoteId, cash: Rupiah): Result<{ readonly change: Rupiah }, SaleProblem>;
}

export function createInquire({ asking, counter, desk, selling, atCounter }: InquireParts): Inquire {
  let underWay: AbortController | undefined;

  return {
    async inquire(asked) {
      if (selling.isStopped()) return err({ code: 'selling-stopped' });
      const hindrance = atCounter.hindrance();
      if (hindrance !== undefined) return err({ code: hindrance });
      if (counter.state().exchange !== null) return err({ code: 'busy' });
      const abort = new AbortController();
      let hasAsked = false;
      try {
        return await asking.ask(asked, abort.signal, {
          onAsk(biller, since) {
            hasAsked = true;
            underWay = abort;
            const deadline = instant(since + biller.deadlines.inquiryMs);
            counter.change({
              exchange: { kind: 'inquiry', biller: biller.id, phase: 'waiting', since, deadline },
            });
          },
        });
      } finally {
        if (hasAsked) {
          underWay = undefined;
          counter.change({ exchange: null });
        }
      }
    },

    abandon: () => underWay?.abort(),
    choose: (offer, denomination) => asking.choose(offer, denomination),

    tender(id, cash) {
      const hindrance = atCounter.hindrance();
      if (hindrance !== undefined) return err({ code: hindrance });
      const quote = desk.quote(id);
      if (quote === undefined) return err({ code: 'quote-gone' });
      const due = amountDue(quote);
      const judged = judgeCash(due, cash);
      // What is refused takes back what was told before, so that nothing can be paid with that.
      desk.tender(id, judged === 'enough' ? cash : undefined);
      if (judged !== 'enough') return err({ code: `cash-${judged}` });
      return ok({ change: rupiah(cash - due) });
    },
  };
}
