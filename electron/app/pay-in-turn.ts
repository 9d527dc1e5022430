import type { Halt } from '../../shared/contract/basket.ts';
import type { SaleProblem, SaleProblemCode } from '../../shared/contract/sale-problem.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { amountDue } from '../../shared/payment/quote.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Ledger, PaymentPart } from '../ledger/ledger.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import { partStateOf } from './part-state.ts';
import type { Pay } from './pay.ts';
import type { QuoteDesk } from './quote-desk.ts';
import type { Turn } from './turn.ts';
import { stateOf, type Unsaved } from './unsaved.ts';

export interface PayInTurnParts {
  readonly pay: Pay;
  readonly desk: Pick<QuoteDesk, 'quote' | 'tender'>;
  readonly ledger: Pick<Ledger, 'payment'>;
  readonly unsaved: Pick<Unsaved, 'of'>;
  readonly counter: Pick<Counter, 'state' | 'onChange'>;
  readonly turn: Turn;
  readonly log: Log;
}

/** One of several payments. */
export interface Part {
  readonly quote: QuoteId;
  readonly as: PaymentPart;
}

/** What became of one. `not-sent`: nothing of it has left, and its quote stands. */
export type PartEnd =
  | { readonly kind: 'paid' | 'refused' | 'unknown' }
  | { readonly kind: 'not-sent'; readonly problem: SaleProblem };

export interface TurnListener {
  began(part: Part): void;
  ended(part: Part, end: PartEnd): void;
  /** It was not tried after all: what hinders it hinders all. */
  returned(part: Part): void;
  /** Asked before each: whether somebody wants no more of them. */
  isStopped(): boolean;
}

/** Why not all were tried; `undefined` where they were. */
export type TurnEnd = Halt | undefined;

/**
 * Pays several quotes one after another, each by `pay` and with its exact sum as its cash. Goes no further by itself after
 * one whose outcome is not known, after two in a row that were not sent, and where nothing can be paid at all. Answers
 * `busy` where somebody else pays; `end` never rejects.
 */
export interface PayInTurn {
  begin(parts: readonly Part[], listener: TurnListener): Result<{ readonly end: Promise<TurnEnd> }, 'busy'>;
}

/** What stands in the way of every payment, not of this one. */
const hindering: ReadonlySet<SaleProblemCode> = new Set([
  'selling-stopped',
  'signed-out',
  'no-shift',
  'busy',
  'disk-full',
  'ledger-locked',
  'ledger-read-only',
  'ledger-fault',
]);

export const isHindering = (code: SaleProblemCode): boolean => hindering.has(code);

export function createPayInTurn(parts: PayInTurnParts): PayInTurn {
  const { pay, desk, counter, turn, log } = parts;

  /** The waiting for an inquiry of the counter's own sale; its own payments wait for the turn. */
  let whenFree: (() => void)[] = [];
  counter.onChange(({ exchange }) => {
    if (exchange !== null) return;
    const waiting = whenFree;
    whenFree = [];
    for (const go of waiting) go();
  });
  const free = async (): Promise<void> => {
    while (counter.state().exchange !== null) {
      await new Promise<void>((resolve) => {
        whenFree = [...whenFree, resolve];
      });
    }
  };

  /** One that is sent and not settled is not known: nobody reads its answer any more. */
  const sentAs = (id: QuoteId): PartEnd | undefined => {
    const state = stateOf(parts, id);
    if (state === undefined) return undefined;
    const part = partStateOf(state);
    return { kind: part === 'paid' || part === 'refused' ? part : 'unknown' };
  };

  /** A bug in paying says nothing of whether it was sent; the ledger does. */
  const payOne = async ({ quote: id, as }: Part, keepsDrawerShut: boolean): Promise<PartEnd> => {
    const quote = desk.quote(id);
    if (quote === undefined) return { kind: 'not-sent', problem: { code: 'quote-gone' } };
    desk.tender(id, amountDue(quote));
    const done = await pay(id, { part: as, keepsDrawerShut }).catch((bug: unknown) => {
      log.fault(`payment ${id}, one of several, met a bug`, bug);
      return err({ code: 'ledger-fault' as const });
    });
    const sent = sentAs(id);
    if (sent !== undefined) return sent;
    return { kind: 'not-sent', problem: done.ok ? { code: 'ledger-fault' } : done.error };
  };

  const run = async (all: readonly Part[], listener: TurnListener): Promise<TurnEnd> => {
    let notSent = 0;
    let isOpened = false;
    for (const [index, part] of all.entries()) {
      await free();
      if (listener.isStopped()) return { because: 'stopped', problem: null };
      listener.began(part);
      const end = await payOne(part, isOpened);
      if (end.kind === 'not-sent' && isHindering(end.problem.code)) {
        listener.returned(part);
        return { because: 'hindered', problem: end.problem.code };
      }
      listener.ended(part, end);
      isOpened ||= end.kind === 'paid' || end.kind === 'unknown';
      notSent = end.kind === 'not-sent' ? notSent + 1 : 0;
      if (index === all.length - 1) return undefined;
      if (end.kind === 'unknown') return { because: 'unknown', problem: null };
      if (notSent === 2)
        return { because: 'not-sent-twice', problem: end.kind === 'not-sent' ? end.problem.code : null };
    }
    return undefined;
  };

  return {
    begin(all, listener) {
      const giveBack = turn.take();
      if (giveBack === undefined) return err('busy');
      const end = run(all, listener)
        .catch((bug: unknown): TurnEnd => {
          log.fault('payments in turn met a bug', bug);
          return { because: 'hindered', problem: 'ledger-fault' };
        })
        .finally(giveBack);
      return { ok: true, value: { end } };
    },
  };
}
