import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { RecordedOutcome } from '../../shared/payment/outcome.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Ledger, PaymentRecord } from '../ledger/ledger.ts';
import type { StatusChecker } from './check-status.ts';
import type { Counter } from './counter.ts';
import { viewPayment } from './payment-view.ts';
import type { Sellers } from './sellers.ts';
import type { TakeForFinal } from './take-for-final.ts';
import type { Unsaved } from './unsaved.ts';

export interface PaymentViewsParts {
  readonly ledger: Pick<Ledger, 'kind' | 'payment' | 'printJobs' | 'till'>;
  readonly counter: Pick<Counter, 'state'>;
  readonly sellers: Pick<Sellers, 'byId'>;
  readonly checker: Pick<StatusChecker, 'checking'>;
  readonly finals: Pick<TakeForFinal, 'isPossible'>;
  readonly unsaved: Pick<Unsaved, 'of'>;
}

/** Payments as the window sees them, with what is known around them. */
export interface PaymentViews {
  of(record: PaymentRecord): PaymentView;
  byId(payment: QuoteId): Result<PaymentView, { readonly code: 'payment-not-found' }>;
}

export function createPaymentViews(parts: PaymentViewsParts): PaymentViews {
  const { ledger, counter, sellers, checker, finals, unsaved } = parts;
  const of = (record: PaymentRecord): PaymentView => {
    const { id, biller } = record.quote;
    const kept = unsaved.of(id);
    const code = codeOf(kept?.outcome ?? record.outcome);
    return viewPayment({
      record,
      ledger: ledger.kind,
      receipt: ledger.printJobs.standingOf(id),
      interim: ledger.printJobs.standingOf(id, 'interim'),
      isScreen: (printer) => counter.state().printers.find((each) => each.id === printer)?.isScreen ?? false,
      isOwed: ledger.till.isOwed(id),
      unsaved: kept,
      known: {
        refusal: (code === undefined ? undefined : sellers.byId(biller)?.explain(code)) ?? null,
        checking: checker.checking(record),
        canTakeForFinal: finals.isPossible(record),
      },
    });
  };
  return {
    of,
    byId(id) {
      const record = ledger.payment(id);
      return record === undefined ? err({ code: 'payment-not-found' }) : ok(of(record));
    },
  };
}

/** The biller's code for what came of a payment, where it gave one. */
const codeOf = (outcome: RecordedOutcome | null): string | undefined =>
  outcome?.kind === 'rejected' || outcome?.kind === 'unknown' ? outcome.code : undefined;
