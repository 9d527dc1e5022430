import type { ArmProblem, Arming } from '../../../electron/ledger/ledger.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import {
  isOpen,
  mayCause,
  nextState,
  type PaymentEvent,
  type PaymentState,
} from '../../../shared/payment/states.ts';
import type { Instant } from '../../../shared/time.ts';
import { isToken, monthsOf } from './customers.ts';
import type { EventRow } from './ledger-reader.ts';
import type { Tally } from './tally.ts';

/** A promise of the program that it broke. */
export class Breach extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Breach';
  }
}

/** What became of a quote, step by step. */
export interface Trail {
  readonly id: QuoteId;
  state: PaymentState;
  /** When it was settled last; `null` while it is open or was never sent. */
  settledAt: Instant | null;
  /** How often a receipt was due: one a time it became paid. */
  receipts: number;
  readonly rows: EventRow[];
}

/** What a doubt is called, and whether the owner's PIN stood behind its confirmation. */
export type Confirmations = ReadonlyMap<string, { readonly withPin: boolean }>;

const lately = 24 * 3_600_000;

/**
 * The rules said a second time, over nothing but the events that are in the ledger and what people at the counter were
 * told and did. As simple as can be: it looks at everything, every time.
 */
export interface Reference {
  /** The quotes that the counter was told, in order, from every run of the program. */
  readonly told: readonly Quote[];
  readonly trails: ReadonlyMap<QuoteId, Trail>;
  /** What the counter was told to be in doubt about a quote. */
  readonly doubts: ReadonlyMap<QuoteId, readonly string[]>;
  readonly lastSeq: () => number;
  tell(quote: Quote): void;
  doubt(quote: QuoteId, doubts: readonly string[]): void;
  /** Follows what was committed since it was last looked. */
  absorb(rows: readonly EventRow[]): void;
  /** Whether the ledger still begins as it did. */
  compare(rows: readonly EventRow[]): void;
  /** What somebody at the counter confirmed on purpose for a quote. */
  confirm(quote: QuoteId, doubts: readonly string[], withPin: boolean): void;
  /** The doubts that stand about a quote. */
  standing(quote: QuoteId, at: Instant): readonly string[];
  /** Why a payment must not be sent; `undefined` where it may. */
  judge(arming: Arming): ArmProblem['code'] | undefined;
  /** Notes at the very commit whom a payment may be a second one of. */
  armed(arming: Arming): void;
  /** Whether somebody answered for it that the same bill is charged by both. */
  isExcused(one: QuoteId, other: QuoteId): boolean;
  /** Whether two payments are for the same bill. */
  isSameBill(one: QuoteId, other: QuoteId): boolean;
  isSameCustomer(one: QuoteId, other: QuoteId): boolean;
  quoteOf(id: QuoteId): Quote;
  payments(): readonly Trail[];
}

export function createReference(tally: Tally): Reference {
  const told: Quote[] = [];
  const quotes = new Map<QuoteId, Quote>();
  const trails = new Map<QuoteId, Trail>();
  const confirmations = new Map<QuoteId, Map<string, { withPin: boolean }>>();
  const doubts = new Map<QuoteId, readonly string[]>();
  const excused = new Set<string>();
  const chain: EventRow[] = [];

  const quoteOf = (id: QuoteId): Quote => {
    const quote = quotes.get(id);
    if (quote === undefined) throw new Breach(`${id} was paid, and nobody was told of it`);
    return quote;
  };
  const payments = (): readonly Trail[] =>
    [...trails.values()].filter(({ state }) => state !== 'quoted' && state !== 'expired');

  const follow = (row: EventRow): void => {
    const { quote: id, event, from_state: from, to_state: to, actor, at } = row;
    chain.push(row);
    if (row.seq !== chain.length) throw new Breach(`event ${row.seq} follows ${chain.length - 1} others`);
    if (event === 'quote') {
      if (trails.has(id) || from !== null || to !== 'quoted') throw new Breach(`${id} was quoted twice`);
      trails.set(id, { id, state: 'quoted', settledAt: null, receipts: 0, rows: [row] });
      return;
    }
    const trail = trails.get(id);
    if (trail === undefined) throw new Breach(`${event} without a quote`);
    if (trail.state !== from) throw new Breach(`${event} from ${from}, and it was ${trail.state}`);
    if (nextState(trail.state, event) !== to) throw new Breach(`${event} led from ${from} to ${to}`);
    if (!mayCause(actor, event)) throw new Breach(`${actor} caused ${event}`);
    const isByReply = (name: string): boolean => name.startsWith('reply-');
    if (isByReply(event) && trail.rows.some((before) => isByReply(before.event)))
      throw new Breach('one reply moved a payment twice');
    tally.add('step', stepName(trail.state, event));
    tally.add('actor', `${event} by ${actor}`);
    trail.state = to;
    trail.settledAt = isOpen(to) ? null : at;
    if (to === 'paid' || to === 'paid-by-hand') trail.receipts += 1;
    trail.rows.push(row);
  };

  const isSameCustomer = (one: Quote, other: Quote): boolean =>
    one.product === other.product && one.customer.identity === other.customer.identity;
  /** A token is wanted anew each time; a bill is one as long as a month of it is. */
  const isSameBill = (one: Quote, other: Quote): boolean =>
    isSameCustomer(one, other) &&
    !isToken(one.product) &&
    monthsOf(one).some((month) => monthsOf(other).includes(month));

  const othersOf = (quote: Quote): readonly Trail[] =>
    payments().filter(({ id }) => id !== quote.id && isSameCustomer(quoteOf(id), quote));

  /** What must be confirmed before a quote is paid, and whether by the PIN. */
  const doubtsOf = (quote: Quote, at: Instant): ReadonlyMap<string, boolean> => {
    const others = othersOf(quote).toSorted((one, other) => (other.settledAt ?? 0) - (one.settledAt ?? 0));
    const isPaid = ({ state }: Trail): boolean => state === 'paid' || state === 'paid-by-hand';
    const recent = others
      .filter((each) => isPaid(each) || each.state === 'rejected-by-hand')
      .filter(({ settledAt }) => settledAt !== null && settledAt >= at - lately)
      .slice(0, 5);
    const standing = new Map(
      recent.map((each) =>
        isPaid(each)
          ? [`paid-lately:${each.id}`, !isToken(quote.product)]
          : [`rejected-by-hand-lately:${each.id}`, false],
      ),
    );
    for (const month of isToken(quote.product) ? [] : monthsOf(quote)) {
      const newest = others.find((each) => isPaid(each) && monthsOf(quoteOf(each.id)).includes(month));
      if (newest !== undefined && !recent.includes(newest)) standing.set(`month-paid:${newest.id}`, true);
    }
    return standing;
  };

  const confirmedFor = (id: QuoteId): Confirmations => confirmations.get(id) ?? new Map();

  const isAnswered = (id: QuoteId, [doubt, needsPin]: readonly [string, boolean]): boolean => {
    const confirmation = confirmedFor(id).get(doubt);
    return confirmation !== undefined && (confirmation.withPin || !needsPin);
  };

  return {
    told,
    trails,
    doubts,
    doubt: (quote, keys) => void doubts.set(quote, keys),
    lastSeq: () => chain.length,
    quoteOf,
    payments,
    isSameBill: (one, other) => isSameBill(quoteOf(one), quoteOf(other)),
    isSameCustomer: (one, other) => isSameCustomer(quoteOf(one), quoteOf(other)),
    isExcused: (one, other) => excused.has(`${one} ${other}`) || excused.has(`${other} ${one}`),

    tell(quote) {
      told.push(quote);
      quotes.set(quote.id, quote);
    },

    absorb: (rows) => rows.forEach(follow),

    compare(rows) {
      chain.forEach((kept, index) => {
        const found = rows[index];
        if (found === undefined) throw new Breach(`event ${kept.seq} (${kept.event}) was lost`);
        if (found.hash !== kept.hash) throw new Breach(`event ${kept.seq} (${kept.event}) was changed`);
      });
    },

    confirm(id, keys, withPin) {
      const sofar = confirmations.get(id) ?? new Map<string, { withPin: boolean }>();
      for (const doubt of keys) sofar.set(doubt, { withPin: withPin || sofar.get(doubt)?.withPin === true });
      confirmations.set(id, sofar);
    },

    standing: (id, at) => [...doubtsOf(quoteOf(id), at).keys()],

    judge({ quote: id, at }) {
      const quote = quotes.get(id);
      if (quote === undefined || trails.get(id)?.state !== 'quoted') return 'quote-gone';
      if (at >= quote.expiresAt) return 'quote-expired';
      const others = othersOf(quote);
      if (others.some(({ state }) => isOpen(state))) return 'payment-open';
      const isUsed = payments().some((each) => {
        const { biller, inquiryId } = quoteOf(each.id);
        return biller === quote.biller && inquiryId === quote.inquiryId && each.state !== 'rejected';
      });
      if (isUsed) return 'inquiry-used';
      return [...doubtsOf(quote, at)].every((doubt) => isAnswered(id, doubt)) ? undefined : 'confirm-again';
    },

    armed({ quote: id, at }) {
      const quote = quoteOf(id);
      const sameBill = othersOf(quote).filter((other) => isSameBill(quoteOf(other.id), quote));
      // Who waves a bill through with the PIN has seen that a month of it is paid, and answers for all that were.
      const hasPin = sameBill.some(({ id: other }) =>
        ['paid-lately', 'month-paid'].some(
          (kind) => confirmedFor(id).get(`${kind}:${other}`)?.withPin === true,
        ),
      );
      for (const { id: other, state, settledAt } of sameBill) {
        const isLate = settledAt !== null && settledAt < at - lately;
        const isDecided =
          state === 'rejected-by-hand' &&
          (isLate || confirmedFor(id).has(`rejected-by-hand-lately:${other}`));
        if (hasPin || isDecided) excused.add(`${id} ${other}`);
      }
    },
  };
}

export const stepName = (from: PaymentState, event: PaymentEvent): string => `${from} ${event}`;
