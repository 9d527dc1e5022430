import type { SaleInHandView, SaleLeaving } from '../../shared/contract/sale-in-hand.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import type { SaleFacts } from '../../shared/customer-display/customer-view.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Offer, Quote } from '../../shared/payment/quote.ts';
import type { RecordedOutcome } from '../../shared/payment/outcome.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Counter } from './counter.ts';
import type { Inquire } from './inquire.ts';
import type { Pay } from './pay.ts';
import type { QuoteDesk } from './quote-desk.ts';
import type { Unsaved } from './unsaved.ts';

/** The newest sale. There is one at most: the counter has one screen, and its customer one display. */
type InHand =
  | { readonly kind: 'none' }
  | { readonly kind: 'offer'; readonly offer: Offer }
  | {
      readonly kind: 'quote';
      readonly quote: Quote;
      readonly offer: Offer | null;
      /** Its customer has gone; what came of it may still be on the counter's screen. */
      readonly isOver: boolean;
    };

const nothing: InHand = { kind: 'none' };

/**
 * Which sale the counter is at, as main knows it: from the requests it has carried out, never from what a page says is on
 * its screen. Nothing is decided by it; the customer's display and a window that is new follow from it.
 */
export interface SaleInHand {
  /** The use cases themselves, seen on their way. */
  readonly sale: Inquire;
  readonly pay: Pay;
  /** The cashier has left it. Nothing while its payment is made. */
  leave(to: SaleLeaving): void;
  /** What the customer's display may know; `null` where no sale is in hand. */
  facts(): SaleFacts | null;
  /** The same for a window that is new. */
  view(paymentView: (id: QuoteId) => PaymentView | undefined): SaleInHandView;
  onChange(listener: () => void): void;
}

export interface SaleInHandParts {
  readonly sale: Inquire;
  readonly pay: Pay;
  readonly desk: Pick<QuoteDesk, 'quote' | 'offer' | 'cash'>;
  readonly ledger: Pick<Ledger, 'payment'>;
  readonly counter: Pick<Counter, 'state'>;
  readonly unsaved: Pick<Unsaved, 'of'>;
}

export function createSaleInHand(parts: SaleInHandParts): SaleInHand {
  const { sale, pay, desk, ledger, counter, unsaved } = parts;
  const listeners: (() => void)[] = [];
  let inHand: InHand = nothing;
  let asked = 0;
  /** The quote whose payment was asked for and is not answered. */
  let beingPaid: QuoteId | undefined;

  const take = (next: InHand): void => {
    inHand = next;
    for (const listener of listeners) listener();
  };
  const isPaying = (): boolean => beingPaid !== undefined && isPaymentUnderWay(counter.state());
  const takeQuote = (quote: Quote, offer: Offer | null): void =>
    take({ kind: 'quote', quote, offer, isOver: false });

  return {
    sale: {
      async inquire(wanted) {
        // Refused while a payment is made: that sale stays the one in hand.
        if (isPaying()) return await sale.inquire(wanted);
        asked += 1;
        const mine = asked;
        take(nothing);
        const found = await sale.inquire(wanted);
        // Left meanwhile, or another number was asked for: this customer's bill is nobody's.
        if (mine !== asked || !found.ok) return found;
        if (found.value.kind === 'quote') takeQuote(found.value.quote, null);
        else take({ kind: 'offer', offer: found.value.offer });
        return found;
      },
      abandon() {
        asked += 1;
        sale.abandon();
      },
      choose(id, denomination) {
        const chosen = sale.choose(id, denomination);
        if (chosen.ok && !isPaying()) takeQuote(chosen.value, desk.offer(id)?.offer ?? null);
        return chosen;
      },
      tender(id, cash) {
        const tendered = sale.tender(id, cash);
        if (inHand.kind === 'quote' && inHand.quote.id === id) take(inHand);
        return tendered;
      },
    },

    async pay(id) {
      // Another one is being paid: this will be refused.
      if (beingPaid !== undefined) return await pay(id);
      const quote = desk.quote(id);
      if (quote !== undefined && (inHand.kind !== 'quote' || inHand.quote.id !== id)) takeQuote(quote, null);
      beingPaid = id;
      try {
        return await pay(id);
      } finally {
        beingPaid = undefined;
        take(inHand);
      }
    },

    leave(to) {
      if (isPaying()) return;
      asked += 1;
      if (inHand.kind !== 'quote') return take(nothing);
      if (to === 'next-number') return take({ ...inHand, isOver: true });
      const { offer } = inHand;
      take(to === 'offer' && offer !== null ? { kind: 'offer', offer } : nothing);
    },

    facts() {
      if (inHand.kind !== 'quote') return null;
      const { quote, isOver } = inHand;
      if (beingPaid === quote.id && isPaying())
        return { quote, cash: cashOf(quote.id), payment: 'paying', isOver };
      const record = ledger.payment(quote.id);
      if (record === undefined) return { quote, cash: desk.cash(quote.id), payment: null, isOver };
      const kept = unsaved.of(quote.id)?.outcome;
      const token = tokenOf(kept ?? record.outcome);
      const state = kept?.kind ?? record.state;
      const payment = token === undefined ? { state } : { state, token };
      return { quote, cash: record.cash, payment, isOver };
    },

    view(paymentView) {
      if (inHand.kind === 'none') return { kind: 'none' };
      if (inHand.kind === 'offer') {
        const { offer } = inHand;
        return desk.offer(offer.id) === undefined ? { kind: 'none' } : { kind: 'offer', offer };
      }
      const { quote, offer } = inHand;
      const cash = cashOf(quote.id) ?? null;
      if (beingPaid === quote.id && isPaying()) return { kind: 'paying', quote, offer, cash };
      const payment = paymentView(quote.id);
      if (payment !== undefined) return { kind: 'done', payment };
      // Not on the desk any more, and no payment of it: there is nothing to go on with.
      return desk.quote(quote.id) === undefined ? { kind: 'none' } : { kind: 'bill', quote, offer, cash };
    },

    onChange: (listener) => void listeners.push(listener),
  };

  /** On the desk until it is sent, in the ledger from then on. */
  function cashOf(id: QuoteId) {
    return desk.cash(id) ?? ledger.payment(id)?.cash;
  }
}

const tokenOf = (outcome: RecordedOutcome | null): string | undefined => {
  if (outcome?.kind === 'paid') return outcome.confirmation.token;
  return outcome?.kind === 'paid-by-hand' ? outcome.token : undefined;
};
