import type { CounterState } from '../../../shared/contract/counter-state.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { PrintJobState, PrintProblem } from '../../../shared/payment/print-job.ts';
import { newestPrint } from '../../store/counter-view.ts';
import { receiptPrinterOf } from '../../store/receipt-printer.ts';

/** What the counter says about the paper of a payment while nobody is needed there. */
export type CalmStatus = 'none' | 'on-screen' | 'printing' | 'printed' | 'sent';

/** A hand is needed at the printer, or an eye. */
export interface Troubled {
  readonly status: 'failed' | 'uncertain';
  readonly problem: PrintProblem;
}

export type Printing = { readonly status: CalmStatus; readonly problem: null } | Troubled;
export type PrintStatus = Printing['status'];

const calmStatusOf: Readonly<Record<Exclude<PrintJobState, Troubled['status']>, CalmStatus>> = {
  queued: 'printing',
  sending: 'printing',
  printed: 'printed',
  sent: 'sent',
};

/** How it stands with the paper of a payment's print. */
export function printingOf(
  print: PaymentView['print'],
  counter: Pick<CounterState, 'printing' | 'printers' | 'receiptPrinter'>,
): Printing {
  if (print === null) return { status: 'none', problem: null };
  const { state, problem } = newestPrint(print, counter);
  // A problem always goes with these two; without one there is still something to look at.
  if (state === 'failed' || state === 'uncertain')
    return { status: state, problem: problem ?? 'unconfirmed' };
  const status = calmStatusOf[state];
  // A screen takes no paper: "printed" would send the cashier looking for it.
  if (receiptPrinterOf(counter)?.isScreen === true && (status === 'printed' || status === 'sent'))
    return { status: 'on-screen', problem: null };
  return { status, problem: null };
}

/** Whether somebody has to go to the printer. */
export const needsHand = (printing: Printing): printing is Troubled =>
  printing.status === 'failed' || printing.status === 'uncertain';

/** Whether what failed prints by itself once its printer is well again, so that nobody is asked about it. */
export const printsByItself = (problem: PrintProblem): boolean =>
  problem !== 'too-old' && problem !== 'no-printer';
