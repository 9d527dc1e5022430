import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { PaymentSummary, PaymentView } from '../../shared/contract/payment-view.ts';
import type { ReceiptProblem } from '../../shared/contract/contract.ts';
import type { PrintJobId } from '../../shared/ids.ts';
import type { PaperId } from '../../shared/receipt/paper.ts';
import { firstSale, type Sale } from './sale.ts';

/** A place over the counter. One at a time. */
export type Place = 'settings' | 'unresolved' | 'keys';

/** The bytes of one print job, as they go to the printer. */
export interface PaperBytes {
  readonly job: PrintJobId;
  readonly bytes: Uint8Array;
  readonly paper: PaperId;
}

/** The payment whose receipt is at the right. */
export interface Shown {
  readonly payment: PaymentView;
  /** `null` until the bytes have come, and where there is no print. */
  readonly paper: PaperBytes | null;
}

/** What the last receipt key did. */
export type ReceiptNote =
  | { readonly kind: 'copied' }
  | { readonly kind: 'reprinted' }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'problem'; readonly code: ReceiptProblem['code'] };

/** Everything on the screen: main's state as it came, and what is only the window's. */
export interface CounterView {
  readonly counter: CounterState | null;
  readonly sale: Sale;
  readonly place: Place | null;
  readonly recent: readonly PaymentSummary[] | null;
  readonly shown: Shown | null;
  readonly note: ReceiptNote | null;
}

export const firstView: CounterView = {
  counter: null,
  sale: firstSale,
  place: null,
  recent: null,
  shown: null,
  note: null,
};

/** Main's newer state; one that is not newer is dropped. */
export function mirror(view: CounterView, state: CounterState): CounterView {
  if (view.counter !== null && state.revision <= view.counter.revision) return view;
  return { ...view, counter: state };
}

/** Puts a payment at the right. Bytes that are already there stay while they belong to its newest print. */
export function show(view: CounterView, payment: PaymentView): CounterView {
  const had = view.shown?.paper ?? null;
  const paper = had !== null && had.job === payment.print?.job ? had : null;
  return { ...view, shown: { payment, paper } };
}

/** The bytes have come; they are dropped where another print is shown by now. */
export function showPaper(view: CounterView, paper: PaperBytes): CounterView {
  if (view.shown?.payment.print?.job !== paper.job) return view;
  return { ...view, shown: { ...view.shown, paper } };
}

/** Whether what main told may have changed a payment in view. */
export function touchesPayments(before: CounterState | null, after: CounterState): boolean {
  if (before === null || before.ledgerRevision !== after.ledgerRevision) return true;
  return before.printing?.job !== after.printing?.job || before.printing?.state !== after.printing?.state;
}
