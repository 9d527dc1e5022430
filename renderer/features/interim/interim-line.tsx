import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { useMessagesOf, useView } from '../../store/use-counter.ts';
import { printsByItself } from '../../../shared/payment/print-job.ts';
import { needsHand, printingOf, type Printing } from '../outcome/print-status.ts';
import './interim-line.css';

/** How it stands with the slip that says *belum pasti* to the customer, where one was asked for. */
export function InterimLine({ payment }: { readonly payment: PaymentView }) {
  const m = useMessagesOf(payment.quote.biller);
  const printing = printingOf(payment.interim, payment);
  const byHand = useView(({ interim }) => (interim?.payment === payment.quote.id ? interim : null));
  const refusal = byHand?.problem ?? null;
  if (refusal !== null) {
    return (
      <p className="interim-line" role="alert">
        {m.receiptProblems[refusal]}
      </p>
    );
  }
  return (
    <output className="interim-line" data-testid="interim" data-status={printing.status}>
      {interimWords(printing, m)}
    </output>
  );
}

/** Its words never say that anything was paid: nobody knows. */
function interimWords(printing: Printing, m: Messages): string {
  const words = m.interim.status[printing.status];
  if (!needsHand(printing) || printing.status === 'uncertain') return words;
  const { problem, waits } = printing;
  const { what, mend } = m.printerProblems[problem];
  const then = waits && printsByItself(problem) ? m.interim.comesByItself : m.interim.pressAgain;
  return `${words} ${what} ${mend} ${then}`;
}
