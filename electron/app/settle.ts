import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { Biller, PaymentReading, RawReply } from '../billers/biller.ts';
import type { Actor, Ledger } from '../ledger/ledger.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import type { Receipts } from './receipts.ts';

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
}

export interface SettleParts {
  readonly biller: Biller;
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly receipts: Receipts;
  readonly log: Log;
}

export function createSettle({ biller, ledger, counter, clock, receipts, log }: SettleParts): Settle {
  const commit = (quote: Quote, outcome: PaymentOutcome, actor: Actor): void => {
    const job = outcome.kind === 'paid' ? receipts.firstPrint(quote, outcome.confirmation) : undefined;
    const settled = ledger.settle({
      payment: quote.id,
      at: clock.now(),
      actor,
      outcome,
      ...(job === undefined ? {} : { job }),
    });
    if (settled.ok && job !== undefined) receipts.printNow();
  };

  /** A reader that meets a bug has read nothing: the reply stays, and a mended program reads it at its start. */
  const read = (quote: Quote, reply: RawReply): PaymentReading => {
    try {
      return biller.readPaymentReply(quote, reply);
    } catch (error) {
      log.fault(`payment ${quote.id}: reading the reply met a bug`, error);
      return { outcome: { kind: 'unknown', reason: 'unreadable-reply' } };
    }
  };

  const commitReply = (quote: Quote, reply: RawReply, actor: Actor): void => {
    const { outcome, deposit } = read(quote, reply);
    if (deposit !== undefined) counter.change({ deposit: { amount: deposit, at: clock.now() } });
    commit(quote, outcome, actor);
  };

  const contained = (quote: Quote, work: () => void): void => {
    // The counter is told also where the work failed: what is still open must be seen.
    for (const step of [work, () => counter.ledgerChanged(ledger.countOpen())]) {
      try {
        step();
      } catch (error) {
        log.fault(`payment ${quote.id} could not be settled and stays as it is`, error);
      }
    }
  };

  return {
    byReply: (quote, reply, actor) =>
      contained(quote, () => {
        ledger.recordReply(quote.id, reply, clock.now());
        commitReply(quote, reply, actor);
      }),
    byStoredReply: (quote, reply, actor) => contained(quote, () => commitReply(quote, reply, actor)),
    byOutcome: (quote, outcome, actor) => contained(quote, () => commit(quote, outcome, actor)),
  };
}
