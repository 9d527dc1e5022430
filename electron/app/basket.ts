import {
  mostInBasket,
  type Basket,
  type BasketHindrance,
  type BasketLine,
  type BasketProblemCode,
  type Halt,
  type PartState,
} from '../../shared/contract/basket.ts';
import type { SaleProblemCode } from '../../shared/contract/sale-problem.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { rupiah, type Rupiah } from '../../shared/money.ts';
import { basketSums } from '../../shared/payment/basket-sums.ts';
import { judgeCash } from '../../shared/payment/cash.ts';
import { doubtKey } from '../../shared/payment/doubt.ts';
import { amountDue, type Quote } from '../../shared/payment/quote.ts';
import { basketRecapDocument } from '../../shared/receipt/basket-recap.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Instant } from '../../shared/time.ts';
import { LedgerWriteError, type Ledger, type StoredBasket } from '../ledger/ledger.ts';
import type { AtCounter } from './at-counter.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import { reportSheet } from './open-payments-report.ts';
import { partStateOf } from './part-state.ts';
import type { PayInTurn } from './pay-in-turn.ts';
import type { Press } from './press.ts';
import type { QuoteDesk } from './quote-desk.ts';
import { isClosedFor } from './quote-terms.ts';
import type { Sellers } from './sellers.ts';
import type { Selling } from './selling.ts';
import { stateOf, type Unsaved } from './unsaved.ts';

export interface BasketParts {
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly desk: QuoteDesk;
  readonly notes: BillerNotes;
  readonly sellers: Pick<Sellers, 'byId'>;
  readonly selling: Selling;
  readonly unsaved: Pick<Unsaved, 'of'>;
  readonly payInTurn: PayInTurn;
  readonly press: Press;
  readonly shop: () => ShopSettings;
  readonly clock: Clock;
  readonly atCounter: AtCounter;
  readonly log: Log;
}

type Done<T = undefined> = Result<T, { readonly code: BasketProblemCode }>;

/**
 * The basket of the customer at the counter: main keeps it, and the window names quotes and the cash. It is paid one bill
 * after another by `pay-in-turn.ts`; each payment stands for itself in the ledger, and the basket says which were one.
 */
export interface Baskets {
  add(quote: QuoteId): Done<Basket>;
  take(quote: QuoteId): Done<Basket | null>;
  leaveOut(quote: QuoteId, isOut: boolean): Done<Basket>;
  tender(cash: Rupiah): Done<{ readonly change: Rupiah }>;
  review(): Done<readonly BasketHindrance[]>;
  /** Begins to pay. */
  pay(): Done;
  stop(): Done;
  answer(goOn: boolean): Done;
  clear(): Done;
  printRecap(): Done;
  /** The basket that a payment was part of. */
  ofPayment(payment: QuoteId): Basket | undefined;
  /** Resolves when nothing of it is being paid. */
  settled(): Promise<void>;
}

interface Line {
  readonly quote: Quote;
  readonly isOut: boolean;
  readonly state: PartState;
  readonly problem: SaleProblemCode | null;
  readonly wasUnknown: boolean;
}

interface Standing {
  readonly number: number | null;
  readonly state: Basket['state'];
  readonly halt: Halt | null;
  readonly lines: readonly Line[];
  readonly cash: Rupiah | null;
  readonly startedAt: Instant | null;
  readonly cashier: string | null;
}

export function createBaskets(parts: BasketParts): Baskets {
  const { ledger, counter, desk, notes, sellers, selling } = parts;
  const { payInTurn, press, shop, clock, atCounter, log } = parts;
  let standing: Standing | null = null;
  let isStopping = false;
  let underWay: Promise<void> = Promise.resolve();

  const change = (next: Standing | null): void => {
    standing = next;
    counter.change({ basket: next === null ? null : viewOf(next) });
  };
  const changeLine = (quote: QuoteId, to: Partial<Line>): void => {
    if (standing === null) return;
    const lines = standing.lines.map((line) => (line.quote.id === quote ? { ...line, ...to } : line));
    change({ ...standing, lines });
  };

  /** The basket where it may be changed: nothing of it has been sent. */
  const open = (): Done<Standing> => {
    const hindrance = atCounter.hindrance();
    if (hindrance !== undefined) return err({ code: hindrance });
    if (standing === null) return err({ code: 'no-basket' });
    return standing.state === 'open' ? ok(standing) : err({ code: 'basket-busy' });
  };
  const openWith = (quote: QuoteId): Done<Standing> => {
    const found = open();
    if (!found.ok || found.value.lines.some((line) => line.quote.id === quote)) return found;
    return err({ code: 'not-in-basket' });
  };

  const writing = (work: () => void): Done => {
    try {
      work();
      return ok(undefined);
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      selling.problemOf(error);
      return err({ code: 'ledger-not-written' });
    }
  };

  const hindranceOf = ({ id }: Quote): BasketHindrance | undefined => {
    const because = (code: BasketHindrance['code']): BasketHindrance => ({ quote: id, code, doubts: [] });
    const quote = desk.quote(id);
    if (quote === undefined) return because('quote-gone');
    if (desk.isExpired(id)) return because('quote-expired');
    if (sellers.byId(quote.biller) === undefined) return because('not-sold');
    if (ledger.isOpenFor(quote.product, quote.customer.identity)) return because('payment-open');
    if (isClosedFor(quote, { ledger, notes, desk })) return because('cut-off');
    const doubts = ledger.doubts(id, clock.now());
    const confirmed = desk.confirmed(id);
    return doubts.every((doubt) => confirmed.includes(doubtKey(doubt)))
      ? undefined
      : { quote: id, code: 'confirm-again', doubts };
  };
  const hindrancesOf = ({ lines }: Standing): readonly BasketHindrance[] =>
    lines.flatMap((line) => (isToPay(line) ? (hindranceOf(line.quote) ?? []) : []));

  const print = (of: Standing): Done => {
    const document = basketRecapDocument(viewOf(of), clock.now(), shop().day.zone);
    const sheet = reportSheet(document, ledger.kind, shop());
    const printed = press.print({ payment: null, kind: 'recap', sheet, copy: 0, askedBy: 'counter' });
    return printed.ok ? ok(undefined) : err({ code: 'ledger-not-written' });
  };

  /** Nothing more of it is paid. */
  const finish = (): void => {
    if (standing === null) return;
    // What still waited is not sent any more: its cash goes back, and it is named.
    const lines = standing.lines.map((line): Line => (isToPay(line) ? { ...line, state: 'not-sent' } : line));
    const ended: Standing = { ...standing, lines, state: 'done', halt: null };
    change(ended);
    if (ended.lines.length < 2 || !shop().basketRecap || !ended.lines.some(isSent)) return;
    try {
      print(ended);
    } catch (bug) {
      log.fault('the slip that sums up a basket could not be printed', bug);
    }
  };

  /** Sends what waits, one after another. */
  const run = (of: Standing, number: number): Done => {
    const due = of.lines.filter(isToPay).map(({ quote }) => ({
      quote: quote.id,
      as: { of: 'basket' as const, basket: number },
    }));
    const begun = payInTurn.begin(due, {
      began: ({ quote }) => changeLine(quote, { state: 'sent', problem: null }),
      ended: ({ quote }, end) =>
        changeLine(quote, {
          state: end.kind,
          problem: end.kind === 'not-sent' ? end.problem.code : null,
          wasUnknown: end.kind === 'unknown',
        }),
      returned: ({ quote }) => changeLine(quote, { state: 'waiting' }),
      isStopped: () => isStopping,
    });
    if (!begun.ok) return err({ code: 'busy' });
    isStopping = false;
    change({ ...of, number, state: 'paying', halt: null });
    underWay = begun.value.end.then((halt) => {
      if (standing === null) return;
      if (halt === undefined) finish();
      else change({ ...standing, state: 'halted', halt });
    });
    return ok(undefined);
  };

  /** What was not known may be settled meanwhile: by a late reply, the status check or the owner. */
  const lookAgain = (): void => {
    if (standing === null) return;
    const lines = standing.lines.map((line): Line => {
      if (line.state !== 'unknown') return line;
      const state = stateOf(parts, line.quote.id);
      return state === undefined ? line : { ...line, state: partStateOf(state) };
    });
    if (lines.some(({ state }, index) => state !== standing?.lines[index]?.state))
      change({ ...standing, lines });
  };
  let seen = counter.state().ledgerRevision;
  counter.onChange(({ ledgerRevision }) => {
    if (ledgerRevision === seen) return;
    seen = ledgerRevision;
    lookAgain();
  });

  // Killed in the middle: what was sent is settled as any payment, nothing more is, and the change is still to be told.
  const left = ledger.baskets.notEnded();
  if (left !== undefined) change(storedAs(left, { because: 'restarted', problem: null }));

  return {
    add(id) {
      const hindrance = atCounter.hindrance();
      if (hindrance !== undefined) return err({ code: hindrance });
      const before = standing ?? emptyBasket;
      if (before.state !== 'open') return err({ code: 'basket-busy' });
      const quote = desk.quote(id);
      if (quote === undefined) return err({ code: 'quote-gone' });
      if (desk.isExpired(id)) return err({ code: 'quote-expired' });
      if (before.lines.some((line) => line.quote.id === id)) return err({ code: 'already-in-basket' });
      if (before.lines.some((line) => isSameCustomer(line.quote, quote)))
        return err({ code: 'same-customer' });
      if (before.lines.length >= mostInBasket) return err({ code: 'basket-full' });
      if (ledger.isOpenFor(quote.product, quote.customer.identity)) return err({ code: 'payment-open' });
      const line: Line = { quote, isOut: false, state: 'waiting', problem: null, wasUnknown: false };
      const next = { ...before, cash: null, lines: [...before.lines, line] };
      change(next);
      return ok(viewOf(next));
    },

    take(id) {
      const found = openWith(id);
      if (!found.ok) return found;
      const lines = found.value.lines.filter((line) => line.quote.id !== id);
      const next = lines.length === 0 ? null : { ...found.value, cash: null, lines };
      change(next);
      return ok(next === null ? null : viewOf(next));
    },

    leaveOut(id, isOut) {
      const found = openWith(id);
      if (!found.ok) return found;
      changeLine(id, { isOut });
      return ok(viewOf(standing ?? found.value));
    },

    tender(cash) {
      const found = open();
      if (!found.ok) return found;
      const { sum } = viewOf(found.value);
      const judged = judgeCash(sum, cash);
      change({ ...found.value, cash: judged === 'enough' ? cash : null });
      return judged === 'enough' ? ok({ change: rupiah(cash - sum) }) : err({ code: `cash-${judged}` });
    },

    review() {
      const found = open();
      return found.ok ? ok(hindrancesOf(found.value)) : found;
    },

    pay() {
      if (selling.isStopped()) return err({ code: 'selling-stopped' });
      const found = open();
      if (!found.ok) return found;
      const of = found.value;
      const { cash } = of;
      if (!of.lines.some(isToPay)) return err({ code: 'nothing-to-pay' });
      if (cash === null) return err({ code: 'cash-missing' });
      if (cash < viewOf(of).sum) return err({ code: 'cash-short' });
      if (hindrancesOf(of).length > 0) return err({ code: 'needs-review' });
      if (counter.state().exchange !== null) return err({ code: 'busy' });
      const startedAt = clock.now();
      const cashier = atCounter.person();
      let number = 0;
      const written = writing(() => {
        const lines = of.lines.map(({ quote, isOut }) => ({ quote: quote.id, isOut }));
        number = ledger.baskets.begin({ at: startedAt, cash, person: cashier, lines });
      });
      if (!written.ok) return written;
      const begun = run({ ...of, startedAt, cashier }, number);
      // Somebody else pays: of this one nothing was sent, and the next attempt is another.
      if (!begun.ok) writing(() => ledger.baskets.end(number));
      return begun;
    },

    stop() {
      if (standing?.state !== 'paying') return err({ code: 'no-basket' });
      isStopping = true;
      return ok(undefined);
    },

    answer(goOn) {
      if (standing === null || standing.state !== 'halted') return err({ code: 'not-halted' });
      if (!goOn || standing.number === null || !standing.lines.some(isToPay)) {
        finish();
        return ok(undefined);
      }
      if (selling.isStopped()) return err({ code: 'selling-stopped' });
      const hindrance = atCounter.hindrance();
      if (hindrance !== undefined) return err({ code: hindrance });
      return run(standing, standing.number);
    },

    clear() {
      if (standing === null) return err({ code: 'no-basket' });
      if (standing.state === 'paying' || standing.state === 'halted') return err({ code: 'basket-busy' });
      const { number } = standing;
      if (number !== null) {
        const written = writing(() => ledger.baskets.end(number));
        // The customer has gone all the same: the next start shows it once more.
        if (!written.ok) log.note(`basket ${number}: that it has come to its end is not written down`);
      }
      change(null);
      return ok(undefined);
    },

    printRecap() {
      if (standing === null) return err({ code: 'no-basket' });
      return standing.state === 'done' ? print(standing) : err({ code: 'basket-busy' });
    },

    ofPayment(payment) {
      const stored = ledger.baskets.ofPayment(payment);
      return stored === undefined ? undefined : viewOf(storedAs(stored, null));
    },

    settled: () => underWay,
  };
}

const emptyBasket: Standing = {
  number: null,
  state: 'open',
  halt: null,
  lines: [],
  cash: null,
  startedAt: null,
  cashier: null,
};

const isToPay = ({ isOut, state }: Line): boolean => !isOut && state === 'waiting';
const isSent = ({ isOut, state }: Line): boolean => !isOut && state !== 'waiting' && state !== 'not-sent';

const isSameCustomer = (one: Quote, other: Quote): boolean =>
  one.product === other.product && one.customer.identity === other.customer.identity;

function viewOf({ lines, ...basket }: Standing): Basket {
  const shown = lines.map(({ quote, isOut, state, problem, wasUnknown }): BasketLine => ({
    quote: quote.id,
    product: quote.product,
    biller: quote.biller,
    service: quote.service.name,
    customerNumber: quote.customerNumber,
    name: quote.customer.name,
    due: amountDue(quote),
    state: isOut ? 'left-out' : state,
    problem,
    isKept: !isOut && (state === 'paid' || state === 'unknown' || wasUnknown),
  }));
  return { ...basket, lines: shown, ...basketSums(shown, basket.cash) };
}

/** A basket as the ledger has it: nothing more of it is paid. */
const storedAs = ({ number, at, cash, person, lines }: StoredBasket, halt: Halt | null): Standing => ({
  number,
  state: 'done',
  halt,
  cash,
  startedAt: at,
  cashier: person,
  lines: lines.map(({ quote, isOut, state, wasUnknown }) => ({
    quote,
    isOut,
    state: state === null ? 'not-sent' : partStateOf(state),
    problem: null,
    wasUnknown: state !== null && wasUnknown,
  })),
});
