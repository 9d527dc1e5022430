import type { Halt } from '../../shared/contract/basket.ts';
import type { LotInBrief, LotProblemCode } from '../../shared/contract/lots.ts';
import type { SaleProblem } from '../../shared/contract/sale-problem.ts';
import { timeLeft } from '../../shared/lot/pace.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Ledger, LotPlace, NoBill, StoredLotLine } from '../ledger/ledger.ts';
import type { AskBiller } from './ask-biller.ts';
import { askInParallel } from './ask-in-parallel.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { LotInHand, OpenLot } from './lot-in-hand.ts';
import type { LotViews } from './lot-view.ts';
import { isHindering, type PartEnd, type PayInTurn } from './pay-in-turn.ts';
import type { QuoteDesk } from './quote-desk.ts';
import type { Sellers } from './sellers.ts';
import { writeDown } from './write-down.ts';

export interface RunLotParts {
  readonly ledger: Ledger;
  readonly asking: AskBiller;
  readonly payInTurn: PayInTurn;
  readonly desk: QuoteDesk;
  readonly sellers: Sellers;
  readonly shop: () => ShopSettings;
  readonly clock: Clock;
  readonly log: Log;
  readonly inHand: LotInHand;
  readonly views: LotViews;
}

type Begun = Result<undefined, { readonly code: LotProblemCode }>;
type Run = (steps: number) => LotInBrief['run'];

/** What is done to the lines of the lot in hand, one run at a time: whoever calls has looked that it is at rest. */
export interface RunLot {
  /** Asks for the bills of what has none that could be paid. */
  readonly inquire: (lot: number) => Begun;
  /** Begins to pay what is chosen, or goes on with it. */
  readonly pay: (lot: number) => Begun;
  /** Ends the run after what is under way; inquiries are broken off. */
  readonly stop: () => void;
  /** Resolves when nothing is asked or paid. */
  readonly settled: () => Promise<void>;
}

export function createRunLot(parts: RunLotParts): RunLot {
  const { ledger, asking, payInTurn, desk, sellers, shop, clock, log, inHand, views } = parts;
  let stop = new AbortController();
  let underWay: Promise<void> = Promise.resolve();

  const progress = (total: number): Run => {
    const began = clock.monotonicMs();
    let done = 0;
    return (steps) => {
      done += steps;
      return { total, done, timeLeft: timeLeft(done, total, clock.monotonicMs() - began) };
    };
  };
  const endOfRun = (): Pick<OpenLot, 'run'> => {
    const run = inHand.lot()?.run ?? null;
    return { run: run === null ? null : { ...run, timeLeft: null } };
  };
  const halt = (because: Halt): void => {
    stop.abort();
    inHand.tell({ halt: because });
  };

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

  const inquireLine = async (lot: number, line: StoredLotLine, run: Run): Promise<void> => {
    const own = stop;
    const { nth, member } = line;
    inHand.noteAsking(nth, true);
    if (line.quote !== null) desk.removeQuote(line.quote);
    inHand.tell();
    const found = await askFor(line, { lot, nth }, own.signal).catch((bug: unknown) => {
      log.fault(`line ${nth} of lot ${lot} could not be inquired`, bug);
      return err<SaleProblem>({ code: 'unreadable-reply' });
    });
    inHand.noteAsking(nth, false);
    if (!found.ok && (found.error.code === 'abandoned' || isHindering(found.error.code))) {
      // Nothing is known of it, and the next would fare alike.
      if (found.error.code !== 'abandoned') halt({ because: 'hindered', problem: found.error.code });
      return inHand.tell();
    }
    // A bill was written down with its quote.
    if (!found.ok) {
      const serviceName = sellers.find(member.product, member.service ?? undefined)?.service.name ?? '';
      const noBill = withoutBill(found.error, serviceName);
      const written = writeDown(log, 'that an inquiry of a lot found no bill', () =>
        ok(ledger.lots.noteNoBill({ lot, nth }, noBill)),
      );
      if (!written.ok) halt({ because: 'hindered', problem: 'ledger-fault' });
    }
    inHand.readLine(nth);
    inHand.tell({ run: run(1) });
  };

  /** What has no bill that could be paid; those that have none at all only where nothing else is left. */
  const toAsk = (): readonly StoredLotLine[] => {
    const without = inHand.lines().filter((line) => {
      const quote = views.quoteOf(line);
      return line.payment === null && (quote === undefined || desk.isExpired(quote.id));
    });
    const others = without.filter(({ state }) => state !== 'no-bill');
    return others.length > 0 ? others : without;
  };

  const askAll = async (lot: number, lines: readonly StoredLotLine[]): Promise<void> => {
    const run = progress(lines.length);
    inHand.tell({ stage: 'asking', halt: null, run: run(0) });
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
    const isHalted = (inHand.lot()?.halt ?? null) !== null;
    inHand.tell({ stage: isHalted ? 'halted' : 'idle', ...endOfRun() });
  };

  const noteEnd = (lot: number, nth: number, end: PartEnd): void => {
    if (end.kind !== 'not-sent') return;
    const { doubts: _known, ...problem } = end.problem;
    writeDown(log, 'that a payment of a lot was not sent', () =>
      ok(ledger.lots.noteNotSent(lot, nth, problem)),
    );
  };

  return {
    inquire(lot) {
      const lines = toAsk();
      if (lines.length === 0) return err({ code: 'nothing-to-ask' });
      stop = new AbortController();
      underWay = askAll(lot, lines);
      return ok(undefined);
    },

    pay(lot) {
      const all = views
        .judged()
        .filter(({ isChosen }) => isChosen)
        .flatMap(({ nth }) => {
          const quote = inHand.line(nth)?.quote ?? null;
          return quote === null ? [] : [{ quote, as: { of: 'lot' as const, lot, nth } }];
        });
      if (all.length === 0) return err({ code: 'nothing-to-pay' });
      const run = progress(all.length);
      const nthOf = (part: { readonly as: { readonly of: string; readonly nth?: number } }): number =>
        part.as.nth ?? 0;
      const own = new AbortController();
      const begun = payInTurn.begin(all, {
        began(part) {
          inHand.noteSent(nthOf(part));
          inHand.tell();
        },
        ended(part, end) {
          inHand.noteSent(null);
          noteEnd(lot, nthOf(part), end);
          inHand.readLine(nthOf(part));
          inHand.tell({ run: run(1) });
        },
        returned() {
          inHand.noteSent(null);
          inHand.tell();
        },
        isStopped: () => own.signal.aborted,
      });
      if (!begun.ok) return err({ code: 'busy' });
      stop = own;
      inHand.tell({ stage: 'paying', halt: null, run: run(0) });
      underWay = begun.value.end.then((because) => {
        inHand.noteSent(null);
        inHand.tell({
          stage: because === undefined ? 'idle' : 'halted',
          halt: because ?? null,
          ...endOfRun(),
        });
      });
      return ok(undefined);
    },

    stop() {
      if (inHand.lot()?.stage === 'asking') halt({ because: 'stopped', problem: null });
      else stop.abort();
    },

    settled: () => underWay,
  };
}

/** What the biller refuses has no bill to pay; everything else may come to something the next time. */
function withoutBill({ doubts: _none, ...problem }: SaleProblem, serviceName: string): NoBill {
  return { state: problem.code === 'refused-by-biller' ? 'no-bill' : 'failed', serviceName, problem };
}
