import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { PrintJobState, PrintProblem } from '../../../shared/payment/print-job.ts';

/**
 * What the counter says about a paper while nobody is needed there. `left`: nobody wants it any more, and it did not come
 * out; `left-in-doubt`: nor does anybody know how much of it did.
 */
export type CalmStatus = 'none' | 'on-screen' | 'printing' | 'printed' | 'sent' | 'left' | 'left-in-doubt';

/** A hand is needed at the printer, or an eye. */
export interface Troubled {
  readonly status: 'failed' | 'uncertain';
  readonly problem: PrintProblem;
  /** `false`: it is in no ledger, so that it neither comes by itself nor can be asked about. */
  readonly waits: boolean;
}

export type Printing = { readonly status: CalmStatus } | Troubled;

const calmStatusOf: Readonly<Record<Exclude<PrintJobState, Troubled['status']>, CalmStatus>> = {
  queued: 'printing',
  sending: 'printing',
  printed: 'printed',
  sent: 'sent',
};

/**
 * How it stands with a payment's receipt or interim slip. What did not come out well and waits for nobody is calm, unless
 * its payment could not be written down: then the paper matters more than ever.
 */
export function printingOf(print: PaymentView['print'], { isSaved }: Pick<PaymentView, 'isSaved'>): Printing {
  if (print === null) return { status: 'none' };
  const { state, problem, waits } = print;
  if (state === 'failed' || state === 'uncertain') {
    if (!waits && isSaved) return { status: state === 'failed' ? 'left' : 'left-in-doubt' };
    // A problem always goes with these two; without one there is still something to look at.
    return { status: state, problem: problem ?? 'unconfirmed', waits };
  }
  const status = calmStatusOf[state];
  // A screen takes no paper: "printed" would send the cashier looking for it.
  return { status: print.isOnScreen && status !== 'printing' ? 'on-screen' : status };
}

/** Whether somebody has to go to the printer. */
export const needsHand = (printing: Printing): printing is Troubled =>
  printing.status === 'failed' || printing.status === 'uncertain';
