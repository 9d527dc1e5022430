import type { Catalogue } from '../../shared/contract/catalogue.ts';
import type { SaleInHandView, SaleLeaving } from '../../shared/contract/sale-in-hand.ts';
import type { Offer, Quote } from '../../shared/payment/quote.ts';
import { entryOfProduct, serviceFor } from './catalogue-choice.ts';
import { emptyEntry, type Entry } from './entry.ts';
import { isUntouched, type Sale } from './sale.ts';

/** The number as it was asked for, to go back to. What else was typed for it only main's window knew. */
function entryOf({ product, service, customerNumber }: Quote | Offer, catalogue: Catalogue): Entry {
  const entry = entryOfProduct(catalogue, product);
  const sold = entry?.services.find(({ code }) => code === service.code);
  const chosen = sold ?? (entry === undefined ? null : serviceFor(entry, {}));
  return { ...emptyEntry(product, chosen), draft: customerNumber };
}

/** The sale that main says is in hand, as it stands on a screen that is new; `null` where there is none. */
export function resumeSale(inHand: SaleInHandView, catalogue: Catalogue): Sale | null {
  switch (inHand.kind) {
    case 'none':
      return null;
    case 'offer': {
      const { offer } = inHand;
      return { step: 'offer', entry: entryOf(offer, catalogue), offer, choosing: null, problem: null };
    }
    case 'bill':
    case 'paying': {
      const { quote, offer } = inHand;
      const shared = {
        entry: entryOf(quote, catalogue),
        quote,
        offer,
        cash: inHand.cash === null ? '' : String(inHand.cash),
      };
      if (inHand.kind === 'paying') return { step: 'paying', ...shared, stopTried: false };
      return { step: 'bill', ...shared, enter: 'free', hint: null, problem: null, isInsisted: false };
    }
    case 'done': {
      const { payment } = inHand;
      const { product, service } = entryOf(payment.quote, catalogue);
      return {
        step: 'done',
        entry: emptyEntry(product, service),
        finished: { kind: 'payment', payment },
      };
    }
  }
}

/** How a step of the sale leaves its customer; `null` where it does not. */
export function leavingOf(before: Sale, after: Sale): SaleLeaving | null {
  if (before === after) return null;
  const hadCustomer = before.step !== 'number' && before.step !== 'asking';
  if (hadCustomer && after.step === 'number') return 'number';
  if (before.step === 'bill' && after.step === 'offer') return 'offer';
  const isTyping = before.step === 'done' && after.step === 'done';
  return isTyping && isUntouched(before.entry) && !isUntouched(after.entry) ? 'next-number' : null;
}
