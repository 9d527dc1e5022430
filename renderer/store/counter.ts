import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LoketBridge } from '../../shared/contract/contract.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Rupiah } from '../../shared/money.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { checkNumber, type ProductId } from '../../shared/products.ts';
import type { Language } from '../../shared/settings.ts';
import { instant } from '../../shared/time.ts';
import { reportBug } from '../report-bug.ts';
import type { Tone } from '../ui/tones.ts';
import {
  firstView,
  forgetSettled,
  mirror,
  settledSince,
  show,
  showPaper,
  tellSettled,
  touchesPayments,
  type CounterView,
  type Place,
} from './counter-view.ts';
import * as sales from './sale.ts';
import type { Finished, PayPress, Sale } from './sale.ts';

/** What the counter needs from the world. */
export interface CounterPorts {
  readonly bridge: LoketBridge;
  readonly now: () => number;
  readonly play: (tone: Tone) => void;
}

/** What people can do at the counter. All of it may be called at any time: what does not fit changes nothing. */
export interface CounterCommands {
  readonly chooseProduct: (product: ProductId) => void;
  readonly typeNumber: (draft: string) => void;
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
  readonly showPayment: (payment: QuoteId) => void;
  /** The line about a payment that was settled late has been read. */
  readonly dismissSettled: (payment: QuoteId) => void;
  readonly reprint: () => void;
  readonly copyText: () => void;
  readonly savePicture: () => void;
  readonly setLanguage: (language: Language) => void;
}

export interface Counter {
  readonly store: StoreApi<CounterView>;
  readonly commands: CounterCommands;
  /** Subscribes to main and fetches the first state; the answer undoes the subscription. */
  readonly start: () => () => void;
}

/** An Esc meant for the wait must not wipe the outcome that came in the same moment. In milliseconds. */
const outcomeStaysFor = 1000;

const toneOf = (finished: Finished): Tone => {
  if (finished.kind === 'lost') return 'unknown';
  switch (finished.payment.outcome?.kind) {
    case 'paid':
      return 'paid';
    case 'rejected':
      return 'refused';
    default:
      return 'unknown';
  }
};

/** The counter: one store, and the commands that carry a sale between the screen and main. */
export function createCounter({ bridge, now, play }: CounterPorts): Counter {
  const store = createStore<CounterView>(() => firstView);
  let asks = 0;
  let enterIsDown = false;
  let settledAt = Number.NEGATIVE_INFINITY;
  /** Main takes one inquiry at a time: a new one waits until the abandoned one is gone. */
  let abandoning: Promise<unknown> = Promise.resolve();

  const change = (step: (view: CounterView) => CounterView): void =>
    store.setState(step(store.getState()), true);
  const turn = (step: (sale: Sale) => Sale): Sale => {
    const before = store.getState().sale;
    change((view) => ({ ...view, sale: step(view.sale) }));
    const after = store.getState().sale;
    if (before.step === 'asking' && after.step === 'number' && after.problem === null)
      abandoning = bridge.abandonInquiry().catch(() => undefined);
    return after;
  };
  const enterKey = (): sales.EnterKey => (enterIsDown ? 'held' : 'free');

  async function fetchPaper(payment: PaymentView): Promise<void> {
    const job = payment.print?.job;
    if (job === undefined || store.getState().shown?.paper?.job === job) return;
    const result = await bridge.paper({ job });
    if (result.ok) change((view) => showPaper(view, { job, ...result.value }));
  }

  const put = (payment: PaymentView): void => {
    change((view) => show(view, payment));
    void fetchPaper(payment);
  };

  async function fetchRecent(): Promise<void> {
    const result = await bridge.recentPayments();
    if (result.ok) change((view) => ({ ...view, recent: result.value }));
  }

  /** Also finds the payments that were settled late: main does not say which they are. */
  async function fetchOpen(): Promise<void> {
    const result = await bridge.openPayments();
    if (!result.ok) return;
    const settled = settledSince(store.getState().open, result.value);
    change((view) => ({ ...view, open: result.value }));
    await Promise.all(settled.map(tellOfSettled));
  }

  async function tellOfSettled(id: QuoteId): Promise<void> {
    const result = await bridge.payment({ payment: id });
    if (result.ok) change((view) => tellSettled(view, result.value));
  }

  /** Asks again for the payments in view: main says that something changed, not what. */
  async function refresh(): Promise<void> {
    const { sale, shown, settledLate } = store.getState();
    const finished = sale.step === 'done' ? sales.quoteOf(sale.finished).id : null;
    const told = settledLate.map((payment) => payment.quote.id);
    const ids = new Set(
      [finished, shown?.payment.quote.id, ...told].filter((id) => id !== null && id !== undefined),
    );
    await Promise.all([fetchRecent(), fetchOpen(), ...[...ids].map(refreshPayment)]);
  }

  async function refreshPayment(id: QuoteId): Promise<void> {
    const result = await bridge.payment({ payment: id });
    if (!result.ok) return;
    const before = store.getState().sale;
    const after = turn((sale) => sales.refreshFinished(sale, result.value));
    if (before.step === 'done' && after.step === 'done' && toneOf(before.finished) !== toneOf(after.finished))
      play(toneOf(after.finished));
    change((view) => ({
      ...view,
      settledLate: view.settledLate.map((told) => (told.quote.id === id ? result.value : told)),
    }));
    const { shown } = store.getState();
    if (shown?.payment.quote.id === id) put(result.value);
  }

  const receive = (state: CounterState): void => {
    const before = store.getState().counter;
    change((view) => mirror(view, state));
    if (store.getState().counter === before) return;
    if (touchesPayments(before, state)) refresh().catch(reportBug);
  };

  async function inquire(): Promise<void> {
    const { counter, sale } = store.getState();
    if (counter === null || (sale.step !== 'number' && sale.step !== 'done')) return;
    const { product, draft } = sale.entry;
    const checked = checkNumber(draft, counter.numberRules[product]);
    if (!checked.ok) return void turn(sales.refuseNumber);
    asks += 1;
    const ask = asks;
    turn((current) => sales.startAsking(current, ask));
    await abandoning;
    const { sale: still } = store.getState();
    if (still.step !== 'asking' || still.ask !== ask) return;
    const result = await bridge
      .inquire({ product, number: checked.value })
      .catch(() => ({ ok: false, error: { code: 'unreadable-reply' } }) as const);
    if (!result.ok && result.error.code !== 'abandoned') play('refused');
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
    play(toneOf(finished));
    change((view) => ({ ...view, note: null }));
    if (finished.kind === 'payment') put(finished.payment);
  };

  async function pay(press: PayPress): Promise<void> {
    const before = store.getState().sale;
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
    play('refused');
    const refused = paid === null || paid.ok ? ({ code: 'not-sent' } as const) : paid.error;
    const problem = paid === null || tendered.ok ? refused : tendered.error;
    turn((sale) => sales.payingFailed(sale, quote.id, problem, enterKey()));
  }

  async function showPayment(id: QuoteId): Promise<void> {
    const result = await bridge.payment({ payment: id });
    if (!result.ok)
      return change((view) => ({ ...view, note: { kind: 'problem', code: result.error.code } }));
    change((view) => ({ ...view, note: null }));
    put(result.value);
  }

  /** A receipt key acts on the payment that is shown, if it has a receipt. */
  const onShown = (act: (payment: QuoteId) => Promise<CounterView['note']>): void => {
    const { shown } = store.getState();
    if (shown === null || shown.payment.state !== 'paid') return;
    const id = shown.payment.quote.id;
    change((view) => ({ ...view, note: null }));
    act(id)
      .then((note) => change((view) => ({ ...view, note })))
      .catch(reportBug);
  };

  async function setLanguage(language: Language): Promise<void> {
    const current = await bridge.settings();
    if (current.ok) await bridge.saveShopSettings({ ...current.value.shop, language });
  }

  const commands: CounterCommands = {
    chooseProduct: (product) => void turn((sale) => sales.chooseProduct(sale, product)),
    typeNumber: (draft) => void turn((sale) => sales.typeNumber(sale, draft)),
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
    },
    open: (place) => {
      change((view) => ({ ...view, place }));
      if (place === 'unresolved') fetchOpen().catch(reportBug);
    },
    close: () => change((view) => ({ ...view, place: null })),
    showPayment: (payment) => void showPayment(payment).catch(reportBug),
    dismissSettled: (payment) => change((view) => forgetSettled(view, [payment])),
    reprint: () =>
      onShown(async (payment) => {
        const result = await bridge.reprint({ payment });
        if (!result.ok) return { kind: 'problem', code: result.error.code };
        put(result.value);
        return { kind: 'reprinted' };
      }),
    copyText: () =>
      onShown(async (payment) => {
        const result = await bridge.copyText({ payment });
        return result.ok ? { kind: 'copied' } : { kind: 'problem', code: result.error.code };
      }),
    savePicture: () =>
      onShown(async (payment) => {
        const result = await bridge.savePicture({ payment });
        return result.ok
          ? { kind: 'saved', path: result.value.path }
          : { kind: 'problem', code: result.error.code };
      }),
    setLanguage: (language) => void setLanguage(language).catch(reportBug),
  };

  return {
    store,
    commands,
    start() {
      const stop = bridge.on.counterState(receive);
      bridge
        .counterState()
        .then((result) => result.ok && receive(result.value))
        .catch(reportBug);
      return stop;
    },
  };
}
