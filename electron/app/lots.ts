import type { Halt } from '../../shared/contract/basket.ts';
import {
  mostLotLines,
  type FormerLot,
  type Lot,
  type LotInBrief,
  type LotLineState,
  type LotProblemCode,
  type PartOf,
} from '../../shared/contract/lots.ts';
import type { SaleProblem } from '../../shared/contract/sale-problem.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { rupiah } from '../../shared/money.ts';
import { byCollector, judgeLines, lotSums, type LineFacts } from '../../shared/lot/lot-lines.ts';
import type { LotRecap } from '../../shared/lot/lot-recap.ts';
import { timeLeft } from '../../shared/lot/pace.ts';
import { doubtKey } from '../../shared/payment/doubt.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { isOpen } from '../../shared/payment/states.ts';
import { lotRecapDocument } from '../../shared/receipt/lot-recap-slip.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import {
  LedgerWriteError,
  type Ledger,
  type LotPlace,
  type NoBill,
  type StoredLotLine,
} from '../ledger/ledger.ts';
import type { AskBiller } from './ask-biller.ts';
import { askInParallel } from './ask-in-parallel.ts';
import type { AtCounter } from './at-counter.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import { reportSheet } from './open-payments-report.ts';
import { partStateOf } from './part-state.ts';
import { isHindering, type PartEnd, type PayInTurn } from './pay-in-turn.ts';
import type { Press } from './press.ts';
import type { QuoteDesk } from './quote-desk.ts';
import { isClosedFor } from './quote-terms.ts';
import type { Sellers } from './sellers.ts';
import type { Selling } from './selling.ts';

export interface LotsParts {
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly asking: AskBiller;
  readonly payInTurn: PayInTurn;
  readonly desk: QuoteDesk;
  readonly notes: BillerNotes;
  readonly sellers: Sellers;
  readonly selling: Selling;
  readonly press: Press;
  readonly shop: () => ShopSettings;
  readonly clock: Clock;
  readonly atCounter: AtCounter;
  readonly log: Log;
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

/** The lot that is open, with what of it is in memory only. */
interface Standing {
  readonly number: number;
  readonly stage: Exclude<LotInBrief['stage'], 'closed'>;
  readonly halt: Halt | null;
  readonly run: LotInBrief['run'];
  readonly revision: number;
}

const listedLots = 20;
const zero = rupiah(0);
/** Its quote lay on the desk of an earlier run. */
const tooOld = { isExpired: true, isCutOff: false, doubts: [] } as const;

export function createLots(parts: LotsParts): Lots {
  const { ledger, counter, asking, payInTurn, desk, notes, sellers, selling } = parts;
  const { press, shop, clock, atCounter, log } = parts;
  let standing: Standing | null = null;
  /** The lines as the ledger has them, so that not all are read again at each step. */
  let stored = new Map<number, StoredLotLine>();
  const underInquiry = new Set<number>();
  let beingSent: number | null = null;
  let stop = new AbortController();
  let underWay: Promise<void> = Promise.resolve();

  const tell = (next: Partial<Standing> = {}): void => {
    if (standing === null) return;
    standing = { ...standing, ...next, revision: standing.revision + 1 };
    counter.change({ lot: briefOf(standing, [...stored.values()].map(stateOf)) });
  };
  const read = (lot: number): void => {
    stored = new Map(ledger.lots.lines(lot).map((line) => [line.nth, line]));
  };
  const readLine = (nth: number): void => {
    const line = standing === null ? undefined : ledger.lots.line(standing.number, nth);
    if (line !== undefined) stored.set(nth, line);
  };

  const stateOf = (line: StoredLotLine): LotLineState => {
    if (line.payment !== null) return partStateOf(line.payment.state);
    if (line.nth === beingSent) return 'sent';
    return underInquiry.has(line.nth) ? 'asking' : line.state;
  };

  const quoteOf = ({ quote, payment }: StoredLotLine): Quote | undefined =>
    quote === null || payment !== null ? undefined : desk.quote(quote);

  const factsOf = (line: StoredLotLine): LineFacts => {
    const { nth, group, collector, member, name, due, problem, choice, payment } = line;
    const hasBill = line.quote !== null && payment === null && !underInquiry.has(nth);
    const quote = quoteOf(line);
    const isUnresolved =
      payment === null &&
      (quote === undefined
        ? ledger.isOpenFor(member.product, member.number)
        : ledger.isOpenFor(quote.product, quote.customer.identity));
    return {
      line: {
        nth,
        group,
        collector,
        ...member,
        serviceName: line.serviceName,
        name,
        due,
        state: stateOf(line),
        problem,
        payment: payment?.id ?? null,
        reference: payment?.reference ?? '',
        token: payment?.token ?? '',
      },
      choice,
      isUnresolved,
      bill:
        !hasBill || (line.state !== 'billed' && line.state !== 'not-sent')
          ? null
          : quote === undefined
            ? { identity: member.number, biller: '', charge: due ?? zero, ...tooOld }
            : {
                identity: quote.customer.identity,
                biller: quote.biller,
                charge: quote.depositCharge ?? quote.total,
                isExpired: desk.isExpired(quote.id),
                isCutOff: isClosedFor(quote, { ledger, notes, desk }),
                doubts: ledger.doubts(quote.id, clock.now()),
              },
    };
  };

  const judged = (lines: readonly StoredLotLine[]) =>
    judgeLines(lines.map(factsOf), (biller) => notes.depositOf(biller)?.amount);

  const viewOf = (number: number): Lot | undefined => {
    const lot = ledger.lots.find(number);
    if (lot === undefined) return undefined;
    const isCurrent = standing?.number === number;
    if (isCurrent) for (const line of stored.values()) if (line.payment !== null) readLine(line.nth);
    const { lines, shortDeposits } = judged(isCurrent ? [...stored.values()] : ledger.lots.lines(number));
    const isClosed = lot.closedAt !== null;
    // Of one that is closed nothing is paid any more.
    const shown = isClosed ? lines.map((line) => ({ ...line, isChosen: false, canChoose: false })) : lines;
    return {
      ...lot,
      stage: isClosed ? 'closed' : (standing?.stage ?? 'idle'),
      halt: isCurrent ? (standing?.halt ?? null) : null,
      lines: shown,
      sums: lotSums(shown),
      byCollector: byCollector(shown).map(({ collector, lines: own }) => ({
        collector,
        sums: lotSums(own),
      })),
      shortDeposits: isClosed ? [] : shortDeposits,
    };
  };

  const writing = (what: string, work: () => void): Done => {
    try {
      work();
      return ok(undefined);
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      log.fault(`${what} could not be written down`, error);
      return err({ code: 'ledger-not-written' });
    }
  };

  /** The lot, where it is open and nothing of it is under way. */
  const atRest = (lot: number): Done<Standing> => {
    if (standing?.number === lot)
      return standing.stage === 'idle' || standing.stage === 'halted'
        ? ok(standing)
        : err({ code: 'lot-busy' });
    return err({ code: ledger.lots.find(lot) === undefined ? 'no-such-lot' : 'lot-closed' });
  };
  const mayWork = (lot: number): Done<Standing> => {
    if (selling.isStopped()) return err({ code: 'selling-stopped' });
    const hindrance = atCounter.hindrance();
    return hindrance === undefined ? atRest(lot) : err({ code: hindrance });
  };

  const progress = (total: number) => {
    const began = clock.monotonicMs();
    let done = 0;
    return (steps: number): LotInBrief['run'] => {
      done += steps;
      return { total, done, timeLeft: timeLeft(done, total, clock.monotonicMs() - began) };
    };
  };

  // --- inquiring ---

  const askFor = async (
    { member }: StoredLotLine,
    line: LotPlace,
    aborted: AbortSignal,
  ): Promise<Result<Quote, SaleProblem>> => {
    const { product, service, number, extras, denomination } = member;
    const asked = { product, ...(service === null ? {} : { service }), number, extras };
    const found = await asking.ask(asked, aborted, { line });
    if (!found.ok) return found;
    if (found.value.kind === 'quote') return ok(found.value.quote);
    if (denomination === null) return err({ code: 'denomination-not-offered' });
    return asking.choose(found.value.offer.id, denomination, line);
  };

  const inquireLine = async (
    lot: number,
    line: StoredLotLine,
    run: ReturnType<typeof progress>,
  ): Promise<void> => {
    const own = stop;
    const { nth, member } = line;
    underInquiry.add(nth);
    if (line.quote !== null) desk.removeQuote(line.quote);
    tell();
    const found = await askFor(line, { lot, nth }, own.signal).catch((bug: unknown) => {
      log.fault(`line ${nth} of lot ${lot} could not be inquired`, bug);
      return err<SaleProblem>({ code: 'unreadable-reply' });
    });
    underInquiry.delete(nth);
    if (!found.ok && (found.error.code === 'abandoned' || isHindering(found.error.code))) {
      // Nothing is known of it, and the next would fare alike.
      if (found.error.code !== 'abandoned') halt({ because: 'hindered', problem: found.error.code });
      return tell();
    }
    // A bill was written down with its quote.
    if (!found.ok) {
      const serviceName = sellers.find(member.product, member.service ?? undefined)?.service.name ?? '';
      const written = writing('that an inquiry of a lot found no bill', () =>
        ledger.lots.noteNoBill({ lot, nth }, withoutBill(found.error, serviceName)),
      );
      if (!written.ok) halt({ because: 'hindered', problem: 'ledger-fault' });
    }
    readLine(nth);
    tell({ run: run(1) });
  };

  const halt = (because: Halt): void => {
    stop.abort();
    tell({ halt: because });
  };

  /** What has no bill that could be paid; those that have none at all only where nothing else is left. */
  const toAsk = (): readonly StoredLotLine[] => {
    const without = [...stored.values()].filter((line) => {
      const quote = quoteOf(line);
      return line.payment === null && (quote === undefined || desk.isExpired(quote.id));
    });
    const others = without.filter(({ state }) => state !== 'no-bill');
    return others.length > 0 ? others : without;
  };

  const askAll = async (lot: number, lines: readonly StoredLotLine[]): Promise<void> => {
    const run = progress(lines.length);
    tell({ stage: 'asking', halt: null, run: run(0) });
    await askInParallel({
      items: lines,
      atOnce: shop().lotAsksAtOnce,
      alone({ member }) {
        const seller = sellers.find(member.product, member.service ?? undefined);
        return seller?.biller.asksOneAtATime === true ? seller.biller.id : null;
      },
      ask: (line) => inquireLine(lot, line, run),
      stopped: stop.signal,
    });
    const isHalted = (standing?.halt ?? null) !== null;
    tell({ stage: isHalted ? 'halted' : 'idle', ...endOfRun() });
  };

  const endOfRun = (): Pick<Standing, 'run'> => {
    const run = standing?.run ?? null;
    return { run: run === null ? null : { ...run, timeLeft: null } };
  };

  // --- paying ---

  const noteEnd = (lot: number, nth: number, end: PartEnd): void => {
    if (end.kind !== 'not-sent') return;
    const { doubts: _known, ...problem } = end.problem;
    writing('that a payment of a lot was not sent', () => ledger.lots.noteNotSent(lot, nth, problem));
  };

  const payAll = (lot: number): Done => {
    const lines = judged([...stored.values()]).lines.filter(({ isChosen }) => isChosen);
    const all = lines.flatMap(({ nth }) => {
      const quote = stored.get(nth)?.quote ?? null;
      return quote === null ? [] : [{ quote, as: { of: 'lot' as const, lot, nth } }];
    });
    if (all.length === 0) return err({ code: 'nothing-to-pay' });
    const run = progress(all.length);
    const nthOf = (part: { readonly as: { readonly of: string; readonly nth?: number } }): number =>
      part.as.nth ?? 0;
    const own = new AbortController();
    const begun = payInTurn.begin(all, {
      began(part) {
        beingSent = nthOf(part);
        tell();
      },
      ended(part, end) {
        beingSent = null;
        noteEnd(lot, nthOf(part), end);
        readLine(nthOf(part));
        tell({ run: run(1) });
      },
      returned() {
        beingSent = null;
        tell();
      },
      isStopped: () => own.signal.aborted,
    });
    if (!begun.ok) return err({ code: 'busy' });
    stop = own;
    tell({ stage: 'paying', halt: null, run: run(0) });
    underWay = begun.value.end.then((because) => {
      beingSent = null;
      tell({ stage: because === undefined ? 'idle' : 'halted', halt: because ?? null, ...endOfRun() });
    });
    return ok(undefined);
  };

  // --- the counter's own doings ---

  const lookAgain = (): void => {
    const waiting = [...stored.values()].filter(({ payment }) => payment !== null && isOpen(payment.state));
    if (standing === null || waiting.length === 0) return;
    for (const { nth } of waiting) readLine(nth);
    if (waiting.some(({ nth, payment }) => stored.get(nth)?.payment?.state !== payment?.state)) tell();
  };
  let seen = counter.state().ledgerRevision;
  counter.onChange(({ ledgerRevision }) => {
    if (ledgerRevision === seen) return;
    seen = ledgerRevision;
    lookAgain();
  });

  const begin = (number: number, because: Halt | null): void => {
    read(number);
    standing = { number, stage: because === null ? 'idle' : 'halted', halt: because, run: null, revision: 0 };
    tell();
  };
  const left = ledger.lots.current();
  if (left !== undefined) begin(left, { because: 'restarted', problem: null });

  const recapOf = (number: number): LotRecap | undefined => {
    const lot = viewOf(number);
    if (lot === undefined) return undefined;
    const { openedAt, openedBy, closedAt, lines, sums } = lot;
    const collectors = byCollector(lines).map(({ collector, lines: own }) => ({
      collector,
      sums: lotSums(own),
      lines: own.map(
        ({
          nth,
          group,
          product,
          serviceName,
          number: customer,
          name,
          note,
          due,
          state,
          reference,
          token,
        }) => ({
          nth,
          group,
          product,
          serviceName,
          number: customer,
          name,
          note,
          due,
          state,
          reference,
          token,
        }),
      ),
    }));
    return { number, ledger: ledger.kind, openedAt, openedBy, closedAt, at: clock.now(), collectors, sums };
  };

  return {
    open(groups) {
      if (standing !== null) return err({ code: 'lot-open' });
      const found = [...new Set(groups)].map((number) => ledger.groups.find(number));
      if (found.includes(undefined)) return err({ code: 'no-such-group' });
      const lines = found.flatMap((group) =>
        group === undefined
          ? []
          : group.members.map((member) => ({ group: group.name, collector: group.collector, member })),
      );
      if (lines.length === 0) return err({ code: 'nobody-in-it' });
      if (lines.length > mostLotLines) return err({ code: 'too-many' });
      let opened: Result<number, 'lot-open'> = err('lot-open');
      const written = writing('a lot', () => {
        opened = ledger.lots.open({ at: clock.now(), person: atCounter.person(), lines });
      });
      if (!written.ok) return written;
      return numberOf(opened, (number) => begin(number, null));
    },

    find(lot) {
      const view = viewOf(lot);
      return view === undefined ? err({ code: 'no-such-lot' }) : ok(view);
    },
    former: (before) => ledger.lots.former(listedLots, before ?? undefined),

    inquire(lot) {
      const rest = mayWork(lot);
      if (!rest.ok) return rest;
      const lines = toAsk();
      if (lines.length === 0) return err({ code: 'nothing-to-ask' });
      stop = new AbortController();
      underWay = askAll(lot, lines);
      return ok(undefined);
    },

    choose(lot, lines, isIn) {
      const rest = atRest(lot);
      if (!rest.ok) return rest;
      const of = new Map(judged([...stored.values()]).lines.map((line) => [line.nth, line]));
      if (lines.some((nth) => of.get(nth)?.payment !== null || (isIn && of.get(nth)?.canChoose !== true)))
        return err({ code: 'not-safe' });
      const written = writing('what is chosen of a lot', () =>
        ledger.lots.choose(lot, lines, isIn ? 'in' : 'out'),
      );
      if (!written.ok) return written;
      for (const nth of lines) {
        readLine(nth);
        const quote = stored.get(nth)?.quote ?? null;
        // Confirmed is what was seen: what comes up later is asked again, where it is sent.
        const doubts = of.get(nth)?.obstacles.flatMap((each) => (each.code === 'doubt' ? [each.doubt] : []));
        if (isIn && quote !== null) desk.confirm(quote, (doubts ?? []).map(doubtKey));
      }
      tell();
      const view = viewOf(lot);
      return view === undefined ? err({ code: 'no-such-lot' }) : ok(view);
    },

    pay(lot) {
      const rest = mayWork(lot);
      return rest.ok ? payAll(lot) : rest;
    },

    stop(lot) {
      if (standing?.number !== lot) return err({ code: 'no-such-lot' });
      if (standing.stage === 'asking') halt({ because: 'stopped', problem: null });
      else stop.abort();
      return ok(undefined);
    },

    answer(lot, goOn) {
      const rest = goOn ? mayWork(lot) : atRest(lot);
      if (!rest.ok) return rest;
      if (goOn) return payAll(lot);
      tell({ stage: 'idle', halt: null });
      return ok(undefined);
    },

    close(lot) {
      const rest = atRest(lot);
      if (!rest.ok) return rest;
      const written = writing('the end of a lot', () => void ledger.lots.close(lot, clock.now()));
      if (!written.ok) return written;
      for (const { quote, payment } of stored.values())
        if (quote !== null && payment === null) desk.removeQuote(quote);
      stored = new Map();
      standing = null;
      counter.change({ lot: null });
      return ok(undefined);
    },

    recap(lot) {
      const recap = recapOf(lot);
      return recap === undefined ? err({ code: 'no-such-lot' }) : ok(recap);
    },
    printRecap(lot) {
      const recap = recapOf(lot);
      if (recap === undefined) return err({ code: 'no-such-lot' });
      const sheet = reportSheet(lotRecapDocument(recap, shop().day.zone), ledger.kind, shop());
      const printed = press.print({ payment: null, kind: 'recap', sheet, copy: 0, askedBy: 'cashier' });
      return printed.ok ? ok(undefined) : err({ code: 'ledger-not-written' });
    },

    ofPayment(payment) {
      const found = ledger.lots.ofPayment(payment);
      return found === undefined ? undefined : { of: 'lot', ...found };
    },

    settled: () => underWay,
  };
}

function numberOf(opened: Result<number, 'lot-open'>, then: (number: number) => void): Done<number> {
  if (!opened.ok) return err({ code: opened.error });
  then(opened.value);
  return opened;
}

/** What the biller refuses has no bill to pay; everything else may come to something the next time. */
function withoutBill({ doubts: _none, ...problem }: SaleProblem, serviceName: string): NoBill {
  return { state: problem.code === 'refused-by-biller' ? 'no-bill' : 'failed', serviceName, problem };
}

function briefOf(
  { number, stage, halt, run, revision }: Standing,
  states: readonly LotLineState[],
): LotInBrief {
  const count = (...of: readonly LotLineState[]): number =>
    states.filter((state) => of.includes(state)).length;
  return {
    number,
    stage,
    halt,
    run,
    lines: states.length,
    billed: count('billed', 'not-sent'),
    noBill: count('no-bill'),
    failed: count('failed'),
    paid: count('paid'),
    refused: count('refused'),
    unknown: count('unknown', 'sent'),
    revision,
  };
}
