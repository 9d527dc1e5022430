import {
  mostLotLines,
  type FormerLot,
  type Lot,
  type LotProblemCode,
  type PartOf,
} from '../../shared/contract/lots.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { LotRecap } from '../../shared/lot/lot-recap.ts';
import { doubtKey } from '../../shared/payment/doubt.ts';
import { isOpen } from '../../shared/payment/states.ts';
import { lotRecapDocument } from '../../shared/receipt/lot-recap-slip.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { AtCounter } from './at-counter.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { Counter } from './counter.ts';
import { createLotInHand, type OpenLot } from './lot-in-hand.ts';
import { createLotViews } from './lot-view.ts';
import { reportSheet } from './open-payments-report.ts';
import type { Press } from './press.ts';
import { createRunLot, type RunLotParts } from './run-lot.ts';
import type { Selling } from './selling.ts';
import { writeDown } from './write-down.ts';

export interface LotsParts extends Omit<RunLotParts, 'inHand' | 'views'> {
  readonly counter: Counter;
  readonly notes: BillerNotes;
  readonly selling: Selling;
  readonly press: Press;
  readonly atCounter: AtCounter;
}

type Done<T = undefined> = Result<T, { readonly code: LotProblemCode }>;

/**
 * Lots: the bills of whole groups, inquired beside the counter's own sale and paid one after another. What is known of a line
 * is in the ledger, and its payment in the commit that sends it, so that a lot goes on after a kill without paying anybody
 * twice: what has no payment is inquired anew.
 */
export interface Lots {
  open(groups: readonly number[]): Done<number>;
  find(lot: number): Done<Lot>;
  former(before: number | null): readonly FormerLot[];
  inquire(lot: number): Done;
  choose(lot: number, lines: readonly number[], isIn: boolean): Done<Lot>;
  /** Begins to pay what is chosen, or goes on with it. */
  pay(lot: number): Done;
  stop(lot: number): Done;
  answer(lot: number, goOn: boolean): Done;
  close(lot: number): Done;
  recap(lot: number): Done<LotRecap>;
  printRecap(lot: number): Done;
  ofPayment(payment: QuoteId): PartOf | undefined;
  /** Resolves when nothing of it is asked or paid. */
  settled(): Promise<void>;
}

const listedLots = 20;

export function createLots(parts: LotsParts): Lots {
  const { ledger, counter, desk, notes, selling, press, shop, clock, atCounter, log } = parts;
  const inHand = createLotInHand(ledger, counter);
  const views = createLotViews({ ledger, desk, notes, clock, inHand });
  const runs = createRunLot({ ...parts, inHand, views });

  /** The lot, where it is open and nothing of it is under way. */
  const atRest = (lot: number): Done<OpenLot> => {
    const open = inHand.lot();
    if (open?.number === lot)
      return open.stage === 'idle' || open.stage === 'halted' ? ok(open) : err({ code: 'lot-busy' });
    return err({ code: ledger.lots.find(lot) === undefined ? 'no-such-lot' : 'lot-closed' });
  };
  const mayWork = (lot: number): Done<OpenLot> => {
    if (selling.isStopped()) return err({ code: 'selling-stopped' });
    const hindrance = atCounter.hindrance();
    return hindrance === undefined ? atRest(lot) : err({ code: hindrance });
  };
  const found = <T>(value: T | undefined): Done<T> =>
    value === undefined ? err({ code: 'no-such-lot' }) : ok(value);

  /** Payments whose outcome was not known may have been settled outside the lot. */
  const lookAgain = (): void => {
    const waiting = inHand.lines().filter(({ payment }) => payment !== null && isOpen(payment.state));
    if (waiting.length === 0) return;
    for (const { nth } of waiting) inHand.readLine(nth);
    if (waiting.some(({ nth, payment }) => inHand.line(nth)?.payment?.state !== payment?.state))
      inHand.tell();
  };
  let seen = counter.state().ledgerRevision;
  counter.onChange(({ ledgerRevision }) => {
    if (ledgerRevision === seen) return;
    seen = ledgerRevision;
    lookAgain();
  });

  const left = ledger.lots.current();
  if (left !== undefined) inHand.begin(left, { because: 'restarted', problem: null });

  return {
    open(groups) {
      if (inHand.lot() !== null) return err({ code: 'lot-open' });
      const chosen = [...new Set(groups)].map((number) => ledger.groups.find(number));
      if (chosen.includes(undefined)) return err({ code: 'no-such-group' });
      const lines = chosen.flatMap((group) =>
        group === undefined
          ? []
          : group.members.map((member) => ({ group: group.name, collector: group.collector, member })),
      );
      if (lines.length === 0) return err({ code: 'nobody-in-it' });
      if (lines.length > mostLotLines) return err({ code: 'too-many' });
      const opened = writeDown(log, 'a lot', () =>
        ledger.lots.open({ at: clock.now(), person: atCounter.person(), lines }),
      );
      if (opened.ok) inHand.begin(opened.value, null);
      return opened;
    },

    find: (lot) => found(views.view(lot)),
    former: (before) => ledger.lots.former(listedLots, before ?? undefined),

    inquire(lot) {
      const rest = mayWork(lot);
      return rest.ok ? runs.inquire(lot) : rest;
    },

    choose(lot, lines, isIn) {
      const rest = atRest(lot);
      if (!rest.ok) return rest;
      const of = new Map(views.judged().map((line) => [line.nth, line]));
      if (lines.some((nth) => of.get(nth)?.payment !== null || (isIn && of.get(nth)?.canChoose !== true)))
        return err({ code: 'not-safe' });
      const written = writeDown(log, 'what is chosen of a lot', () =>
        ok(ledger.lots.choose(lot, lines, isIn ? 'in' : 'out')),
      );
      if (!written.ok) return written;
      for (const nth of lines) {
        inHand.readLine(nth);
        const quote = inHand.line(nth)?.quote ?? null;
        // Confirmed is what was seen: what comes up later is asked again, where it is sent.
        const doubts = of.get(nth)?.obstacles.flatMap((each) => (each.code === 'doubt' ? [each.doubt] : []));
        if (isIn && quote !== null) desk.confirm(quote, (doubts ?? []).map(doubtKey));
      }
      inHand.tell();
      return found(views.view(lot));
    },

    pay(lot) {
      const rest = mayWork(lot);
      return rest.ok ? runs.pay(lot) : rest;
    },

    stop(lot) {
      if (inHand.lot()?.number !== lot) return err({ code: 'no-such-lot' });
      runs.stop();
      return ok(undefined);
    },

    answer(lot, goOn) {
      const rest = goOn ? mayWork(lot) : atRest(lot);
      if (!rest.ok) return rest;
      if (goOn) return runs.pay(lot);
      inHand.tell({ stage: 'idle', halt: null });
      return ok(undefined);
    },

    close(lot) {
      const rest = atRest(lot);
      if (!rest.ok) return rest;
      const written = writeDown(log, 'the end of a lot', () => ok(ledger.lots.close(lot, clock.now())));
      if (!written.ok) return written;
      for (const { quote, payment } of inHand.lines())
        if (quote !== null && payment === null) desk.removeQuote(quote);
      inHand.end();
      return ok(undefined);
    },

    recap: (lot) => found(views.recap(lot)),
    printRecap(lot) {
      const recap = views.recap(lot);
      if (recap === undefined) return err({ code: 'no-such-lot' });
      const sheet = reportSheet(lotRecapDocument(recap, shop().day.zone), ledger.kind, shop());
      const printed = press.print({ payment: null, kind: 'recap', sheet, copy: 0, askedBy: 'cashier' });
      return printed.ok ? ok(undefined) : err({ code: 'ledger-not-written' });
    },

    ofPayment(payment) {
      const line = ledger.lots.ofPayment(payment);
      return line === undefined ? undefined : { of: 'lot', ...line };
    },

    settled: () => runs.settled(),
  };
}
