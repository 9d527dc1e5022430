import type { BillerId } from '../../shared/biller-profile.ts';
import type { Catalogue } from '../../shared/contract/catalogue.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { PaymentSummary, PaymentView } from '../../shared/contract/payment-view.ts';
import type { CheckProblem, ReceiptProblem } from '../../shared/contract/contract.ts';
import { isOpen } from '../../shared/payment/states.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { PaperId } from '../../shared/receipt/paper.ts';
import { entryOfProduct, type LastServices } from './catalogue-choice.ts';
import { firstSale, quoteOf, type Sale } from './sale.ts';

/** A place over the counter. One at a time. */
export type Place =
  | 'settings'
  | 'unresolved'
  | 'keys'
  /** The products that have no key of their own. */
  | 'products'
  /** The companies or cities of a product. */
  | 'services'
  /** A supervisor lets a bill be paid during PLN's cut-off. */
  | 'insist'
  /** The owner takes the answer to a payment for a refusal. */
  | 'take-for-final';

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

/** A question to the biller about a payment that somebody asked for by hand, and what stood in its way. */
export interface Check {
  readonly payment: QuoteId;
  /** `null` while it is asked. */
  readonly problem: CheckProblem['code'] | null;
}

/** Everything on the screen: main's state as it came, and what is only the window's. */
export interface CounterView {
  readonly counter: CounterState | null;
  /** What is sold here; `null` until main has told. */
  readonly catalogue: Catalogue | null;
  readonly services: LastServices;
  readonly sale: Sale;
  readonly place: Place | null;
  readonly recent: readonly PaymentSummary[] | null;
  /** The payments whose outcome is not known, oldest first. */
  readonly open: readonly PaymentSummary[] | null;
  /** The one of them that is looked at in their list. */
  readonly chosen: PaymentView | null;
  readonly check: Check | null;
  /** Payments that were not certain and were settled while something else was on the screen. */
  readonly settledLate: readonly PaymentView[];
  readonly shown: Shown | null;
  readonly note: ReceiptNote | null;
}

export const firstView: CounterView = {
  counter: null,
  catalogue: null,
  services: {},
  sale: firstSale,
  place: null,
  recent: null,
  open: null,
  chosen: null,
  check: null,
  settledLate: [],
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

/** The payments of `before` that were unknown and are not open any more. */
export function settledSince(
  before: readonly PaymentSummary[] | null,
  open: readonly PaymentSummary[],
): readonly QuoteId[] {
  const still = new Set(open.map((entry) => entry.id));
  return (before ?? [])
    .filter((entry) => entry.state === 'unknown' && !still.has(entry.id))
    .map((entry) => entry.id);
}

/** Says that a payment was settled late, unless the outcome on the screen says so itself. */
export function tellSettled(view: CounterView, payment: PaymentView): CounterView {
  const { sale, settledLate } = view;
  const id = payment.quote.id;
  if (isOpen(payment.state) || settledLate.some((told) => told.quote.id === id)) return view;
  if (sale.step === 'done' && quoteOf(sale.finished).id === id) return view;
  return { ...view, settledLate: [...settledLate, payment] };
}

export const forgetSettled = (view: CounterView, gone: readonly QuoteId[]): CounterView => ({
  ...view,
  settledLate: view.settledLate.filter((told) => !gone.includes(told.quote.id)),
});

/** Whether what main told may have changed a payment in view. */
export function touchesPayments(before: CounterState | null, after: CounterState): boolean {
  if (before === null || before.ledgerRevision !== after.ledgerRevision) return true;
  return before.printing?.job !== after.printing?.job || before.printing?.state !== after.printing?.state;
}

/** Whom the sale on the screen goes to: who gave the bill, or who sells the product that is chosen. */
export function billerInHand({
  sale,
  catalogue,
}: Pick<CounterView, 'sale' | 'catalogue'>): BillerId | undefined {
  switch (sale.step) {
    case 'number':
    case 'done':
    case 'asking':
      return entryOfProduct(catalogue ?? [], sale.entry.product)?.biller;
    case 'offer':
      return sale.offer.biller;
    case 'bill':
    case 'paying':
      return sale.quote.biller;
  }
}

/** What people call a biller; `undefined` for one that this counter does not know any more. */
export function billerNameOf(
  { counter, catalogue }: Pick<CounterView, 'counter' | 'catalogue'>,
  biller: BillerId | undefined,
): string | undefined {
  return (
    counter?.billers.find(({ id }) => id === biller)?.name ??
    catalogue?.find((entry) => entry.biller === biller)?.billerName
  );
}

/** The uncertain payment that is looked at: in their list, as the outcome of the last sale, or at the right. */
export function uncertainInView({ place, chosen, sale, shown }: CounterView): PaymentView | null {
  if (place === 'unresolved' || place === 'take-for-final') return chosen;
  const finished = sale.step === 'done' && sale.finished.kind === 'payment' ? sale.finished.payment : null;
  const inView = [finished, shown?.payment].find((payment) => payment?.state === 'unknown');
  return inView ?? null;
}
