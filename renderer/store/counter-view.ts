import type { BillerId } from '../../shared/biller-profile.ts';
import type { Catalogue } from '../../shared/contract/catalogue.ts';
import type { Gap } from '../../shared/contract/backups.ts';
import { keysOf, type KeyBindings, type Keys } from '../../shared/key-bindings.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { EvidenceView } from '../../shared/contract/evidence.ts';
import type { PaymentSummary, PaymentView } from '../../shared/contract/payment-view.ts';
import type {
  CheckProblem,
  LookProblem,
  ReceiptProblem,
  RequestError,
} from '../../shared/contract/contract.ts';
import type { PaperAnswer, WaitingPaper } from '../../shared/contract/printing.ts';
import { isByHand, isOpen } from '../../shared/payment/states.ts';
import type { StaffMember } from '../../shared/staff/staff.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { PrinterProfile } from '../../shared/printing/printer-profile.ts';
import { emptyHands, type BasketHands } from './basket-hands.ts';
import { entryOfProduct, type LastServices } from './catalogue-choice.ts';
import { noSearch, type CustomerSearch } from './customers.ts';
import { firstSale, quoteOf, type Sale } from './sale.ts';

/** A place over the counter. One at a time. */
export type Place =
  | 'settings'
  | 'unresolved'
  | 'keys'
  /** Saved and recent customers, by number or name. */
  | 'customers'
  /** What was sold. */
  | 'history'
  /** What was sold, added up; deposits; comparing with a biller's statement. */
  | 'reports'
  /** The bills of whole groups, inquired and paid together. */
  | 'lots'
  /** The drawer: opening, cash in and out, closing. */
  | 'shift'
  /** The products that have no key of their own. */
  | 'products'
  /** The companies or cities of a product. */
  | 'services'
  /** A supervisor lets a bill be paid during PLN's cut-off. */
  | 'insist'
  /** What must be known before a bill is paid after all. */
  | 'confirm-again'
  /** Several bills of one customer, paid with one sum. */
  | 'basket'
  /** What must be known before one of them is paid with the others. */
  | 'basket-doubts'
  /** The owner takes the answer to a payment for a refusal. */
  | 'take-for-final'
  /** The owner decides what became of a payment. */
  | 'resolve'
  /** The owner has put a gap of the records in order. */
  | 'close-gap'
  /** What does not stop a sale and should be mended. */
  | 'notices'
  /** The settings, at their page of backups. */
  | 'backups'
  /** The way out of the kiosk, by PIN. */
  | 'leave-kiosk'
  /** The settings, at their page of archives. */
  | 'archive'
  /** What a new counter needs before its first sale. */
  | 'first-steps'
  /** How the printers are, and the papers that wait for a person. */
  | 'printers'
  /** The settings, at their page of printers. */
  | 'printer-settings'
  /** The settings, at the page of the biller in hand. */
  | 'biller-settings'
  /** The settings, at the page that says which money it is. */
  | 'money-settings'
  /** Why the accounts with the billers are not open, and the owner's passphrase. */
  | 'vault'
  /** The settings, at the page of what locks them. */
  | 'vault-settings';

/** The places over others: they act on what is looked at there, and lead back to it. */
const behind: Readonly<Partial<Record<Place, Place>>> = {
  'take-for-final': 'unresolved',
  resolve: 'unresolved',
  'close-gap': 'unresolved',
  'basket-doubts': 'basket',
};

/** Where Esc leads from a place. */
export const placeBehind = (place: Place | null): Place | null =>
  place === null ? null : (behind[place] ?? null);

/** The bytes of one print job, as they go to the printer. */
export interface PaperBytes {
  readonly job: PrintJobId;
  readonly bytes: Uint8Array;
  readonly paper: PrinterProfile;
}

/** The payment whose receipt is at the right. */
export interface Shown {
  readonly payment: PaymentView;
  /** `null` until the bytes have come, and where there is no print. */
  readonly paper: PaperBytes | null;
}

/** Why what a person says about a paper was not taken. */
export type PaperProblem = RequestError<'answerPaper'>['code'];

/** What the last receipt key did. */
export type ReceiptNote =
  | { readonly kind: 'copied' | 'reprinted' | 'came-out' }
  | { readonly kind: 'saved'; readonly as: 'picture' | 'pdf'; readonly path: string }
  | { readonly kind: 'problem'; readonly code: ReceiptProblem['code'] | PaperProblem };

/** Something about a payment that somebody asked for by hand, and what stood in its way. */
interface Asked<Code> {
  readonly payment: QuoteId;
  /** `null` while it is asked. */
  readonly problem: Code | null;
}
/** A question to the biller about a payment. */
export type Check = Asked<CheckProblem['code']>;
/** A fresh inquiry of a payment's number. */
export type Look = Asked<LookProblem['code']>;
/** A slip that says *belum pasti*. */
export type InterimPrint = Asked<ReceiptProblem['code']>;

/** A print of the list of what is not certain. */
export interface ListPrint {
  readonly step: 'asked' | 'printed' | RequestError<'printOpenPayments'>['code'];
}

/** What this counter knows around the uncertain payment that is looked at. */
export interface ShownEvidence {
  readonly payment: QuoteId;
  readonly evidence: EvidenceView;
}

/** The digits on the screen for fingers: by themselves after a touch, or as somebody wants them. */
export interface Pad {
  readonly lastPointer: 'touch' | 'mouse';
  readonly wanted: boolean | null;
}

/** Everything on the screen: main's state as it came, and what is only the window's. */
export interface CounterView {
  /** Main's, or how the counter looked last while `isTold` is not set; `null` where neither is known. */
  readonly counter: CounterState | null;
  /** Whether `counter` is what main says. */
  readonly isTold: boolean;
  /** What is sold here, as main tells or as it was last; `null` until either is known. */
  readonly catalogue: Catalogue | null;
  /** Who could sign in when the counter looked so last; `null` once main has told, and where it is not known. */
  readonly people: readonly StaffMember[] | null;
  readonly services: LastServices;
  readonly sale: Sale;
  readonly place: Place | null;
  readonly customers: CustomerSearch;
  readonly pad: Pad;
  /** The basket itself is main's: this is what the window has of it. */
  readonly basketHands: BasketHands;
  readonly recent: readonly PaymentSummary[] | null;
  /** The payments whose outcome is not known, oldest first. */
  readonly open: readonly PaymentSummary[] | null;
  /** The one of them that is looked at in their list. */
  readonly chosen: PaymentView | null;
  readonly check: Check | null;
  readonly look: Look | null;
  readonly interim: InterimPrint | null;
  readonly evidence: ShownEvidence | null;
  /** What a restored ledger does not know; they stand above the payments in the list. */
  readonly gaps: readonly Gap[] | null;
  /** The one of them that is looked at, before any payment. */
  readonly chosenGap: Gap['id'] | null;
  /** What the owner has decided since the list was opened. */
  readonly decided: PaymentView | null;
  /** Payments that were not certain and were settled while something else was on the screen. */
  readonly settledLate: readonly PaymentView[];
  readonly shown: Shown | null;
  readonly note: ReceiptNote | null;
  readonly listPrint: ListPrint | null;
  /** The papers that a person must see to, oldest first; `null` until main has told. */
  readonly papers: readonly WaitingPaper[] | null;
  /** The one that is looked at. Once it is gone none is, until somebody looks at another: its answer must not be theirs. */
  readonly chosenPaper: PrintJobId | null;
  /** An answer about a paper that is under way (no problem) or was not taken. */
  readonly paperAnswer: { readonly job: PrintJobId; readonly problem: PaperProblem | null } | null;
  /** What was said last, and of which paper. */
  readonly paperAnswered: { readonly paper: WaitingPaper; readonly answer: PaperAnswer } | null;
}

export const firstView: CounterView = {
  counter: null,
  isTold: false,
  catalogue: null,
  people: null,
  services: {},
  sale: firstSale,
  place: null,
  customers: noSearch,
  pad: { lastPointer: 'mouse', wanted: null },
  basketHands: emptyHands,
  recent: null,
  open: null,
  chosen: null,
  check: null,
  look: null,
  interim: null,
  evidence: null,
  gaps: null,
  chosenGap: null,
  decided: null,
  settledLate: [],
  shown: null,
  note: null,
  listPrint: null,
  papers: null,
  chosenPaper: null,
  paperAnswer: null,
  paperAnswered: null,
};

/** The list of what is not certain as it opens: nothing is left of the last time, its first entry is looked at. */
export const untouchedList = {
  chosen: null,
  chosenGap: null,
  check: null,
  look: null,
  interim: null,
  decided: null,
  listPrint: null,
} as const satisfies Partial<CounterView>;

/** The list of papers as it opens: nothing is left of the last time. */
export const untouchedPapers = {
  papers: null,
  chosenPaper: null,
  paperAnswer: null,
  paperAnswered: null,
} as const satisfies Partial<CounterView>;

/** Whether all is known that the counter is drawn from. */
export const isReady = ({ counter, catalogue }: Pick<CounterView, 'counter' | 'catalogue'>): boolean =>
  counter !== null && catalogue !== null;

/** In a kiosk always: it may have no keyboard, and nobody who knows what the key is for. */
export const isPadShown = ({ pad, counter }: Pick<CounterView, 'pad' | 'counter'>): boolean =>
  counter?.kiosk === true || (pad.wanted ?? pad.lastPointer === 'touch');

const unchanged: KeyBindings = {};

/** The shop's keys; the usual ones until main has said. */
export const keysNow = ({ counter }: Pick<CounterView, 'counter'>): Keys =>
  keysOf(counter?.keys ?? unchanged);

/** Main's newer state; one that is not newer is dropped. */
export function mirror(view: CounterView, state: CounterState): CounterView {
  const { counter, isTold } = view;
  if (isTold && counter !== null && state.revision <= counter.revision) return view;
  return { ...view, counter: state, isTold: true, people: null };
}

/** Whether main's first state calls for the list of what is not certain: it opens by itself once, at the start. */
export const opensList = ({ unresolved, gaps }: CounterState): boolean => unresolved > 0 || gaps > 0;

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

/**
 * Says that a payment was settled late, unless the outcome on the screen says so itself, or the owner has just said it
 * here.
 */
export function tellSettled(view: CounterView, payment: PaymentView): CounterView {
  const { sale, settledLate } = view;
  const id = payment.quote.id;
  if (isOpen(payment.state) || isByHand(payment.state)) return view;
  if (settledLate.some((told) => told.quote.id === id)) return view;
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
  return before.gaps !== after.gaps;
}

/** Whether what main told may have changed which papers wait. */
export const touchesPapers = (before: CounterState | null, after: CounterState): boolean =>
  touchesPayments(before, after) || before?.papersWaiting !== after.papersWaiting;

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

/** The paper that is looked at in the list, where it is still there. */
export const paperInView = ({
  papers,
  chosenPaper,
}: Pick<CounterView, 'papers' | 'chosenPaper'>): WaitingPaper | null =>
  papers?.find(({ job }) => job === chosenPaper) ?? null;

/** The gap that is looked at in the list, where it is still there. */
export const gapInView = ({ gaps, chosenGap }: Pick<CounterView, 'gaps' | 'chosenGap'>): Gap | null =>
  gaps?.find(({ id }) => id === chosenGap) ?? null;

/** The uncertain payment that is looked at: in their list, as the outcome of the last sale, or at the right. */
export function uncertainInView({ place, chosen, sale, shown }: CounterView): PaymentView | null {
  if (place === 'unresolved' || placeBehind(place) === 'unresolved') return chosen;
  const finished = sale.step === 'done' && sale.finished.kind === 'payment' ? sale.finished.payment : null;
  const inView = [finished, shown?.payment].find((payment) => payment?.state === 'unknown');
  return inView ?? null;
}
