import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { rupiah } from '../../shared/money.ts';
import type { RecordedOutcome } from '../../shared/payment/outcome.ts';
import type { PaymentRecord, StoredPrintJob } from '../ledger/ledger.ts';
import type { UnsavedOutcome } from './unsaved.ts';

/** A payment with all that the window may see of it. */
export interface PaymentToShow {
  readonly record: PaymentRecord;
  readonly ledger: LedgerKind;
  readonly receipt: StoredPrintJob | undefined;
  readonly interim: StoredPrintJob | undefined;
  /** What came of it and is in no ledger. */
  readonly unsaved: UnsavedOutcome | undefined;
  readonly known: Pick<PaymentView, 'refusal' | 'checking' | 'canTakeForFinal'>;
}

/** A payment as the window may see it: without the raw exchange and the biller's receipt text. */
export function viewPayment({
  record,
  ledger,
  receipt,
  interim,
  unsaved,
  known,
}: PaymentToShow): PaymentView {
  const { quote, state, cash, sentAt, settledAt } = record;
  const outcome = unsaved?.outcome ?? record.outcome;
  return {
    quote,
    ledger,
    state: unsaved?.outcome.kind ?? state,
    cash,
    change: rupiah(cash - quote.total),
    sentAt,
    settledAt,
    outcome: outcome === null ? null : viewOutcome(outcome),
    ...known,
    print: viewPrint(unsaved?.print ?? receipt),
    interim: viewPrint(interim),
    isSaved: unsaved === undefined,
  };
}

const viewPrint = (
  job: Pick<StoredPrintJob, 'id' | 'state' | 'problem' | 'copy'> | undefined,
): PaymentView['print'] =>
  job === undefined ? null : { job: job.id, state: job.state, problem: job.problem, copy: job.copy };

function viewOutcome(outcome: RecordedOutcome): PaymentView['outcome'] {
  if (outcome.kind !== 'paid') return outcome;
  const { receiptText: _kept, ...confirmation } = outcome.confirmation;
  return { kind: 'paid', confirmation };
}
