import type { HandOutcome } from '../../shared/payment/hand-decision.ts';
import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Rupiah } from '../../shared/money.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { countsAsPaid, type Actor, type PaymentState } from '../../shared/payment/states.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import type { PaymentReading, RawReply } from '../billers/biller.ts';
import { LedgerWriteError, type Ledger, type Settlement } from '../ledger/ledger.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import type { ReceiptGrounds, Receipts } from './receipts.ts';
import type { Sellers } from './sellers.ts';
import type { Unsaved } from './unsaved.ts';

/**
 * Brings a sent payment to what is known of it. Nothing here throws: a payment that could not be settled stays as it is
 * in the ledger, which the next start reads again, from the stored reply where there is one; what the ledger did not
 * take is kept on the screen and on paper, and is not tried again by this run.
 */
export interface Settle {
  /** Commits the raw reply, then reads it, then commits what it says. */
  byReply(quote: Quote, reply: RawReply, actor: Actor): void;
  /** The same from a reply that is in the ledger already; `person`: on whose word it is read anew, where that is so. */
  byStoredReply(quote: Quote, reply: RawReply, actor: Actor, person?: string): void;
  byOutcome(quote: Quote, outcome: PaymentOutcome, actor: Actor): void;
  /** By what a status call showed; its answer is in the ledger already. */
  byStatus(quote: Quote, outcome: PaymentOutcome): void;
  /** By the decision of `person`, whose PIN it was. `refused`: the payment is not unknown any more. */
  byHand(quote: Quote, outcome: HandOutcome, person: string): Result<void, 'refused' | 'ledger-not-written'>;
}

export interface SettleParts {
  readonly sellers: Sellers;
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly notes: BillerNotes;
  readonly clock: Clock;
  readonly receipts: Receipts;
  /** Wakes the printers' workers. */
  readonly wake: () => void;
  readonly unsaved: Unsaved;
  readonly log: Log;
}

export function createSettle(parts: SettleParts): Settle {
  const { sellers, ledger, counter, notes, clock, receipts, wake, unsaved, log } = parts;

  /** Commits a settlement and the receipt it makes due; answers the state it led to. */
  const record = (quote: Quote, settlement: Settlement, at: Instant): Result<PaymentState, 'refused'> => {
    const grounds = groundsOf(settlement, at);
    const job = grounds === undefined ? undefined : receipts.firstPrint(quote, grounds);
    const settled = ledger.settle(job === undefined ? settlement : { ...settlement, job });
    if (settled.ok && job !== undefined && countsAsPaid(settled.value)) wake();
    return settled;
  };

  const commit = (
    quote: Quote,
    outcome: PaymentOutcome,
    { by = 'reply', ...who }: Committed,
    deposit?: Rupiah,
  ): void => {
    const at = clock.now();
    // A reply that is read again later tells nothing of what the deposit is then.
    const told = deposit === undefined || who.actor !== 'counter' ? {} : { deposit };
    const settled = orUnsaved(
      quote,
      () => outcome,
      () => record(quote, { payment: quote.id, at, ...who, outcome, by, ...told }, at),
    );
    if (settled.ok && settled.value === 'unknown' && outcome.kind !== 'unknown')
      log.note(`payment ${quote.id}: an answer contradicts the owner's decision, it is open again`);
    const state = settled.ok ? undefined : ledger.payment(quote.id)?.state;
    if (state === 'paid' || state === 'rejected') tellContradiction(quote, outcome, state);
  };

  /** What the ledger does not take is kept all the same. */
  const orUnsaved = <T>(quote: Quote, outcome: () => PaymentOutcome, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof LedgerWriteError) unsaved.keep(quote, outcome());
      throw error;
    }
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

  const commitReply = (quote: Quote, reply: RawReply, who: Who): void => {
    const { outcome, deposit } = read(quote, reply);
    notes.deposit(quote.biller, deposit);
    commit(quote, outcome, who, deposit);
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
    // The ledger's connection failed this payment before; what it says of it now nobody could rely on.
    if (unsaved.of(quote.id) === undefined && !attempt(quote, work))
      attempt(quote, () => leaveUnknown(quote));
    // The counter is told also where the work failed: what is still open must be seen.
    attempt(quote, () => counter.ledgerChanged(ledger.countOpen()));
  };

  /** What could not be settled is asked after, where there is somebody to ask; as `sent` it would wait for a restart. */
  const leaveUnknown = (quote: Quote): void => {
    if (unsaved.of(quote.id) !== undefined || ledger.payment(quote.id)?.state !== 'sent') return;
    commit(quote, { kind: 'unknown', reason: 'unreadable-reply' }, { actor: 'counter' });
  };

  return {
    byReply(quote, reply, actor) {
      // Nothing is written about it any more; what came late is shown all the same.
      if (unsaved.of(quote.id) !== undefined) return unsaved.keep(quote, read(quote, reply).outcome);
      contained(quote, () => {
        orUnsaved(
          quote,
          () => read(quote, reply).outcome,
          () => ledger.recordReply(quote.id, reply, clock.now()),
        );
        commitReply(quote, reply, { actor });
      });
    },
    byStoredReply: (quote, reply, actor, person) =>
      contained(quote, () => commitReply(quote, reply, person === undefined ? { actor } : { actor, person })),
    byOutcome: (quote, outcome, actor) => contained(quote, () => commit(quote, outcome, { actor })),
    byStatus: (quote, outcome) =>
      contained(quote, () => commit(quote, outcome, { actor: 'checker', by: 'status' })),

    byHand(quote, outcome, person) {
      const at = clock.now();
      try {
        const settled = record(
          quote,
          { payment: quote.id, at, actor: 'owner', person, outcome, by: 'hand' },
          at,
        );
        counter.ledgerChanged(ledger.countOpen());
        return settled.ok ? { ok: true, value: undefined } : settled;
      } catch (error) {
        if (!(error instanceof LedgerWriteError)) throw error;
        log.fault(`payment ${quote.id}: a decision could not be written down`, error);
        return err('ledger-not-written');
      }
    },
  };
}

/** Who brings a payment to what is known of it. */
type Who = Pick<Settlement, 'actor' | 'person'>;
/** The same, and what showed it: the answer to the payment unless told. */
type Committed = Who & { readonly by?: 'reply' | 'status' };

/** What makes a receipt due, where a settlement does. */
function groundsOf(settlement: Settlement, at: Instant): ReceiptGrounds | undefined {
  const { outcome } = settlement;
  if (outcome.kind === 'paid') return { by: 'biller', confirmation: outcome.confirmation };
  return outcome.kind === 'paid-by-hand' ? { by: 'hand', outcome, at } : undefined;
}
