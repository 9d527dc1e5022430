import type { SaleProblem } from '../../shared/contract/sale-problem.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Rupiah } from '../../shared/money.ts';
import { doubtKey } from '../../shared/payment/doubt.ts';
import type { PaymentOutcome } from '../../shared/payment/outcome.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { instant } from '../../shared/time.ts';
import type { PaymentExchange, PaymentLine } from '../billers/biller.ts';
import type { Ledger, PaymentPart } from '../ledger/ledger.ts';
import type { AtCounter } from './at-counter.ts';
import type { BillerNotes } from './biller-notes.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Drawer } from './drawer.ts';
import type { Log } from './log.ts';
import { notReady } from './not-ready.ts';
import type { OpenLines } from './open-lines.ts';
import type { QuoteDesk } from './quote-desk.ts';
import { isClosedFor } from './quote-terms.ts';
import type { Sellers } from './sellers.ts';
import type { Selling } from './selling.ts';
import type { Settle } from './settle.ts';

export interface PayParts {
  readonly sellers: Sellers;
  readonly ledger: Ledger;
  readonly counter: Counter;
  readonly notes: BillerNotes;
  readonly lines: OpenLines;
  readonly desk: QuoteDesk;
  readonly clock: Clock;
  readonly settle: Settle;
  readonly drawer: Drawer;
  readonly selling: Selling;
  readonly atCounter: AtCounter;
  readonly log: Log;
}

/**
 * Pays a quote, at most once: connect, commit `sent`, send, commit the raw reply, settle. A failure up to the
 * commit leaves the quote as it was and nothing sent; after it the payment is in the ledger, and whatever
 * happens is an outcome of it, never a problem.
 */
export type Pay = (quote: QuoteId, as?: PaidAs) => Promise<Result<void, SaleProblem>>;

/** How a payment is made that is one of several. */
export interface PaidAs {
  readonly part?: PaymentPart;
  /** The drawer has been opened for the cash of all of them, or will be. */
  readonly keepsDrawerShut?: boolean;
}

export function createPay(parts: PayParts): Pay {
  const { sellers, ledger, counter, notes, lines, desk, clock, settle, drawer, selling, atCounter, log } =
    parts;

  return async (id, as = {}) => {
    if (selling.isStopped()) return err({ code: 'selling-stopped' });
    const hindrance = atCounter.hindrance();
    if (hindrance !== undefined) return err({ code: hindrance });
    const quote = desk.quote(id);
    if (quote === undefined) return err({ code: 'quote-gone' });
    if (desk.isExpired(id)) return err({ code: 'quote-expired' });
    const cash = desk.cash(id);
    if (cash === undefined) return err({ code: 'cash-missing' });
    if (counter.state().exchange !== null) return err({ code: 'busy' });
    if (isCutOff(quote)) return err({ code: 'cut-off' });
    const biller = sellers.byId(quote.biller);
    if (biller === undefined) return err({ code: 'not-sold' });
    // Looked at again in the commit; before connecting, so that a question costs the biller nothing.
    const doubts = ledger.doubts(id, clock.now());
    const confirmed = desk.confirmed(id);
    if (!doubts.every((doubt) => confirmed.includes(doubtKey(doubt))))
      return err({ code: 'confirm-again', doubts });

    const since = clock.now();
    const deadline = instant(since + biller.deadlines.paymentMs);
    const exchange = { kind: 'payment', biller: biller.id, phase: 'connecting', since, deadline } as const;
    counter.change({ exchange });
    try {
      const line = await biller.openPayment(quote, since);
      if (!line.ok) {
        if (line.error.code === 'not-set-up') return err(notReady(counter.state()));
        notes.connection(biller.id, 'down');
        return err({ code: 'not-sent' });
      }
      const armed = arm(quote, cash, line.value, as.part);
      if (!armed.ok) {
        line.value.abandon();
        return armed;
      }
      desk.removeQuote(id);
      counter.change({ exchange: { ...exchange, phase: 'waiting' } });
      await sendAndSettle(quote, line.value, as);
      return ok(undefined);
    } finally {
      counter.change({ exchange: null });
    }
  };

  /** The commit that must be durable before the first byte leaves. */
  function arm(
    quote: Quote,
    cash: Rupiah,
    line: PaymentLine,
    part: PaymentPart | undefined,
  ): Result<void, SaleProblem> {
    // The connection may have taken its time, and midnight with it.
    if (desk.isExpired(quote.id)) return err({ code: 'quote-expired' });
    if (isCutOff(quote)) return err({ code: 'cut-off' });
    // Locked, or closed, while it connected.
    const hindrance = atCounter.hindrance();
    if (hindrance !== undefined) return err({ code: hindrance });
    const { host, account, request } = line;
    const at = clock.now();
    try {
      return ledger.arm({
        quote: quote.id,
        at,
        cash,
        host,
        account,
        request,
        depositBefore: notes.depositOf(quote.biller),
        confirmed: desk.confirmed(quote.id),
        day: atCounter.dayOf(at),
        cashier: atCounter.person(),
        part,
      });
    } catch (error) {
      return err(selling.problemOf(error));
    }
  }

  async function sendAndSettle(
    quote: Quote,
    line: PaymentLine,
    { keepsDrawerShut = false }: PaidAs,
  ): Promise<void> {
    const cashReceived = (): void => {
      if (!keepsDrawerShut) drawer.cashReceived(quote.id);
    };
    // Open before the first byte: where sending meets a bug, an answer may come all the same.
    lines.opened(quote.id);
    const sent = sendOn(line);
    if (sent === undefined) {
      settle.byOutcome(quote, interrupted, 'counter');
      return cashReceived();
    }
    const reply = await sent.byDeadline;
    notes.connection(quote.biller, reply === undefined ? 'down' : 'up');
    if (reply !== undefined) {
      lines.closed(quote.id);
      notes.clock(quote.biller, reply.date);
      settle.byReply(quote, reply, 'counter');
      return cashReceived();
    }
    settle.byOutcome(quote, unanswered, 'counter');
    cashReceived();
    void sent.late.then((late) => {
      lines.closed(quote.id);
      if (late !== undefined) settle.byReply(quote, late, 'counter');
    });
  }

  function isCutOff(quote: Quote): boolean {
    return isClosedFor(quote, { ledger, notes, desk });
  }

  /** A bug in sending is no refusal: bytes may have left, so nobody knows. */
  function sendOn(line: PaymentLine): PaymentExchange | undefined {
    try {
      return line.send();
    } catch (error) {
      log.fault('sending a payment met a bug; its outcome is unknown', error);
      return undefined;
    }
  }
}

const unanswered: PaymentOutcome = { kind: 'unknown', reason: 'no-answer' };
const interrupted: PaymentOutcome = { kind: 'unknown', reason: 'interrupted' };
