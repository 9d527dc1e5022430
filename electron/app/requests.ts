import type { RequestHandlers, RequestResult } from '../../shared/contract/contract.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ChangeSettings } from './change-settings.ts';
import type { Counter } from './counter.ts';
import type { Inquire } from './inquire.ts';
import type { Pay } from './pay.ts';
import { viewPayment } from './payment-view.ts';
import type { Receipts } from './receipts.ts';
import type { ShareReceipt } from './share-receipt.ts';

export interface RequestParts {
  readonly counter: Counter;
  readonly ledger: Ledger;
  readonly sale: Inquire;
  readonly pay: Pay;
  readonly receipts: Receipts;
  readonly share: ShareReceipt;
  readonly settings: ChangeSettings;
}

const recentPayments = 12;
/** More than a day's worth; a counter with more has other worries than the list. */
const openPayments = 200;

/** Each request of the contract, in terms of the use cases. No decisions are taken here. */
export function createRequestHandlers(parts: RequestParts): RequestHandlers {
  const { counter, ledger, sale, pay, receipts, share, settings } = parts;

  const view = (id: QuoteId): RequestResult<'payment'> => {
    const record = ledger.payment(id);
    if (record === undefined) return err({ code: 'payment-not-found' });
    return ok(viewPayment(record, ledger.printJobs.latestOf(id), ledger.kind));
  };

  return {
    counterState: () => ok(counter.state()),

    inquire: ({ product, number }) => sale.inquire(product, number),
    abandonInquiry() {
      sale.abandon();
      return ok(undefined);
    },
    chooseDenomination: ({ offer, denomination }) => sale.choose(offer, denomination),
    tender: ({ quote, cash }) => sale.tender(quote, cash),
    async pay({ quote }) {
      const done = await pay(quote);
      if (!done.ok) return done;
      const record = ledger.payment(quote);
      if (record === undefined) throw new Error('a payment that was made is not in the ledger');
      return ok(viewPayment(record, ledger.printJobs.latestOf(quote), ledger.kind));
    },

    recentPayments: () => ok([...ledger.recentPayments(recentPayments)]),
    openPayments: () => ok([...ledger.openInBrief(openPayments)]),
    payment: ({ payment }) => view(payment),
    reprint({ payment }) {
      const printed = receipts.reprint(payment);
      return printed.ok ? view(payment) : printed;
    },
    paper: ({ job }) => receipts.bytes(job),
    copyText: ({ payment }) => share.copyText(payment),
    savePicture: ({ payment }) => share.savePicture(payment),

    settings: () => ok(settings.view()),
    saveShopSettings: (shop) => settings.saveShop(shop),
    saveTeleanjar: ({ settings: teleanjar, credentials }) => settings.saveTeleanjar(teleanjar, credentials),
    switchLedger: ({ to }) => settings.switchLedger(to),
  };
}
