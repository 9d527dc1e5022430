import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { PaymentReading, RawReply } from '../billers/biller.ts';
import type { Actor, Ledger, Settlement } from '../ledger/ledger.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import type { Receipts } from './receipts.ts';
import type { Sellers } from './sellers.ts';

/**
 * Brings a sent payment to what is known of it. Nothing here throws: a payment that could not be settled stays
 * as it is in the ledger, which the next start reads again, from the stored reply where there is one.
 */
export interface Settle {
  /** Commits the raw reply, then reads it, then commits what it says. */
  byReply(quote: Quote, reply: RawReply, actor: Actor): void;
  /** The same from a reply that is in the ledger already. */
  byStoredReply(quote: Quote, reply: RawReply, actor: Actor): void;
  byOutcome(quote: Quote, outcome: PaymentOutcome, actor: Actor): void;
  /** By what a status call showed; its answer is in the ledger already. */
  byStatus(quote: Quote, outcome: PaymentOutcome): void;
}

export interface SettleParts {
  readonly sellers: Sellers;
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly notes: BillerNotes;
  readonly clock: Clock;
  readonly receipts: Receipts;
  readonly log: Log;
}

export function createSettle(parts: SettleParts): Settle {
  const { sellers, ledger, counter, notes, clock, receipts, log } = parts;

  const commit = (
    quote: Quote,
    outcome: PaymentOutcome,
    actor: Actor,
    by: Settlement['by'] = 'reply',
  ): void => {
    const job = outcome.kind === 'paid' ? receipts.firstPrint(quote, outcome.confirmation) : undefined;
    const settled = ledger.settle({
      payment: quote.id,
      at: clock.now(),
      actor,
      outcome,
      by,
      ...(job === undefined ? {} : { job }),
    });
    if (settled.ok && job !== undefined) receipts.printNow();
    const state = settled.ok ? undefined : ledger.payment(quote.id)?.state;
    if (state === 'paid' || state === 'rejected') tellContradiction(quote, outcome, state);
  };

  /** A reader that meets a bug has read nothing: the reply stays, and a mended program reads it at its start. */
  const read = (quote: Quote, reply: RawReply): PaymentReading => {
    const biller = sellers.byId(quote.biller);
    // Not set up any more: the reply stays, and is read once the biller is back.
    if (biller === undefined) return { outcome: { kind: 'unknown', reason: 'unreadable-reply' } };
    try {
      return biller.readPaymentReply(quote, reply);
    } catch (error) {
      log.fault(`payment ${quote.id}: reading the reply met a bug`, error);
      return { outcome: { kind: 'unknown', reason: 'unreadable-reply' } };
    }
  };

  const commitReply = (quote: Quote, reply: RawReply, actor: Actor): void => {
    const { outcome, deposit } = read(quote, reply);
    notes.deposit(quote.biller, deposit);
    commit(quote, outcome, actor);
  };

  /** Two answers of one biller, of which one is wrong: somebody must look. */
  const tellContradiction = (quote: Quote, { kind }: PaymentOutcome, state: 'paid' | 'rejected'): void => {
    if (kind === 'unknown' || kind === state) return;
    log.fault(`payment ${quote.id} is ${state}`, new Error(`and an answer came that says ${kind}`));
  };

  const attempt = (quote: Quote, work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      log.fault(`payment ${quote.id} could not be settled`, error);
      return false;
    }
  };

  const contained = (quote: Quote, work: () => void): void => {
    if (!attempt(quote, work)) attempt(quote, () => leaveUnknown(quote));
    // The counter is told also where the work failed: what is still open must be seen.
    attempt(quote, () => counter.ledgerChanged(ledger.countOpen()));
  };

  /** What could not be settled is asked after, where there is somebody to ask; as `sent` it would wait for a restart. */
  const leaveUnknown = (quote: Quote): void => {
    if (ledger.payment(quote.id)?.state !== 'sent') return;
    commit(quote, { kind: 'unknown', reason: 'unreadable-reply' }, 'counter');
  };

  return {
    byReply: (quote, reply, actor) =>
      contained(quote, () => {
        ledger.recordReply(quote.id, reply, clock.now());
        commitReply(quote, reply, actor);
      }),
    byStoredReply: (quote, reply, actor) => contained(quote, () => commitReply(quote, reply, actor)),
    byOutcome: (quote, outcome, actor) => contained(quote, () => commit(quote, outcome, actor)),
    byStatus: (quote, outcome) => contained(quote, () => commit(quote, outcome, 'checker', 'status')),
  };
}
