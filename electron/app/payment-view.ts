import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { rupiah } from '../../shared/money.ts';
import type { RecordedOutcome } from '../../shared/payment/outcome.ts';
import { amountDue } from '../../shared/payment/quote.ts';
import type { PrinterId } from '../../shared/printing/printing-settings.ts';
import type { PaymentRecord, PrintJobStanding } from '../ledger/ledger.ts';
import type { UnsavedOutcome } from './unsaved.ts';

/** A payment with all that the window may see of it. */
export interface PaymentToShow {
  readonly record: PaymentRecord;
  readonly ledger: LedgerKind;
  readonly receipt: PrintJobStanding | undefined;
  readonly interim: PrintJobStanding | undefined;
  /** Whether a printer, as it is set up now, is the screen. */
  readonly isScreen: (printer: PrinterId) => boolean;
  /** What came of it and is in no ledger. */
  readonly unsaved: UnsavedOutcome | undefined;
  /** Whether its customer's cash is in the drawer and must go back. */
  readonly isOwed: boolean;
  readonly known: Pick<PaymentView, 'refusal' | 'checking' | 'canTakeForFinal'>;
}

/** A payment as the window may see it: without the raw exchange and the biller's receipt text. */
export function viewPayment({
  record,
  ledger,
  receipt,
  interim,
  isScreen,
  isOwed,
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
    change: rupiah(cash - amountDue(quote)),
    sentAt,
    settledAt,
    outcome: outcome === null ? null : viewOutcome(outcome),
    ...known,
    print: viewPrint(unsaved?.print ? { ...unsaved.print, waits: false } : receipt, isScreen),
    interim: viewPrint(interim, isScreen),
    cashier: record.cashier,
    isOwed,
    isSaved: unsaved === undefined,
  };
}

function viewPrint(
  print: Omit<PrintJobStanding, 'payment' | 'kind' | 'askedAt'> | undefined,
  isScreen: PaymentToShow['isScreen'],
): PaymentView['print'] {
  if (print === undefined) return null;
  const { id: job, state, problem, copy, waits, printer } = print;
  return { job, state, problem, copy, waits, isOnScreen: isScreen(printer) };
}

function viewOutcome(outcome: RecordedOutcome): PaymentView['outcome'] {
  if (outcome.kind !== 'paid') return outcome;
  const { receiptText: _kept, ...confirmation } = outcome.confirmation;
  return { kind: 'paid', confirmation };
}
