import type { ExtraField, Service } from '../../shared/biller-profile.ts';
import type { Catalogue } from '../../shared/contract/catalogue.ts';
import type { Found } from '../../shared/contract/contract.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { SaleProblem, SaleProblemCode } from '../../shared/contract/sale-problem.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { rupiah, type Rupiah } from '../../shared/money.ts';
import { judgeCash } from '../../shared/payment/cash.ts';
import type { Doubt } from '../../shared/payment/doubt.ts';
import { amountDue, type Offer, type Quote } from '../../shared/payment/quote.ts';
import type { ProductId } from '../../shared/products.ts';
import type { Instant } from '../../shared/time.ts';
import { entryOfProduct, serviceFor } from './catalogue-choice.ts';
import { emptyEntry, type Entry } from './entry.ts';

/** Names one question put to main, so that an answer to an abandoned one is known for what it is. */
export type Ask = number;

/** Whether the Enter key has been up since this bill came on the screen. Only then may a press of it pay. */
export type EnterKey = 'held' | 'free';

/** How a sale ended. `lost`: main itself broke off, so even its record could not be asked. */
export type Finished =
  | { readonly kind: 'payment'; readonly payment: PaymentView }
  | { readonly kind: 'lost'; readonly quote: Quote; readonly at: Instant };

/** Why a press of pay did nothing. */
export type PayHint = 'needs-cash' | 'needs-more' | 'too-much' | 'scanned' | 'held';

export interface NumberStep {
  readonly step: 'number';
  readonly entry: Entry;
  readonly problem: SaleProblem | null;
}
/** The outcome is in view while the next number may already be typed. */
export interface DoneStep {
  readonly step: 'done';
  readonly entry: Entry;
  readonly finished: Finished;
}
export interface AskingStep {
  readonly step: 'asking';
  readonly entry: Entry;
  readonly ask: Ask;
}
export interface OfferStep {
  readonly step: 'offer';
  readonly entry: Entry;
  readonly offer: Offer;
  readonly choosing: { readonly ask: Ask; readonly denomination: Rupiah } | null;
  readonly problem: SaleProblem | null;
}
export interface BillStep {
  readonly step: 'bill';
  readonly entry: Entry;
  readonly quote: Quote;
  /** Where the amount was chosen, to go back to. */
  readonly offer: Offer | null;
  /** Digits only. */
  readonly cash: string;
  readonly enter: EnterKey;
  readonly hint: PayHint | null;
  readonly problem: SaleProblem | null;
  /** A supervisor has just allowed it although PLN is closing its books. */
  readonly isInsisted: boolean;
}
export interface PayingStep {
  readonly step: 'paying';
  readonly entry: Entry;
  readonly quote: Quote;
  readonly offer: Offer | null;
  readonly cash: string;
  /** Someone tried to stop it, and must be told that this cannot be done. */
  readonly stopTried: boolean;
}

/** The one sale on the screen. */
export type Sale = NumberStep | DoneStep | AskingStep | OfferStep | BillStep | PayingStep;

const numberStep = (entry: Entry, problem: SaleProblem | null = null): NumberStep => ({
  step: 'number',
  entry,
  problem,
});

export const firstSale: Sale = numberStep(emptyEntry('pln-postpaid', null));

/** What this counter sells is known now: the first product of it waits for its number, or what was chosen already does. */
export function stockUp(sale: Sale, catalogue: Catalogue): Sale {
  if (sale.step !== 'number' && sale.step !== 'asking') return sale;
  const entry = entryOfProduct(catalogue, sale.entry.product) ?? catalogue[0];
  if (entry === undefined) return sale;
  const { product } = entry;
  // What was chosen before stays, as far as it is sold, and asks what it asks for now.
  const same = entry.services.find(({ code }) => code === sale.entry.service?.code);
  const service = same ?? serviceFor(entry, {});
  return { ...sale, entry: { ...sale.entry, product, service } };
}

/** The product whose key is lit. */
export const productOf = (sale: Sale): ProductId => sale.entry.product;

/** What the number field shows. */
export const draftOf = (sale: Sale): string => sale.entry.draft;

/** A product key: a fresh number for that product. During a payment it only says that one is under way. */
export function chooseProduct(sale: Sale, product: ProductId, service: Service | null): Sale {
  if (sale.step === 'paying') return { ...sale, stopTried: true };
  if (sale.step === 'number' && sale.entry.product === product) return { ...sale, problem: null };
  const fresh = emptyEntry(product, service);
  if (sale.step === 'done') return { ...sale, entry: { ...fresh, draft: sale.entry.draft } };
  if (sale.step === 'number') return numberStep({ ...fresh, draft: sale.entry.draft });
  return numberStep(fresh);
}

/** Changes what is typed; a problem about the old text goes with it. */
function editEntry(sale: Sale, part: Partial<Entry>): Sale {
  if (sale.step !== 'number' && sale.step !== 'done') return sale;
  const entry: Entry = { ...sale.entry, ...part, refused: false };
  return sale.step === 'done' ? { ...sale, entry } : numberStep(entry);
}

/** The company or city of the product that is chosen. What it asks for may be other than before. */
export function chooseService(sale: Sale, service: Service): Sale {
  if (service.product !== sale.entry.product) return sale;
  return editEntry(sale, { service, extras: {} });
}

export const typeNumber = (sale: Sale, draft: string, came: Entry['came'] = 'typed'): Sale =>
  editEntry(sale, { draft, came });

/** The number in the field is all that a scanner typed. */
export const noteScan = (sale: Sale): Sale => editEntry(sale, { came: 'scanned' });

/** A customer that is known: product, company and number as they were. The next Enter asks. */
export function takeCustomer(sale: Sale, product: ProductId, service: Service | null, draft: string): Sale {
  if (sale.step === 'paying') return { ...sale, stopTried: true };
  const entry: Entry = { ...emptyEntry(product, service), draft };
  return sale.step === 'done' ? { ...sale, entry } : numberStep(entry);
}

export const typeExtra = (sale: Sale, field: ExtraField, typed: string): Sale =>
  editEntry(sale, { extras: { ...sale.entry.extras, [field]: typed } });

/** Enter on something that its rule refuses: it does not leave the screen. */
export function refuseEntry(sale: Sale): Sale {
  if (sale.step !== 'number' && sale.step !== 'done') return sale;
  return { ...sale, entry: { ...sale.entry, refused: true } };
}

/** Nobody here sells what is asked for, or nobody any more. */
export function refuseUnsold(sale: Sale): Sale {
  if (sale.step !== 'number' && sale.step !== 'done') return sale;
  return numberStep(sale.entry, { code: 'not-sold' });
}

/** An inquiry begins; the last outcome leaves the screen. */
export function startAsking(sale: Sale, ask: Ask): Sale {
  if (sale.step !== 'number' && sale.step !== 'done') return sale;
  if (mustBeNoted(sale)) return sale;
  return { step: 'asking', entry: sale.entry, ask };
}

const billStep = (entry: Entry, quote: Quote, offer: Offer | null, enter: EnterKey): BillStep => ({
  step: 'bill',
  entry,
  quote,
  offer,
  cash: '',
  enter,
  hint: null,
  problem: null,
  isInsisted: false,
});

/** The inquiry's answer. One that was not waited for any more changes nothing. */
export function found(sale: Sale, ask: Ask, what: Found, enter: EnterKey): Sale {
  if (sale.step !== 'asking' || sale.ask !== ask) return sale;
  const { entry } = sale;
  return what.kind === 'quote'
    ? billStep(entry, what.quote, null, enter)
    : { step: 'offer', entry, offer: what.offer, choosing: null, problem: null };
}

export function askingFailed(sale: Sale, ask: Ask, problem: SaleProblem): Sale {
  if (sale.step !== 'asking' || sale.ask !== ask) return sale;
  return numberStep(sale.entry, problem);
}

export function startChoosing(sale: Sale, ask: Ask, denomination: Rupiah): Sale {
  if (sale.step !== 'offer' || sale.choosing !== null) return sale;
  if (!sale.offer.denominations.includes(denomination)) return sale;
  return { ...sale, choosing: { ask, denomination }, problem: null };
}

export function chosen(sale: Sale, ask: Ask, quote: Quote, enter: EnterKey): Sale {
  if (sale.step !== 'offer' || sale.choosing?.ask !== ask) return sale;
  return billStep(sale.entry, quote, sale.offer, enter);
}

export function choosingFailed(sale: Sale, ask: Ask, problem: SaleProblem): Sale {
  if (sale.step !== 'offer' || sale.choosing?.ask !== ask) return sale;
  if (problem.code === 'offer-gone') return numberStep(sale.entry, problem);
  return { ...sale, choosing: null, problem };
}

export function typeCash(sale: Sale, cash: string): Sale {
  return sale.step === 'bill' ? { ...sale, cash, hint: null } : sale;
}

/** A scanner typed into the cash and pressed Enter. Nothing is paid, and what could pass for cash goes. */
export function dropScan(sale: Sale): Sale {
  if (sale.step !== 'bill') return sale;
  const cash = cashOf(sale.cash);
  const isImplausible = cash !== null && judgeCash(amountDue(sale.quote), cash) === 'implausible';
  return isImplausible ? { ...sale, hint: 'too-much' } : { ...sale, cash: '', hint: 'scanned' };
}

/** Enter came up: the next press of it is a fresh one. */
export function releaseEnter(sale: Sale): Sale {
  if (sale.step !== 'bill' || sale.enter === 'free') return sale;
  return { ...sale, enter: 'free', hint: sale.hint === 'held' ? null : sale.hint };
}

/** The cash as an amount, or `null` where none is typed. */
export const cashOf = (digits: string): Rupiah | null => (digits === '' ? null : rupiah(Number(digits)));

/**
 * How pay was asked for. A pointer cannot be held down from an earlier screen; a key can. A confirmation is given in a
 * dialog of its own, by a press that is no part of the one before it.
 */
export type PayPress =
  { readonly by: 'key'; readonly repeat: boolean } | { readonly by: 'pointer' | 'confirmation' };

/** Why that cash does not pay that sum; `null` where it does. */
export function cashHint(digits: string, due: Rupiah): PayHint | null {
  const cash = cashOf(digits);
  if (cash === null) return 'needs-cash';
  const judged = judgeCash(due, cash);
  if (judged === 'enough') return null;
  return judged === 'short' ? 'needs-more' : 'too-much';
}

/**
 * A press of pay. Leads to `paying` only from a bill with enough cash, and no more than can have been counted out,
 * by a key that was up since the bill came and does not repeat. A second press finds no bill and changes nothing.
 */
export function pressPay(sale: Sale, press: PayPress): Sale {
  if (sale.step !== 'bill') return sale;
  if (press.by === 'key' && press.repeat) return sale;
  if (press.by === 'key' && sale.enter === 'held') return { ...sale, hint: 'held' };
  const hint = cashHint(sale.cash, amountDue(sale.quote));
  if (hint !== null) return { ...sale, hint };
  const { entry, quote, offer } = sale;
  return { step: 'paying', entry, quote, offer, cash: sale.cash, stopTried: false };
}

/** What must be known before the bill on the screen is paid after all; `null` where nothing must. */
export function doubtsOf(sale: Sale): readonly Doubt[] | null {
  if (sale.step !== 'bill' || sale.problem?.code !== 'confirm-again') return null;
  return sale.problem.doubts ?? [];
}

/** The bill on the screen is in the basket: the next number of that product waits to be typed. */
export function putAside(sale: Sale, quote: QuoteId): Sale {
  if (sale.step !== 'bill' || sale.quote.id !== quote) return sale;
  return numberStep(emptyEntry(sale.entry.product, sale.entry.service));
}

export function finish(sale: Sale, finished: Finished): Sale {
  const quote = quoteOf(finished);
  if (sale.step !== 'paying' || sale.quote.id !== quote.id) return sale;
  const { product, service } = sale.entry;
  return { step: 'done', entry: emptyEntry(product, service), finished };
}

/** Whether the bill may still be paid after a problem, or must be asked for again. */
const quoteStandsAfter: Readonly<Record<SaleProblemCode, boolean>> = {
  busy: true,
  'not-set-up': true,
  'vault-locked': true,
  'number-refused': false,
  'not-sold': false,
  'extras-missing': false,
  'cut-off': true,
  'no-connection': true,
  'no-answer': false,
  'unreadable-reply': false,
  'mismatched-reply': false,
  'refused-by-biller': false,
  abandoned: false,
  'offer-gone': false,
  'denomination-not-offered': false,
  'quote-gone': false,
  'quote-expired': false,
  'cash-missing': true,
  'cash-short': true,
  'cash-implausible': true,
  'payment-open': false,
  'inquiry-used': false,
  'not-sent': true,
  'confirm-again': true,
  'disk-full': true,
  'ledger-locked': true,
  'ledger-read-only': true,
  'ledger-fault': true,
  'selling-stopped': true,
  'signed-out': true,
  'no-shift': true,
};

/** Nothing was paid, for certain. The bill comes back where it still stands, else its number. */
export function payingFailed(sale: Sale, quote: QuoteId, problem: SaleProblem, enter: EnterKey): Sale {
  if (sale.step !== 'paying' || sale.quote.id !== quote) return sale;
  if (!quoteStandsAfter[problem.code]) return numberStep(sale.entry, problem);
  return { ...billStep(sale.entry, sale.quote, sale.offer, enter), cash: sale.cash, problem };
}

/** A supervisor's PIN was taken: the bill may be paid, by a fresh press. */
export function insisted(sale: Sale, quote: QuoteId, enter: EnterKey): Sale {
  if (sale.step !== 'bill' || sale.quote.id !== quote) return sale;
  return { ...sale, problem: null, hint: null, isInsisted: true, enter };
}

/** Newer knowledge of the payment in view: its print went on, or a late reply settled it. */
export function refreshFinished(sale: Sale, payment: PaymentView): Sale {
  if (sale.step !== 'done' || quoteOf(sale.finished).id !== payment.quote.id) return sale;
  return { ...sale, finished: { kind: 'payment', payment } };
}

/** Whether the outcome on the screen stands nowhere else, so that it must not leave before it was noted down. */
export const mustBeNoted = (sale: Sale): boolean =>
  sale.step === 'done' && sale.finished.kind === 'payment' && !sale.finished.payment.isSaved;

/** Somebody has noted down the outcome that stands nowhere else. */
export const noted = (sale: Sale): Sale => (mustBeNoted(sale) ? numberStep(sale.entry) : sale);

export const quoteOf = (finished: Finished): Quote =>
  finished.kind === 'payment' ? finished.payment.quote : finished.quote;

/** One step back. An inquiry is given up; a payment cannot be. */
export function stepBack(sale: Sale): Sale {
  const { product, service } = sale.entry;
  switch (sale.step) {
    case 'number':
      return numberStep(sale.problem === null ? emptyEntry(product, service) : sale.entry);
    case 'done':
      if (isUntouched(sale.entry)) return mustBeNoted(sale) ? sale : numberStep(sale.entry);
      return { ...sale, entry: emptyEntry(product, service) };
    case 'asking':
      return numberStep(sale.entry);
    case 'offer':
      return numberStep(sale.entry);
    case 'bill':
      if (sale.cash !== '') return { ...sale, cash: '', hint: null };
      if (sale.offer === null) return numberStep(sale.entry);
      return { step: 'offer', entry: sale.entry, offer: sale.offer, choosing: null, problem: null };
    case 'paying':
      return { ...sale, stopTried: true };
  }
}

/** Whether nothing has been typed for the next sale. */
export const isUntouched = ({ draft, extras }: Entry): boolean =>
  draft === '' && Object.values(extras).every((typed) => typed === '');
