import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { useCounterState, useMessagesOf, useView } from '../../store/use-counter.ts';
import { printingOf } from '../outcome/print-status.ts';
import './interim-line.css';

/** How it stands with the slip that says *belum pasti* to the customer, where one was asked for. */
export function InterimLine({ payment }: { readonly payment: PaymentView }) {
  const m = useMessagesOf(payment.quote.biller);
  const { printing: pushed, printer } = useCounterState();
  const byHand = useView(({ interim }) => (interim?.payment === payment.quote.id ? interim : null));
  const { status } = printingOf(payment.interim, pushed, printer.settings.kind);
  const refusal = byHand?.problem ?? null;
  if (refusal !== null) {
    return (
      <p className="interim-line" role="alert">
        {m.receiptProblems[refusal]}
      </p>
    );
  }
  return (
    <output className="interim-line" data-testid="interim" data-status={status}>
      {m.interim.status[status]}
    </output>
  );
}
