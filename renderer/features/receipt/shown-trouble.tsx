import { countsAsPaid } from '../../../shared/payment/states.ts';
import { quoteOf } from '../../store/sale.ts';
import { useView } from '../../store/use-counter.ts';
import { needsHand, printingOf } from '../outcome/print-status.ts';
import { PrintTrouble } from '../outcome/print-words.tsx';
import './shown-trouble.css';

/** What is to be seen to about the receipt that is shown, where the outcome at the left does not say so already. */
export function ShownTrouble() {
  const payment = useView(({ shown }) => shown?.payment);
  const outcome = useView(({ sale }) => (sale.step === 'done' ? quoteOf(sale.finished).id : null));
  if (payment === undefined || !countsAsPaid(payment.state) || payment.quote.id === outcome) return null;
  const printing = printingOf(payment.print, payment);
  if (!needsHand(printing)) return null;
  return (
    <div className="shown-trouble">
      <PrintTrouble printing={printing} payment={payment.quote.id} />
    </div>
  );
}
