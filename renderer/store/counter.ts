import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Service } from '../../shared/biller-profile.ts';
import { areAccountsClosed } from '../../shared/contract/accounts-closed.ts';
import type { Catalogue } from '../../shared/contract/catalogue.ts';
import type { LoketBridge, RequestError } from '../../shared/contract/contract.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { Look } from '../../shared/contract/look.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import type { ShiftProblemCode } from '../../shared/contract/shift.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { ProductId } from '../../shared/products.ts';
import type { Language } from '../../shared/settings.ts';
import { reportBug } from '../report-bug.ts';
import type { Tone } from '../ui/tones.ts';
import { createBasketDesk } from './basket.ts';
import { entryOfProduct, serviceFor } from './catalogue-choice.ts';
import type { CounterCommands } from './commands.ts';
import type { CounterTools } from './counter-tools.ts';
import {
  firstView,
  forgetSettled,
  gapInView,
  isPadShown,
  mirror,
  opensList,
  placeBehind,
  touchesPapers,
  touchesPayments,
  type CounterView,
  type Place,
} from './counter-view.ts';
import { createCustomers, noSearch } from './customers.ts';
import { createInquiring } from './inquiring.ts';
import { createOpenPlace } from './open-place.ts';
import { createPaying, toneOf } from './paying.ts';
import { createResuming } from './resuming.ts';
import * as sales from './sale.ts';
import type { Sale } from './sale.ts';
import { createShownReceipt } from './shown-receipt.ts';
import { isLocked } from './sign-in.ts';
import { createSaleTold } from './tell-sale.ts';
import { createUncertainPayments } from './uncertain-payments.ts';
import { createWaitingPapers } from './waiting-papers.ts';

/** What the counter needs from the world. */
export interface CounterPorts {
  readonly bridge: LoketBridge;
  readonly now: () => number;
  readonly play: (tone: Tone) => void;
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

/** The counter: one store, and the commands that carry a sale between the screen and main. */
export function createCounter({ bridge, now, play }: CounterPorts): Counter {
  const store = createStore<CounterView>(() => firstView);
  const saleTold = createSaleTold(bridge);
  /** Heard only where the shop wants to hear it. */
  const sound = (tone: Tone): void => {
    if (store.getState().counter?.sounds !== false) play(tone);
  };
  let enterIsDown = false;
  /** Whether the counter has been open to somebody since the window is there. */
  let hasBegun = false;
  let catalogueIsThere: () => void = () => undefined;
  const catalogueCame = new Promise<void>((resolve) => (catalogueIsThere = resolve));

  const change = (step: (view: CounterView) => CounterView): void =>
    store.setState(step(store.getState()), true);
  const turn = (step: (sale: Sale) => Sale): Sale => {
    const before = store.getState().sale;
    const after = step(before);
    if (after !== before) change((view) => ({ ...view, sale: after }));
    saleTold.follow(before, after);
    return after;
  };
  /** Goes to a place, or back to the counter. */
  const goTo = (place: Place | null): void => change((view) => ({ ...view, place }));
  const enterKey = (): sales.EnterKey => (enterIsDown ? 'held' : 'free');
  const tools: CounterTools = { now, view: store.getState, change, turn, goTo, sound, enterKey };

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
  const basket = createBasketDesk({ ...tools, bridge });
  const open = createOpenPlace({
    ...tools,
    basket,
    openCustomers: () => searchCustomers(''),
    fetchUncertain: uncertain.fetch,
    fetchPapers: papers.fetch,
  });
  const paying = createPaying({
    ...tools,
    bridge,
    showReceipt: receipt.put,
    openDoubts: () => open('confirm-again'),
  });
  const { resume, isPayingForAnother } = createResuming({
    ...tools,
    bridge,
    catalogueCame,
    settle: paying.settle,
    showReceipt: receipt.put,
  });
  const { inquire, choose } = createInquiring({
    ...tools,
    bridge,
    chooseProduct,
    openServices: () => open('services'),
    untilAbandoned: saleTold.untilAbandoned,
  });

  const receive = (state: CounterState): void => {
    const { counter, isTold } = store.getState();
    change((view) => mirror(view, state));
    if (store.getState().counter === counter) return;
    const before = isTold ? counter : null;
    // At a locked screen main tells nothing of payments; whoever signs in sees them anew.
    if (isLocked(state)) return;
    if (!hasBegun || (isPayingForAnother() && !isPaymentUnderWay(state))) resume().catch(reportBug);
    const hasLastBasket = state.basket !== null && state.basket.state !== 'open';
    // What goes back to a customer who may still stand here comes before all else.
    if (!hasBegun && hasLastBasket) goTo('basket');
    else if (!hasBegun && areAccountsClosed(state)) goTo('vault');
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
    pay: (press) => void paying.pay(press).catch(reportBug),
    stepBack: () => {
      const isFresh = store.getState().sale.step === 'done' && paying.hasJustSettled();
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
    insist: paying.insist,
    confirmAgain: paying.confirmAgain,
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
