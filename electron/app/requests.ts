import type { RequestHandlers } from '../../shared/contract/contract.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Ledger, PaymentRecord } from '../ledger/ledger.ts';
import type { ChangeSettings } from './change-settings.ts';
import type { StatusChecker } from './check-status.ts';
import type { Counter } from './counter.ts';
import type { Inquire } from './inquire.ts';
import type { OwnerPin } from './owner-pin.ts';
import type { Pay } from './pay.ts';
import { viewPayment } from './payment-view.ts';
import type { QuoteDesk } from './quote-desk.ts';
import type { Receipts } from './receipts.ts';
import type { Sellers } from './sellers.ts';
import type { ShareReceipt } from './share-receipt.ts';
import type { TakeForFinal } from './take-for-final.ts';
import type { TryBiller } from './try-biller.ts';

export interface RequestParts {
  readonly counter: Counter;
  readonly ledger: Ledger;
  readonly sellers: Sellers;
  readonly desk: QuoteDesk;
  readonly pin: OwnerPin;
  readonly checker: StatusChecker;
  readonly finals: TakeForFinal;
  readonly tryBiller: TryBiller;
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
  const {
    counter,
    ledger,
    sellers,
    desk,
    pin,
    checker,
    finals,
    tryBiller,
    sale,
    pay,
    receipts,
    share,
    settings,
  } = parts;

  const viewOf = (record: PaymentRecord): PaymentView => {
    const { quote, outcome } = record;
    const code = outcome === null || outcome.kind === 'paid' ? undefined : outcome.code;
    return viewPayment(record, ledger.printJobs.latestOf(quote.id), ledger.kind, {
      refusal: (code === undefined ? undefined : sellers.byId(quote.biller)?.explain(code)) ?? null,
      checking: checker.checking(record),
      canTakeForFinal: finals.isPossible(record),
    });
  };
  const view = (id: QuoteId): Result<PaymentView, { readonly code: 'payment-not-found' }> => {
    const record = ledger.payment(id);
    return record === undefined ? err({ code: 'payment-not-found' }) : ok(viewOf(record));
  };

  return {
    counterState: () => ok(counter.state()),

    catalogue: () => ok(sellers.catalogue),
    inquire: (asked) => sale.inquire(asked),
    abandonInquiry() {
      sale.abandon();
      return ok(undefined);
    },
    chooseDenomination: ({ offer, denomination }) => sale.choose(offer, denomination),
    tender: ({ quote, cash }) => sale.tender(quote, cash),
    async insist({ quote, pin: typed }) {
      if (desk.quote(quote) === undefined) return err({ code: 'quote-gone' });
      const checked = await pin.check(typed);
      if (!checked.ok) return err({ code: checked.error });
      desk.insist(quote);
      return ok(undefined);
    },
    async pay({ quote }) {
      const done = await pay(quote);
      if (!done.ok) return done;
      const record = ledger.payment(quote);
      if (record === undefined) throw new Error('a payment that was made is not in the ledger');
      return ok(viewOf(record));
    },

    recentPayments: () => ok([...ledger.recentPayments(recentPayments)]),
    openPayments: () => ok([...ledger.openInBrief(openPayments)]),
    payment: ({ payment }) => view(payment),
    async checkPayment({ payment }) {
      const checked = await checker.checkNow(payment);
      return checked.ok ? view(payment) : checked;
    },
    async takeForFinal({ payment, pin: typed }) {
      const taken = await finals.take(payment, typed);
      return taken.ok ? view(payment) : taken;
    },
    reprint({ payment }) {
      const printed = receipts.reprint(payment);
      return printed.ok ? view(payment) : printed;
    },
    paper: ({ job }) => receipts.bytes(job),
    copyText: ({ payment }) => share.copyText(payment),
    savePicture: ({ payment }) => share.savePicture(payment),

    settings: () => ok(settings.view()),
    saveShopSettings: (shop) => settings.saveShop(shop),
    saveBiller: ({ biller, profile, secrets }) => settings.saveBiller(biller, profile, secrets),
    preferBiller: ({ biller }) => settings.preferBiller(biller),
    testConnection: async ({ biller }) => ok(await tryBiller.testConnection(biller)),
    priceList: ({ biller }) => tryBiller.priceList(biller),
    setPin: ({ current, next }) => settings.setPin(current, next),
    switchLedger: ({ to }) => settings.switchLedger(to),
  };
}
