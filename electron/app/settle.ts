import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { Biller, RawReply } from '../billers/biller.ts';
import type { Actor, Ledger } from '../ledger/ledger.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import type { Receipts } from './receipts.ts';

/**
 * Brings a sent payment to what is known of it. Nothing here throws: a payment that could not be settled stays
 * `sent` in the ledger, which the next start reads again, from the stored reply where there is one.
 */
export interface Settle {
  /** Commits the raw reply, then reads it, then commits what it says. */
  byReply(quote: Quote, reply: RawReply, actor: Actor): void;
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
    if (!settled.ok) log.note(`payment ${quote.id}: an answer that says "${outcome.kind}" changed nothing`);
    counter.ledgerChanged(ledger.openPayments().length);
    if (job !== undefined) receipts.printNow();
  };

  const contained = (quote: Quote, work: () => void): void => {
    try {
      work();
    } catch (error) {
      log.fault(`payment ${quote.id} could not be settled and stays as it was sent`, error);
    }
  };

  return {
    byReply: (quote, reply, actor) =>
      contained(quote, () => {
        ledger.recordReply(quote.id, reply, clock.now());
        const { outcome, deposit } = biller.readPaymentReply(quote, reply);
        if (deposit !== undefined) counter.change({ deposit: { amount: deposit, at: clock.now() } });
        commit(quote, outcome, actor);
      }),
    byOutcome: (quote, outcome, actor) => contained(quote, () => commit(quote, outcome, actor)),
  };
}
