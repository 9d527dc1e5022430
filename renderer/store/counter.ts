import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ExtraField, Service } from '../../shared/biller-profile.ts';
import type { Catalogue } from '../../shared/contract/catalogue.ts';
import type { LoketBridge, RequestError, RequestInput } from '../../shared/contract/contract.ts';
import type { Gap } from '../../shared/contract/backups.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { Look } from '../../shared/contract/look.ts';
import type { KioskExit } from '../../shared/contract/screens.ts';
import type { PaperAnswer } from '../../shared/contract/printing.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { ShiftProblemCode } from '../../shared/contract/shift.ts';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import { rupiah, type Rupiah } from '../../shared/money.ts';
import { doubtKey } from '../../shared/payment/doubt.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { checkNumber, type ProductId } from '../../shared/products.ts';
import type { Language } from '../../shared/settings.ts';
import { formatDateTime, instant } from '../../shared/time.ts';
import { reportBug } from '../report-bug.ts';
import type { Tone } from '../ui/tones.ts';
import { asksForService, entryOfProduct, serviceFor } from './catalogue-choice.ts';
import {
  firstView,
  forgetSettled,
  gapInView,
  isPadShown,
  mirror,
  opensList,
  opensVault,
  placeBehind,
  touchesPapers,
  touchesPayments,
  untouchedList,
  untouchedPapers,
  type CounterView,
  type Pad,
  type Place,
} from './counter-view.ts';
import { createBasketDesk } from './basket.ts';
import { createCustomers, noSearch } from './customers.ts';
import type { Entry } from './entry.ts';
import { readExtras } from './extras.ts';
import { createLatest } from './latest.ts';
import { productOffered } from './product-offered.ts';
import { leavingOf, resumeSale } from './resume.ts';
import { isLocked } from './sign-in.ts';
import * as sales from './sale.ts';
import type { Finished, PayPress, Sale } from './sale.ts';
import { createShownReceipt } from './shown-receipt.ts';
import { createUncertainPayments, type Decision } from './uncertain-payments.ts';
import { createWaitingPapers } from './waiting-papers.ts';

/** What the counter needs from the world. */
export interface CounterPorts {
  readonly bridge: LoketBridge;
  readonly now: () => number;
  readonly play: (tone: Tone) => void;
}

/** What people can do at the counter. All of it may be called at any time: what does not fit changes nothing. */
export interface CounterCommands {
  readonly chooseProduct: (product: ProductId) => void;
  readonly chooseService: (service: Service) => void;
  readonly typeNumber: (draft: string, came?: Entry['came']) => void;
  /** The number in the field is all that a scanner typed. */
  readonly noteScan: () => void;
  readonly typeExtra: (field: ExtraField, typed: string) => void;
  readonly ask: () => void;
  readonly chooseDenomination: (denomination: Rupiah) => void;
  readonly typeCash: (digits: string) => void;
  /** What a scanner typed as cash is none. */
  readonly dropScan: () => void;
  readonly pay: (press: PayPress) => void;
  readonly stepBack: () => void;
  readonly enterDown: () => void;
  readonly enterUp: () => void;
  readonly open: (place: Place) => void;
  readonly close: () => void;
  /** A finger or a mouse was last at work. */
  readonly pointedWith: (lastPointer: Pad['lastPointer']) => void;
  readonly togglePad: () => void;
  /** Looks for a customer by what was typed; opens their list where it is not open. */
  readonly searchCustomers: (text: string) => void;
  readonly moveCustomer: (by: number) => void;
  /** Takes one of those found into the number; without a place the one that is looked at. */
  readonly takeCustomer: (at?: number) => void;
  /** Saves whose bill or outcome is on the screen. */
  readonly saveCustomer: (label: string) => void;
  readonly forgetCustomer: () => void;
  /** Looks at one of the payments that are not certain. */
  readonly chooseOpen: (payment: QuoteId) => void;
  /** Looks at one of the gaps of the ledger, in the same list. */
  readonly chooseGap: (gap: Gap['id']) => void;
  /** Asks the biller about the uncertain payment that is looked at. */
  readonly check: () => void;
  /** Asks for its number anew. */
  readonly look: () => void;
  /** Prints the slip that says to its customer that it is not certain. */
  readonly printInterim: () => void;
  /** Shows the payment that is looked at in the list at the counter. */
  readonly showChosen: () => void;
  /** Opens the decision about what is looked at in the list: the payment's, or the gap's. */
  readonly decide: () => void;
  /** What the owner decides about that payment; answers why it was not taken. */
  readonly resolveByHand: (
    decision: Decision,
    pin: string,
  ) => Promise<RequestError<'resolveByHand'>['code'] | null>;
  /** The gap that is looked at is in order; answers why that was not taken. */
  readonly closeGap: (note: string, pin: string) => Promise<RequestError<'closeGap'>['code'] | null>;
  /** An owner's PIN for the bill on the screen; answers why it was not taken. */
  readonly insist: (pin: string) => Promise<RequestError<'insist'>['code'] | null>;
  /**
   * Pays the bill on the screen after all, whatever was said of it; the owner's PIN where that is needed. Answers why
   * it was not taken.
   */
  readonly confirmAgain: (pin: string | null) => Promise<RequestError<'confirmAgain'>['code'] | null>;
  /** Puts the bill on the screen into the basket. */
  readonly toBasket: () => void;
  readonly takeFromBasket: (quote: QuoteId) => void;
  readonly emptyBasket: () => void;
  readonly typeBasketCash: (digits: string) => void;
  /** What a scanner typed as the basket's cash is none. */
  readonly dropBasketScan: () => void;
  readonly payBasket: (press: PayPress) => void;
  /** Opens what must be known of one of its bills. */
  readonly readDoubts: (quote: QuoteId) => void;
  /** That one is paid with the others after all; answers why that was not taken. */
  readonly confirmInBasket: (pin: string | null) => Promise<RequestError<'confirmAgain'>['code'] | null>;
  readonly stopBasket: () => void;
  /** Whether a basket that has halted goes on. */
  readonly answerBasket: (goOn: boolean) => void;
  readonly printBasketRecap: () => void;
  /** The customer of a basket that is done has gone. */
  readonly finishBasket: () => void;
  /** Shows the receipt of one of its bills at the counter. */
  readonly showFromBasket: (payment: QuoteId) => void;
  /** The outcome that stands nowhere else was noted down. */
  readonly noted: () => void;
  /** The cash of a payment that was refused after all has gone back; answers why that was not noted. */
  readonly refund: (payment: QuoteId) => Promise<ShiftProblemCode | null>;
  /** An owner's PIN for taking the answer to the payment that is looked at for a refusal. */
  readonly takeForFinal: (pin: string) => Promise<RequestError<'takeForFinal'>['code'] | null>;
  readonly showPayment: (payment: QuoteId) => void;
  /** The line about a payment that was settled late has been read. */
  readonly dismissSettled: (payment: QuoteId) => void;
  /** Prints the receipt that is shown again; where nobody knew whether it came out, that says that it did not. */
  readonly reprint: () => void;
  /** The receipt that is shown, of which nobody knew, lies there whole. */
  readonly cameOut: () => void;
  readonly copyText: () => void;
  readonly savePicture: () => void;
  readonly savePdf: () => void;
  /** Prints the list of the payments whose outcome is not known, while it is in view. */
  readonly printList: () => void;
  /** Looks at one of the papers that wait. */
  readonly choosePaper: (job: PrintJobId) => void;
  /** Gives the one of these answers that the paper in view takes. */
  readonly answerPaper: (answers: readonly PaperAnswer[]) => void;
  /** Signs out whoever is signed in. */
  readonly lock: () => void;
  readonly setLanguage: (language: Language) => void;
  /** The PIN of the owner or of a supervisor opens the kiosk; answers why it was not taken. */
  readonly leaveKiosk: (pin: string, to: KioskExit) => Promise<RequestError<'leaveKiosk'>['code'] | null>;
}

export interface Counter {
  readonly store: StoreApi<CounterView>;
  readonly commands: CounterCommands;
  /** Subscribes to main and fetches the first state and the catalogue; the answer undoes the subscription. */
  readonly start: () => () => void;
  /** Takes how the counter looked last for as long as main has told nothing. */
  readonly recall: (look: Look) => void;
  /** Main is late: what it looked like last may not be so any more. What was typed stays. */
  readonly giveUpLook: () => void;
}

/** The customer’s display follows the cash once no digit came for so long: a key must cost nothing. In milliseconds. */
const cashStillMs = 150;

/** An Esc meant for the wait must not wipe the outcome that came in the same moment. In milliseconds. */
const outcomeStaysFor = 1000;

const toneOf = (finished: Finished): Tone => {
  if (finished.kind === 'lost') return 'unknown';
  switch (finished.payment.outcome?.kind) {
    case 'paid':
    case 'paid-by-hand':
      return 'paid';
    case 'rejected':
    case 'rejected-by-hand':
      return 'refused';
    default:
      return 'unknown';
  }
};

/** The counter: one store, and the commands that carry a sale between the screen and main. */
export function createCounter({ bridge, now, play }: CounterPorts): Counter {
  const store = createStore<CounterView>(() => firstView);
  /** Heard only where the shop wants to hear it. */
  const sound = (tone: Tone): void => {
    if (store.getState().counter?.sounds !== false) play(tone);
  };
  let asks = 0;
  let enterIsDown = false;
  /** Whether the counter has been open to somebody since the window is there. */
  let hasBegun = false;
  /** Whether the payment on the screen was begun by a window that is gone: its answer comes to nobody. */
  let isResumed = false;
  let catalogueIsThere: () => void = () => undefined;
  const catalogueCame = new Promise<void>((resolve) => (catalogueIsThere = resolve));
  let settledAt = Number.NEGATIVE_INFINITY;
  const cashTold = createLatest((cash: RequestInput<'tender'>) => {
    bridge.tender(cash).catch(() => undefined);
  }, cashStillMs);
  /** Main takes one inquiry at a time: a new one waits until the abandoned one is gone. */
  let abandoning: Promise<unknown> = Promise.resolve();

  const change = (step: (view: CounterView) => CounterView): void =>
    store.setState(step(store.getState()), true);
  const turn = (step: (sale: Sale) => Sale): Sale => {
    const before = store.getState().sale;
    const after = step(before);
    if (after !== before) change((view) => ({ ...view, sale: after }));
    if (before.step === 'asking' && after.step === 'number' && after.problem === null)
      abandoning = bridge.abandonInquiry().catch(() => undefined);
    tellMain(before, after);
    return after;
  };
  /** What the customer's own display follows from: that they are left, and their cash as it is counted out. */
  const tellMain = (before: Sale, after: Sale): void => {
    const to = leavingOf(before, after);
    if (to !== null) bridge.leaveSale({ to }).catch(() => undefined);
    if (after.step !== 'bill') return cashTold.drop();
    if (before.step !== 'bill' || before.cash === after.cash) return;
    // What is not enough, or too much to have been counted, takes back what was told before.
    cashTold.put({ quote: after.quote.id, cash: sales.cashOf(after.cash) ?? rupiah(0) });
  };
  /** Goes to a place, or back to the counter. */
  const goTo = (place: Place | null): void => change((view) => ({ ...view, place }));
  const enterKey = (): sales.EnterKey => (enterIsDown ? 'held' : 'free');

  async function fetchRecent(): Promise<void> {
    const result = await bridge.recentPayments();
    if (result.ok) change((view) => ({ ...view, recent: result.value }));
  }

  /** Asks again for the payments in view: main says that something changed, not what. */
  async function refresh(): Promise<void> {
    const { sale, shown, chosen, settledLate } = store.getState();
    const finished = sale.step === 'done' ? sales.quoteOf(sale.finished).id : null;
    const told = settledLate.map((payment) => payment.quote.id);
    const ids = new Set(
      [finished, shown?.payment.quote.id, chosen?.quote.id, ...told].filter(
        (id) => id !== null && id !== undefined,
      ),
    );
    await Promise.all([fetchRecent(), uncertain.fetch(), ...[...ids].map(refreshPayment)]);
  }

  async function refreshPayment(id: QuoteId): Promise<void> {
    const result = await bridge.payment({ payment: id });
    if (result.ok) renew(result.value);
  }

  /** Newer knowledge of a payment, wherever it is in view. */
  function renew(payment: PaymentView): void {
    const isIt = (other: PaymentView | null | undefined): boolean => other?.quote.id === payment.quote.id;
    const before = store.getState().sale;
    const after = turn((sale) => sales.refreshFinished(sale, payment));
    if (before.step === 'done' && after.step === 'done' && toneOf(before.finished) !== toneOf(after.finished))
      sound(toneOf(after.finished));
    change((view) => ({
      ...view,
      settledLate: view.settledLate.map((told) => (isIt(told) ? payment : told)),
      chosen: isIt(view.chosen) ? payment : view.chosen,
    }));
    if (isIt(store.getState().shown?.payment)) receipt.put(payment);
  }

  const receipt = createShownReceipt({ bridge, view: store.getState, change, refreshPayment });
  const uncertain = createUncertainPayments({ bridge, view: store.getState, change, renew });
  const papers = createWaitingPapers({ bridge, view: store.getState, change });
  const basket = createBasketDesk({
    bridge,
    now,
    view: store.getState,
    change,
    turn,
    goTo,
    sound,
    enterKey,
  });

  /**
   * Goes on where main says that the counter was: its window is new, or was while a payment was made. A sale that has been
   * begun here meanwhile stays.
   */
  async function resume(): Promise<void> {
    const [result] = await Promise.all([bridge.whereWasI(), catalogueCame]);
    const { sale: standing, catalogue } = store.getState();
    const isFresh =
      standing.step === 'number' && sales.isUntouched(standing.entry) && standing.problem === null;
    if (!result.ok || !(isFresh || (isResumed && standing.step === 'paying'))) return;
    const sale = resumeSale(result.value, catalogue ?? []);
    if (standing.step === 'paying' && sale?.step !== 'paying')
      return afterResumedPayment(standing.quote, sale);
    if (sale === null) return;
    isResumed = sale.step === 'paying';
    change((view) => ({ ...view, sale, place: null }));
    // Over already, before this window was told: no change of the state will say so any more.
    if (isResumed && store.getState().counter?.exchange?.kind !== 'payment') return resume();
    if (sale.step === 'done' && sale.finished.kind === 'payment') receipt.put(sale.finished.payment);
  }

  /** The payment that was under way when the window came is over. Nothing is sent again, whatever came of it. */
  function afterResumedPayment(quote: Quote, sale: Sale | null): void {
    isResumed = false;
    if (sale?.step === 'done') return settle(sale.finished);
    turn((current) => sales.payingFailed(current, quote.id, { code: 'not-sent' }, 'free'));
  }

  const receive = (state: CounterState): void => {
    const { counter, isTold } = store.getState();
    change((view) => mirror(view, state));
    if (store.getState().counter === counter) return;
    const before = isTold ? counter : null;
    // At a locked screen main tells nothing of payments; whoever signs in sees them anew.
    if (isLocked(state)) return;
    if (!hasBegun) resume().catch(reportBug);
    else if (store.getState().sale.step === 'paying' && isResumed && !isPaymentUnderWay(state))
      resume().catch(reportBug);
    const hasLastBasket = state.basket !== null && state.basket.state !== 'open';
    // What goes back to a customer who may still stand here comes before all else.
    if (!hasBegun && hasLastBasket) goTo('basket');
    else if (!hasBegun && opensVault(state)) goTo('vault');
    else if (!hasBegun && opensList(state)) goTo('unresolved');
    else if (!hasBegun && !state.isIntroduced) goTo('first-steps');
    hasBegun = true;
    basket.follow(before?.basket ?? null, state);
    if (isLocked(before) || touchesPayments(before, state)) refresh().catch(reportBug);
    if (store.getState().place === 'printers' && touchesPapers(before, state))
      papers.fetch().catch(reportBug);
  };

  const receiveCatalogue = (catalogue: Catalogue): void => {
    change((view) => ({ ...view, catalogue, sale: sales.stockUp(view.sale, catalogue) }));
    catalogueIsThere();
  };

  function chooseProduct(product: ProductId): void {
    const { catalogue, services, sale, place } = store.getState();
    const entry = entryOfProduct(catalogue ?? [], product);
    if (place === 'products') goTo(null);
    if (sale.step === 'paying') return void turn(sales.stepBack);
    if (entry === undefined) return;
    const chosen = turn((current) => sales.chooseProduct(current, product, serviceFor(entry, services)));
    if (chosen.entry.service === null) goTo('services');
  }

  function chooseService(service: Service): void {
    const sale = turn((current) => sales.chooseService(current, service));
    if (sale.entry.service?.code !== service.code) return;
    change((view) => ({ ...view, place: null, services: { ...view.services, [service.product]: service } }));
  }

  const customers = createCustomers({
    bridge,
    view: store.getState,
    change,
    take: ({ product, service: code, number }) => {
      const { catalogue, services } = store.getState();
      const entry = entryOfProduct(catalogue ?? [], product);
      if (entry === undefined) return;
      const service = entry.services.find((each) => each.code === code) ?? serviceFor(entry, services);
      goTo(null);
      const sale = turn((current) => sales.takeCustomer(current, product, service, number));
      if (sale.step !== 'paying' && service === null) goTo('services');
    },
  });

  function searchCustomers(text: string): void {
    const isOpen = store.getState().place === 'customers';
    if (!isOpen) change((view) => ({ ...view, place: 'customers', customers: noSearch }));
    customers.search(text);
  }

  /** Some places only open where they have something to say. */
  function open(place: Place): void {
    const view = store.getState();
    const { sale, catalogue } = view;
    switch (place) {
      case 'products':
        return sale.step === 'paying' ? void turn(sales.stepBack) : goTo(place);
      case 'services': {
        const isOpen = sale.step === 'number' || sale.step === 'done';
        if (isOpen && asksForService(entryOfProduct(catalogue ?? [], sale.entry.product))) goTo(place);
        return;
      }
      case 'insist':
        if (sale.step === 'bill' && sale.problem?.code === 'cut-off') goTo(place);
        return;
      case 'confirm-again':
        if (sales.doubtsOf(sale) !== null) goTo(place);
        return;
      case 'take-for-final':
        if (view.place === 'unresolved' && view.chosen?.canTakeForFinal === true) goTo(place);
        return;
      case 'resolve':
        if (view.place === 'unresolved' && view.chosen?.state === 'unknown') goTo(place);
        return;
      case 'close-gap':
        if (view.place === 'unresolved' && gapInView(view) !== null) goTo(place);
        return;
      case 'basket':
        return basket.open();
      case 'basket-doubts':
        if (basket.doubtsInView() !== null) goTo(place);
        return;
      case 'customers':
        return searchCustomers('');
      case 'unresolved':
        change((current) => ({ ...current, ...untouchedList, place }));
        uncertain.fetch().catch(reportBug);
        return;
      case 'printers':
        change((current) => ({ ...current, ...untouchedPapers, place }));
        papers.fetch().catch(reportBug);
        return;
      case 'leave-kiosk':
        if (view.counter?.kiosk === true) goTo(place);
        return;
      case 'settings':
      case 'printer-settings':
      case 'biller-settings':
      case 'money-settings':
      case 'vault':
      case 'vault-settings':
      case 'backups':
      case 'archive':
      case 'notices':
      case 'first-steps':
      case 'keys':
      case 'history':
      case 'reports':
      case 'lots':
      case 'shift':
        return goTo(place);
    }
  }

  /** Back in the list after something was decided there: what was, is told in it. */
  function backToList(): void {
    goTo('unresolved');
    uncertain.fetch().catch(reportBug);
  }

  const resolveByHand: CounterCommands['resolveByHand'] = async (decision, pin) => {
    const refused = await uncertain.resolve(decision, pin);
    if (refused !== null) return refused;
    const { decided } = store.getState();
    if (decided !== null) receipt.put(decided);
    backToList();
    return null;
  };

  const closeGap: CounterCommands['closeGap'] = async (note, pin) => {
    const refused = await uncertain.closeGap(note, pin);
    if (refused === null) backToList();
    return refused;
  };

  async function insist(pin: string): Promise<RequestError<'insist'>['code'] | null> {
    const { sale } = store.getState();
    if (sale.step !== 'bill') return 'quote-gone';
    const result = await bridge.insist({ quote: sale.quote.id, pin });
    if (!result.ok) return result.error.code;
    turn((current) => sales.insisted(current, sale.quote.id, enterKey()));
    goTo(null);
    return null;
  }

  async function refund(payment: QuoteId): Promise<ShiftProblemCode | null> {
    const result = await bridge.refund({ payment });
    if (!result.ok) return result.error.code;
    renew(result.value);
    return null;
  }

  async function takeForFinal(pin: string): Promise<RequestError<'takeForFinal'>['code'] | null> {
    const { chosen } = store.getState();
    if (chosen === null) return 'payment-not-found';
    const result = await bridge.takeForFinal({ payment: chosen.quote.id, pin });
    if (!result.ok) return result.error.code;
    renew(result.value);
    open('unresolved');
    return null;
  }

  async function inquire(): Promise<void> {
    const { counter, catalogue, sale } = store.getState();
    if (sales.mustBeNoted(sale)) return;
    if (counter === null || (sale.step !== 'number' && sale.step !== 'done')) return;
    const offered = productOffered(store.getState());
    if (offered !== undefined) {
      const isScanned = sale.entry.came === 'scanned';
      chooseProduct(offered);
      // A scan's own Enter asks; of what was typed the product is looked at first.
      return isScanned && store.getState().place === null ? inquire() : undefined;
    }
    const { product, service, draft, extras: drafts } = sale.entry;
    if (entryOfProduct(catalogue ?? [], product) === undefined) return void turn(sales.refuseUnsold);
    if (service === null) return open('services');
    const checked = checkNumber(draft, counter.numberRules[product]);
    const thisYear = Number(formatDateTime(instant(now()), counter.day.zone).slice(0, 4));
    const extras = readExtras(service.asks, drafts, thisYear);
    if (!checked.ok || !extras.ok) return void turn(sales.refuseEntry);
    asks += 1;
    const ask = asks;
    turn((current) => sales.startAsking(current, ask));
    await abandoning;
    const { sale: still } = store.getState();
    if (still.step !== 'asking' || still.ask !== ask) return;
    const result = await bridge
      .inquire({ product, service: service.code, number: checked.value, extras: extras.value })
      .catch(() => ({ ok: false, error: { code: 'unreadable-reply' } }) as const);
    if (!result.ok && result.error.code !== 'abandoned') sound('refused');
    turn((current) =>
      result.ok
        ? sales.found(current, ask, result.value, enterKey())
        : sales.askingFailed(current, ask, result.error),
    );
  }

  async function choose(denomination: Rupiah): Promise<void> {
    asks += 1;
    const ask = asks;
    const started = turn((sale) => sales.startChoosing(sale, ask, denomination));
    if (started.step !== 'offer' || started.choosing?.ask !== ask) return;
    const result = await bridge
      .chooseDenomination({ offer: started.offer.id, denomination })
      .catch(() => ({ ok: false, error: { code: 'offer-gone' } }) as const);
    turn((sale) =>
      result.ok
        ? sales.chosen(sale, ask, result.value, enterKey())
        : sales.choosingFailed(sale, ask, result.error),
    );
  }

  /**
   * Main broke off during a payment: its record decides. Where there is none, nothing was sent (`null`): it is
   * written before the first byte leaves. Where it cannot be asked, nobody knows.
   */
  async function askRecord(quote: Quote): Promise<Finished | null> {
    try {
      const record = await bridge.payment({ payment: quote.id });
      if (record.ok) return { kind: 'payment', payment: record.value };
      if (record.error.code === 'payment-not-found') return null;
    } catch {
      // The record cannot be asked either.
    }
    return { kind: 'lost', quote, at: instant(now()) };
  }

  const settle = (finished: Finished): void => {
    settledAt = now();
    turn((sale) => sales.finish(sale, finished));
    sound(toneOf(finished));
    change((view) => ({ ...view, note: null }));
    if (finished.kind === 'payment') receipt.put(finished.payment);
  };

  async function pay(press: PayPress): Promise<void> {
    const { sale: before, place } = store.getState();
    // Whoever pays sees what is paid: a place over the bill may have opened by itself.
    if (place !== null) return;
    const paying = turn((sale) => sales.pressPay(sale, press));
    // The one gate: only the press that led from the bill to `paying` goes on.
    if (before.step !== 'bill' || paying.step !== 'paying') return;
    const { quote } = paying;
    const cash = sales.cashOf(paying.cash);
    if (cash === null) return;
    // Both at once: main takes them in this order, and a refused tender leaves it without cash to pay with.
    const told = store.getState().settledLate.map((payment) => payment.quote.id);
    const [tendered, paid] = await Promise.all([
      bridge.tender({ quote: quote.id, cash }).catch(() => ({ ok: false, error: { code: 'busy' } }) as const),
      bridge.pay({ quote: quote.id }).catch(() => null),
    ]);
    // What became of the payment goes before what became of the tender.
    const finished =
      paid === null
        ? await askRecord(quote)
        : paid.ok
          ? ({ kind: 'payment', payment: paid.value } as const)
          : null;
    if (finished !== null) {
      settle(finished);
      return change((view) => forgetSettled(view, told));
    }
    const refused = paid === null || paid.ok ? ({ code: 'not-sent' } as const) : paid.error;
    const problem = paid === null || tendered.ok ? refused : tendered.error;
    // Not refused: there is something to read.
    sound(problem.code === 'confirm-again' ? 'unknown' : 'refused');
    turn((sale) => sales.payingFailed(sale, quote.id, problem, enterKey()));
    open('confirm-again');
  }

  async function confirmAgain(pin: string | null): ReturnType<CounterCommands['confirmAgain']> {
    const { sale } = store.getState();
    const doubts = sales.doubtsOf(sale);
    if (sale.step !== 'bill' || doubts === null) return 'quote-gone';
    const result = await bridge.confirmAgain({ quote: sale.quote.id, doubts: doubts.map(doubtKey), pin });
    if (!result.ok) return result.error.code;
    // Called off while main looked at the PIN: nothing is paid by itself.
    const { place, sale: still } = store.getState();
    const isStill = still.step === 'bill' && still.quote.id === sale.quote.id;
    if (place !== 'confirm-again' || !isStill) return null;
    goTo(null);
    pay({ by: 'confirmation' }).catch(reportBug);
    return null;
  }

  async function setLanguage(language: Language): Promise<void> {
    const current = await bridge.settings();
    if (current.ok) await bridge.saveShopSettings({ ...current.value.shop, language });
  }

  const commands: CounterCommands = {
    chooseProduct,
    chooseService,
    typeNumber: (draft, came) => void turn((sale) => sales.typeNumber(sale, draft, came)),
    noteScan: () => void turn(sales.noteScan),
    typeExtra: (field, typed) => void turn((sale) => sales.typeExtra(sale, field, typed)),
    ask: () => void inquire().catch(reportBug),
    chooseDenomination: (denomination) => void choose(denomination).catch(reportBug),
    typeCash: (digits) => void turn((sale) => sales.typeCash(sale, digits)),
    dropScan: () => void turn(sales.dropScan),
    pay: (press) => void pay(press).catch(reportBug),
    stepBack: () => {
      const isFresh = store.getState().sale.step === 'done' && now() - settledAt < outcomeStaysFor;
      if (!isFresh) turn(sales.stepBack);
    },
    enterDown: () => {
      enterIsDown = true;
    },
    enterUp: () => {
      enterIsDown = false;
      turn(sales.releaseEnter);
      basket.enterUp();
    },
    open,
    close: () => {
      const { place } = store.getState();
      // What is being paid is not left, and not lost sight of.
      if (place !== 'basket' || !basket.isPaying()) goTo(placeBehind(place));
    },
    pointedWith: (lastPointer) => {
      if (store.getState().pad.lastPointer !== lastPointer)
        change((view) => ({ ...view, pad: { ...view.pad, lastPointer } }));
    },
    togglePad: () => change((view) => ({ ...view, pad: { ...view.pad, wanted: !isPadShown(view) } })),
    searchCustomers,
    moveCustomer: customers.move,
    takeCustomer: customers.takeAt,
    saveCustomer: customers.save,
    forgetCustomer: customers.forget,
    chooseOpen: (payment) => void uncertain.choose(payment).catch(reportBug),
    chooseGap: uncertain.chooseGap,
    check: () => void uncertain.check().catch(reportBug),
    look: () => void uncertain.look().catch(reportBug),
    printInterim: () => void uncertain.printInterim().catch(reportBug),
    showChosen: () => {
      const { place, chosen } = store.getState();
      if (place !== 'unresolved' || chosen === null) return;
      goTo(null);
      receipt.showPayment(chosen.quote.id).catch(reportBug);
    },
    decide: () => open(gapInView(store.getState()) === null ? 'resolve' : 'close-gap'),
    resolveByHand,
    closeGap,
    insist,
    confirmAgain,
    toBasket: () => void basket.add().catch(reportBug),
    takeFromBasket: (quote) => void basket.take(quote).catch(reportBug),
    emptyBasket: () => void basket.empty().catch(reportBug),
    typeBasketCash: basket.typeCash,
    dropBasketScan: basket.dropScan,
    payBasket: (press) => void basket.pay(press).catch(reportBug),
    readDoubts: basket.readDoubts,
    confirmInBasket: basket.confirm,
    stopBasket: () => void basket.stop().catch(reportBug),
    answerBasket: (goOn) => void basket.answer(goOn).catch(reportBug),
    printBasketRecap: () => void basket.printRecap().catch(reportBug),
    finishBasket: () => void basket.finish().catch(reportBug),
    showFromBasket: (payment) => {
      goTo(null);
      receipt.showPayment(payment).catch(reportBug);
    },
    noted: () => void turn(sales.noted),
    refund,
    takeForFinal,
    showPayment: (payment) => void receipt.showPayment(payment).catch(reportBug),
    dismissSettled: (payment) => change((view) => forgetSettled(view, [payment])),
    reprint: receipt.reprint,
    cameOut: receipt.cameOut,
    copyText: receipt.copyText,
    savePicture: receipt.savePicture,
    savePdf: receipt.savePdf,
    printList: () => void uncertain.printList().catch(reportBug),
    choosePaper: papers.choose,
    answerPaper: (answers) => void papers.answer(answers).catch(reportBug),
    lock: () => void bridge.lock().catch(reportBug),
    setLanguage: (language) => void setLanguage(language).catch(reportBug),
    async leaveKiosk(pin, to) {
      const result = await bridge.leaveKiosk({ pin, to });
      if (!result.ok) return result.error.code;
      goTo(null);
      return null;
    },
  };

  return {
    store,
    commands,
    recall(look) {
      const { counter: told, catalogue: sold } = store.getState();
      if (told !== null || sold !== null) return;
      const { counter, catalogue, people } = look;
      change((view) => ({ ...view, counter, catalogue, people, sale: sales.stockUp(view.sale, catalogue) }));
    },
    giveUpLook() {
      if (!store.getState().isTold) change((view) => ({ ...view, counter: null }));
    },
    start() {
      const stop = bridge.on.counterState(receive);
      bridge
        .catalogue()
        .then((result) => result.ok && receiveCatalogue(result.value))
        .catch(reportBug);
      bridge
        .counterState()
        .then((result) => result.ok && receive(result.value))
        .catch(reportBug);
      return stop;
    },
  };
}
