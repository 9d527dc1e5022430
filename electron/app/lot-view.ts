import type { Lot, LotLine } from '../../shared/contract/lots.ts';
import { byCollector, judgeLines, lotSums, type LineFacts } from '../../shared/lot/lot-lines.ts';
import type { LotRecap } from '../../shared/lot/lot-recap.ts';
import { rupiah } from '../../shared/money.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { Ledger, StoredLotLine } from '../ledger/ledger.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { LotInHand } from './lot-in-hand.ts';
import type { QuoteDesk } from './quote-desk.ts';
import { isClosedFor } from './quote-terms.ts';

interface LotViewParts {
  readonly ledger: Ledger;
  readonly desk: QuoteDesk;
  readonly notes: BillerNotes;
  readonly clock: Clock;
  readonly inHand: LotInHand;
}

/** A lot as it is shown, judged by what is known of its lines now. */
export interface LotViews {
  /** The bill of a line that has been asked for in this run; `undefined` where it has none, or is paid. */
  readonly quoteOf: (line: StoredLotLine) => Quote | undefined;
  /** The lines of the lot in hand, with what stands in the way of each. */
  readonly judged: () => readonly LotLine[];
  /** Any lot; `undefined` where there is none of that number. */
  readonly view: (lot: number) => Lot | undefined;
  readonly recap: (lot: number) => LotRecap | undefined;
}

const zero = rupiah(0);
/** Its quote lay on the desk of an earlier run. */
const tooOld = { isExpired: true, isCutOff: false, doubts: [] } as const;

export function createLotViews({ ledger, desk, notes, clock, inHand }: LotViewParts): LotViews {
  const quoteOf = ({ quote, payment }: StoredLotLine): Quote | undefined =>
    quote === null || payment !== null ? undefined : desk.quote(quote);

  const isUnresolved = ({ payment, member }: StoredLotLine, quote: Quote | undefined): boolean =>
    payment === null &&
    (quote === undefined
      ? ledger.isOpenFor(member.product, member.number)
      : ledger.isOpenFor(quote.product, quote.customer.identity));

  const billOf = (line: StoredLotLine, quote: Quote | undefined): LineFacts['bill'] => {
    const hasBill = line.quote !== null && line.payment === null && !inHand.isAsked(line.nth);
    if (!hasBill || (line.state !== 'billed' && line.state !== 'not-sent')) return null;
    if (quote === undefined)
      return { identity: line.member.number, biller: '', charge: line.due ?? zero, ...tooOld };
    return {
      identity: quote.customer.identity,
      biller: quote.biller,
      charge: quote.depositCharge ?? quote.total,
      isExpired: desk.isExpired(quote.id),
      isCutOff: isClosedFor(quote, { ledger, notes, desk }),
      doubts: ledger.doubts(quote.id, clock.now()),
    };
  };

  const factsOf = (line: StoredLotLine): LineFacts => {
    const { nth, group, collector, member, serviceName, name, due, problem, choice, payment } = line;
    const quote = quoteOf(line);
    return {
      line: {
        nth,
        group,
        collector,
        ...member,
        serviceName,
        name,
        due,
        state: inHand.stateOf(line),
        problem,
        payment: payment?.id ?? null,
        reference: payment?.reference ?? '',
        token: payment?.token ?? '',
      },
      choice,
      isUnresolved: isUnresolved(line, quote),
      bill: billOf(line, quote),
    };
  };

  const judge = (lines: readonly StoredLotLine[]) =>
    judgeLines(lines.map(factsOf), (biller) => notes.depositOf(biller)?.amount);

  const view = (number: number): Lot | undefined => {
    const lot = ledger.lots.find(number);
    if (lot === undefined) return undefined;
    const current = inHand.lot();
    const isCurrent = current?.number === number;
    if (isCurrent) for (const line of inHand.lines()) if (line.payment !== null) inHand.readLine(line.nth);
    const { lines, shortDeposits } = judge(isCurrent ? inHand.lines() : ledger.lots.lines(number));
    const isClosed = lot.closedAt !== null;
    // Of one that is closed nothing is paid any more.
    const shown = isClosed ? lines.map((line) => ({ ...line, isChosen: false, canChoose: false })) : lines;
    return {
      ...lot,
      stage: isClosed ? 'closed' : (current?.stage ?? 'idle'),
      halt: isCurrent ? current.halt : null,
      lines: shown,
      sums: lotSums(shown),
      byCollector: byCollector(shown).map(({ collector, lines: own }) => ({
        collector,
        sums: lotSums(own),
      })),
      shortDeposits: isClosed ? [] : shortDeposits,
    };
  };

  const recap = (number: number): LotRecap | undefined => {
    const lot = view(number);
    if (lot === undefined) return undefined;
    const { openedAt, openedBy, closedAt, lines, sums } = lot;
    const collectors = byCollector(lines).map(({ collector, lines: own }) => ({
      collector,
      sums: lotSums(own),
      lines: own.map(recapLine),
    }));
    return { number, ledger: ledger.kind, openedAt, openedBy, closedAt, at: clock.now(), collectors, sums };
  };

  return { quoteOf, judged: () => judge(inHand.lines()).lines, view, recap };
}

type RecapLine = LotRecap['collectors'][number]['lines'][number];

const recapLine = (line: LotLine): RecapLine => {
  const { nth, group, product, serviceName, number, name, note, due, state, reference, token } = line;
  return { nth, group, product, serviceName, number, name, note, due, state, reference, token };
};
