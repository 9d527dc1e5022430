import type { CounterState } from '../../../shared/contract/counter-state.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { PrintJobState, PrinterProblem } from '../../../shared/payment/print-job.ts';

/** What the counter says about the paper of a payment. */
export type PrintStatus = 'none' | 'on-screen' | 'printing' | 'printed' | 'sent' | 'failed' | 'uncertain';

export interface Printing {
  readonly status: PrintStatus;
  readonly problem: PrinterProblem | null;
}

const statusOf: Readonly<Record<PrintJobState, PrintStatus>> = {
  queued: 'printing',
  sending: 'printing',
  printed: 'printed',
  sent: 'sent',
  failed: 'failed',
  uncertain: 'uncertain',
};

/** The newest word on a payment's print: main's pushed state where it speaks of the same job, else the record's. */
export function printingOf(
  print: PaymentView['print'],
  pushed: CounterState['printing'],
  printer: CounterState['printer']['settings']['kind'],
): Printing {
  if (print === null) return { status: 'none', problem: null };
  const { state, problem } = pushed?.job === print.job ? pushed : print;
  const status = statusOf[state];
  // A screen takes no paper: "printed" would send the cashier looking for it.
  if (printer === 'screen' && (status === 'printed' || status === 'sent'))
    return { status: 'on-screen', problem: null };
  return { status, problem };
}

/** Whether somebody has to go to the printer. */
export const needsHand = ({ status }: Printing): boolean => status === 'failed' || status === 'uncertain';
