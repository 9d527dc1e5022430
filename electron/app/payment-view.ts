import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { rupiah } from '../../shared/money.ts';
import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { PaymentRecord, StoredPrintJob } from '../ledger/ledger.ts';

/** A payment as the window may see it: without the raw exchange and the biller's receipt text. */
export function viewPayment(
  record: PaymentRecord,
  job: StoredPrintJob | undefined,
  ledger: LedgerKind,
  known: Pick<PaymentView, 'refusal' | 'checking' | 'canTakeForFinal'>,
): PaymentView {
  const { quote, state, cash, sentAt, settledAt, outcome } = record;
  return {
    quote,
    ledger,
    state,
    cash,
    change: rupiah(cash - quote.total),
    sentAt,
    settledAt,
    outcome: outcome === null ? null : viewOutcome(outcome),
    ...known,
    print: job === undefined ? null : { job: job.id, state: job.state, problem: job.problem, copy: job.copy },
  };
}

function viewOutcome(outcome: PaymentOutcome): PaymentView['outcome'] {
  if (outcome.kind !== 'paid') return outcome;
  const { receiptText: _kept, ...confirmation } = outcome.confirmation;
  return { kind: 'paid', confirmation };
}
